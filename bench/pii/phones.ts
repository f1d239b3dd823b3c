import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { linesIn } from './corpora.ts';
import { PHONE } from './entities.ts';
import { COVERED, finderFor, REGIONS } from './finding.ts';
import type { CorpusScore, Listed } from './result.ts';
import { overlapOf, shareOf } from './score.ts';
import { LEAST_OVERLAP } from './spans.ts';

const schema = z.object({ region: z.string(), national: z.string(), e164: z.string(), national_prefix: z.string() });
type Example = z.output<typeof schema>;

/** The forms in which a number is written. `undefined` where it has none of its own. */
interface Form {
  readonly name: string;
  /** Its region is configured, else the usual ones are. */
  readonly local: boolean;
  readonly write: (example: Example) => string | undefined;
}

const FORMS: readonly Form[] = [
  { name: 'e164, +24762889', local: false, write: ({ e164 }) => e164 },
  {
    name: 'international, as libphonenumber writes it',
    local: false,
    write: ({ e164 }) => written(e164, 'INTERNATIONAL'),
  },
  { name: 'national digits, as the corpus has them', local: true, write: ({ national }) => national },
  {
    name: 'national digits with the prefix',
    local: true,
    write: ({ national, national_prefix }) => national_prefix + national,
  },
  { name: 'national, as libphonenumber writes it', local: true, write: ({ e164, region }) => writtenIn(e164, region) },
];

/** Bare, and as people give their number. */
const AROUND = ['', 'my number is '] as const;

function written(e164: string, format: 'INTERNATIONAL' | 'NATIONAL', region?: CountryCode): string | undefined {
  const options = region === undefined ? {} : { defaultCountry: region };
  return parsePhoneNumberFromString(e164, { ...options, extract: false })?.format(format);
}

function writtenIn(e164: string, region: string): string | undefined {
  return isSupportedCountry(region) ? written(e164, 'NATIONAL', region) : undefined;
}

/** Scores the phone detector against example numbers of all regions. */
export function scorePhones(path: string): CorpusScore {
  const examples = linesIn(path, schema).map((example, index) => ({ example, line: index + 1 }));
  const listed: Listed[] = [];
  const rows = FORMS.flatMap((form) =>
    AROUND.map((before) => {
      const tried = examples.flatMap(({ example, line }) => {
        const number = COVERED.has(PHONE) ? form.write(example) : undefined;
        if (number === undefined) return [];
        const place = { start: before.length, end: before.length + number.length };
        const regions = form.local ? [...new Set([...REGIONS, example.region])] : REGIONS;
        const hit = isFound(before + number, place, regions);
        if (!hit) listed.push({ id: `${line}: ${before}${form.name}`, what: 'miss', entity: PHONE, ...place });
        return [hit];
      });
      return { form, before, tried: tried.length, found: tried.filter((hit) => hit).length };
    }),
  );
  const shares = (local: boolean, before: string, written: boolean) =>
    rows
      .filter(({ form }) => form.local === local && (!written || form.name.includes('libphonenumber')))
      .filter((row) => row.before === before)
      .map(({ found, tried }) => shareOf(found, tried) ?? 0);
  return {
    corpus: 'phone_examples',
    tables: [
      {
        title: 'numbers found, the region of national ones configured',
        columns: ['form', 'numbers', 'found', 'share'],
        rows: rows.map(({ form, before, tried, found }) => [
          `${before}${form.name}`,
          tried,
          found,
          shareOf(found, tried),
        ]),
      },
    ],
    listed,
    asked: [
      { what: 'international form, bare', least: 0.99, measured: Math.min(...shares(false, '', false)) },
      { what: 'national form as it is written, bare', least: 0.95, measured: Math.min(...shares(true, '', true)) },
      { what: 'national form, "my number is"', least: 0.95, measured: Math.min(...shares(true, AROUND[1], false)) },
    ],
  };
}

function isFound(text: string, place: { start: number; end: number }, regions: readonly string[]): boolean {
  const own = finderFor(regions)(text).filter(({ entity }) => entity === PHONE);
  return own.some((finding) => overlapOf(finding, place) >= LEAST_OVERLAP);
}
