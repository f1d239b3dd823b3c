import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { passesLuhn } from '../../src/pipeline/scrub/checks/luhn.ts';
import { linesIn, unitOffsets } from './corpora.ts';
import { ADVERSARIAL, MULTIDOGO } from './entities.ts';
import { COVERED, finderFor, scrubbedOf } from './finding.ts';
import type { CorpusScore, Listed, Value } from './result.ts';
import { coveredShare, overlapOf, type Stretch, shareOf } from './score.ts';
import { LEAST_OVERLAP } from './spans.ts';

/** A corpus that is only reported: its values are made up without regard to their rules, or have lost their signs. */
interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly values: readonly (Stretch & { readonly type: string })[];
}

const adversarial = z.object({
  record_id: z.string(),
  text: z.string(),
  annotations: z.array(z.object({ entity_type: z.string(), start: z.number(), end: z.number() })),
});

const multidogo = z.object({
  conversation_id: z.string(),
  turn: z.number(),
  text: z.string(),
  spans: z.array(z.object({ type: z.string(), start: z.number(), end: z.number() })),
});

/** Texts that hide personal data on purpose. */
export function scoreAdversarial(path: string): CorpusScore {
  const rows = linesIn(path, adversarial).map(({ record_id, text, annotations }) => {
    const values = annotations.map(({ entity_type, start, end }) => ({ type: entity_type, start, end }));
    return inUnits({ id: record_id, text, values });
  });
  return recallByType('pii_anon_adversarial', rows, ADVERSARIAL);
}

/** What customers said, in small letters and without punctuation. */
export function scoreMultidogo(path: string): CorpusScore {
  const rows = linesIn(path, multidogo).map(({ conversation_id, turn, text, spans }) =>
    inUnits({ id: `${conversation_id} ${turn}`, text, values: spans }),
  );
  return recallByType('multidogo_test_turns', rows, MULTIDOGO);
}

function inUnits({ id, text, values }: Labelled): Labelled {
  const offsets = unitOffsets(text);
  const place = (at: number) => offsets[at] ?? text.length;
  return { id, text, values: values.map(({ type, start, end }) => ({ type, start: place(start), end: place(end) })) };
}

/**
 * Whether a value can be what it is called, by its own rules: a check digit, the ranges that are given out, a sign that it
 * must have. Of what has no such rule nothing is said.
 */
const RULES: ReadonlyMap<string, (value: string) => boolean> = new Map<string, (value: string) => boolean>([
  ['CREDIT_CARD', (value) => /^\d{12,19}$/.test(plain(value)) && passesLuhn(plain(value))],
  ['EMAIL', (value) => value.includes('@')],
  ['PHONE', (value) => parsePhoneNumberFromString(value, { defaultCountry: 'US', extract: false })?.isValid() ?? false],
  // Social Security Administration: no area 000, 666 or 9xx, no group 00, no serial 0000.
  ['US_SSN', (value) => /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(plain(value))],
]);

function plain(value: string): string {
  return value.replaceAll(/[\s.-]/g, '');
}

class Counts {
  true = 0;
  valid = 0;
  hit = 0;
  touched = 0;
  covered = 0;
}

function recallByType(
  corpus: string,
  rows: readonly Labelled[],
  types: ReadonlyMap<string, readonly string[]>,
): CorpusScore {
  const find = finderFor();
  const counts = new Map<string, Counts>();
  const listed: Listed[] = [];
  for (const { id, text, values } of rows) {
    const wanted = values.filter(({ type }) => types.get(type)?.some((entity) => COVERED.has(entity)));
    if (wanted.length === 0) continue;
    const findings = find(text);
    for (const value of wanted) {
      const entities = types.get(value.type) ?? [];
      const own = findings.filter(({ entity }) => entities.includes(entity));
      const best = Math.max(0, ...own.map((finding) => overlapOf(value, finding)));
      const known = counts.get(value.type) ?? new Counts();
      counts.set(value.type, known);
      known.true++;
      if (RULES.get(entities[0] ?? '')?.(text.slice(value.start, value.end))) known.valid++;
      if (best >= LEAST_OVERLAP) known.hit++;
      if (best > 0) known.touched++;
      if (coveredShare(value, scrubbedOf(findings)) >= LEAST_OVERLAP) known.covered++;
      if (best === 0) listed.push({ id, what: 'miss', entity: entities[0] ?? '', start: value.start, end: value.end });
    }
  }
  const shares = [...counts].map(([type, one]): Value[] => [
    type,
    one.true,
    RULES.has(types.get(type)?.[0] ?? '') ? shareOf(one.valid, one.true) : null,
    shareOf(one.hit, one.true),
    shareOf(one.touched, one.true),
    shareOf(one.covered, one.true),
  ]);
  return {
    corpus,
    tables: [
      {
        title: 'recall by type, as the corpus is; `valid` are those that keep the rules of what they are called',
        columns: ['type', 'true', 'valid', `recall at ${LEAST_OVERLAP}`, 'touched', 'covered by any'],
        rows: shares,
      },
    ],
    listed,
    asked: [],
  };
}
