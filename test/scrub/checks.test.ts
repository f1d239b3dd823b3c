import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endsInBrazilianDigits } from '../../src/pipeline/scrub/checks/brazilianDigits.ts';
import { passesDocumentDigit } from '../../src/pipeline/scrub/checks/documentDigit.ts';
import { isFinnishSign } from '../../src/pipeline/scrub/checks/finnishSign.ts';
import { passesItalianLetter } from '../../src/pipeline/scrub/checks/italianLetter.ts';
import { passesMod11And10 } from '../../src/pipeline/scrub/checks/mod11And10.ts';
import { passesSingaporeLetter } from '../../src/pipeline/scrub/checks/singaporeLetter.ts';
import { isSpanishLetter } from '../../src/pipeline/scrub/checks/spanishLetter.ts';
import { passesVerhoeff } from '../../src/pipeline/scrub/checks/verhoeff.ts';
import { weightedSum } from '../../src/pipeline/scrub/checks/weightedSum.ts';

const DIGITS = [...'0123456789'];
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));

/** The one of `signs` that makes `number` pass; an error where it is not exactly one. */
function checkSign(number: string, signs: readonly string[], passes: (whole: string) => boolean): string {
  const found = signs.filter((sign) => passes(number + sign));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

describe.each([
  ['Verhoeff', passesVerhoeff],
  ['mod 11,10', passesMod11And10],
])('%s', (_name, passes) => {
  test('has one check digit for any number, and every other digit anywhere is found out', () => {
    fc.assert(
      fc.property(digits(1, 20), fc.nat(20), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const whole = number + checkSign(number, DIGITS, passes);
        const at = place % whole.length;
        const wrong = (Number(whole[at]) + more) % 10;
        expect(passes(whole.slice(0, at) + wrong + whole.slice(at + 1))).toBe(false);
      }),
    );
  });
});

test('Verhoeff finds two digits that have changed places', () => {
  fc.assert(
    fc.property(digits(2, 20), fc.nat(20), (number, place) => {
      const whole = number + checkSign(number, DIGITS, passesVerhoeff);
      const at = place % (whole.length - 1);
      const [first = '', second = ''] = whole.slice(at, at + 2);
      fc.pre(first !== second);
      expect(passesVerhoeff(whole.slice(0, at) + second + first + whole.slice(at + 2))).toBe(false);
    }),
  );
});

test('letters and signs: one for any number', () => {
  fc.assert(
    fc.property(digits(16, 16), (number) => {
      checkSign('', LETTERS, (letter) => isSpanishLetter(number.slice(0, 8), letter));
      checkSign('', [...DIGITS, ...LETTERS], (sign) => isFinnishSign(number.slice(0, 9), sign));
      for (const series of 'STFGM') checkSign(series + number.slice(0, 7), LETTERS, passesSingaporeLetter);
      checkSign(
        `RSSMRA${number.slice(0, 2)}A${number.slice(2, 4)}H${number.slice(4, 7)}`,
        LETTERS,
        passesItalianLetter,
      );
      checkSign(`L${number.slice(0, 7)}`, DIGITS, passesDocumentDigit);
    }),
  );
});

/** Examples that the offices themselves print, or that textbooks do. */
test.each<[string, boolean]>([
  ['Verhoeff 2363', passesVerhoeff('2363') && !passesVerhoeff('2364')],
  ['DNI 12345678Z', isSpanishLetter('12345678', 'Z')],
  ['codice fiscale RSSMRA80A01H501U', passesItalianLetter('RSSMRA80A01H501U')],
  ['hetu 131052-308T', isFinnishSign('131052308', 'T')],
  ['NRIC S1234567D', passesSingaporeLetter('S1234567D')],
  ['ICAO 9303 L898902C36', passesDocumentDigit('L898902C36') && !passesDocumentDigit('L898902C37')],
  ['ICAO 9303 7408122', passesDocumentDigit('7408122')],
  ['CPF 111.444.777-35', endsInBrazilianDigits('11144477735', [11, 10, 9, 8, 7, 6, 5, 4, 3, 2])],
  ['ABN 51 824 753 556', (weightedSum('51824753556', [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0],
])('%s', (_example, passes) => {
  expect(passes).toBe(true);
});

test('a weighted sum has as many terms as there are weights', () => {
  expect(weightedSum('123', [1, 10])).toBe(21);
  expect(weightedSum('98', [])).toBe(0);
});
