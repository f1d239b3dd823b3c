import fc from 'fast-check';
import { getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { judgeInternational, judgeNational } from '../../src/pipeline/scrub/phone/judge.ts';
import { planOf } from '../../src/pipeline/scrub/phone/plans.ts';
import { readText } from '../../src/pipeline/scrub/reading/readText.ts';
import { detectorOf, mark } from './marked.ts';

const region = fc.constantFrom(...getCountries());
const digits = fc.stringMatching(/^[0-9]{5,12}$/);

/** Digits as dialled in `country`, with the beginning of a number of that country more often than by chance. */
const dialled = fc
  .tuple(region, fc.constantFrom('', '0', '1', '8', '06'), digits)
  .map(([country, prefix, rest]) => ({ country, digits: prefix + rest }));

/** The library that made the plans is asked in the way that is too slow for every candidate. */
function libraryWrites(dialledDigits: string, country: ReturnType<typeof getCountries>[number]): string | undefined {
  const number = parsePhoneNumberFromString(dialledDigits, { defaultCountry: country, extract: false });
  return number?.isValid() ? number.formatNational() : undefined;
}

/**
 * The same numbers in every run: one in some ten thousand is a short or shared number of which the library itself says different
 * things in different places (3100000 in North America).
 */
const SAMPLE = { numRuns: 3000, seed: 1 };

describe('the plans say what the library says', () => {
  test('of numbers dialled at home', () => {
    fc.assert(
      fc.property(dialled, ({ country, digits: number }) => {
        const written = libraryWrites(number, country);
        const plan = planOf(country);
        fc.pre(written !== undefined && plan !== undefined && written.replace(/\D/g, '') === number);
        const groups = (written?.match(/[0-9]+/g) ?? []).map((group) => group.length);
        // Canada's numbers of seven digits are none where only its neighbours are configured.
        fc.pre(groups.length > 1 && !(plan?.callingCode === '1' && number.length < 10));
        expect(judgeNational(number, groups, plan === undefined ? [] : [plan], 'written')).toBe('written');
      }),
      SAMPLE,
    );
  });

  test('of numbers with a country code', () => {
    fc.assert(
      fc.property(region, digits, (country, rest) => {
        const number = `${planOf(country)?.callingCode}${rest}`;
        const judged = parsePhoneNumberFromString(`+${number}`, { extract: false });
        if (judged?.isValid()) expect(judgeInternational(number)).toBe('valid');
        if (judged?.isPossible() !== true) expect(judgeInternational(number)).not.toBe('valid');
      }),
      SAMPLE,
    );
  });
});

describe('numbers are found in the groups of their own country, where it is configured', () => {
  test.each([
    ['DK', 'Ring «32 12 34 56».'],
    ['ES', 'Es el «612 34 56 78», gracias.'],
    ['FO', '«20 12 34»'],
    ['BO', 'Escríbeme al «71234567».'],
    ['SG', 'Mine: «6123 4567»'],
    ['SE', '«070-123 45 67»'],
    ['LT', '«(0-612) 34567»'],
    ['DK', 'order 32 12 34 56, 32 12 34 56 78, 32123456 and 3212 3456'],
    ['ES', 'son 612 345 678 912 pesos, o 12 345 678'],
    ['US', '32 12 34 56 and 612 345 678 and 71234567 and 6123 4567'],
  ])('%s: %s', (country, marked) => {
    const find = detectorOf('PHONE').create({ regions: [country] });
    const text = marked.replace(/[«»]/g, '');
    const { folded, traits } = readText(text);
    expect(mark(text, find(folded, traits))).toBe(marked);
  });
});
