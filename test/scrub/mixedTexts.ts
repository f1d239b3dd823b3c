import fc from 'fast-check';
import { CASES } from './cases.ts';

const SHAPES = Object.values(CASES).flatMap(({ texts, shortest }) => [
  ...shortest,
  ...texts.map((text) => text.replace(/[«»]/g, '')),
]);

const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  (text) => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011'),
  (text) => text.toUpperCase(),
];

const shape = fc.constantFrom(...SHAPES);
const part = fc
  .tuple(shape, fc.nat(60), fc.nat(30))
  .map(([text, start, length]) => text.slice(start % text.length).slice(0, length));
const sign = fc.constantFrom(
  ...' -./()[]{}:@%_,;\n\r'.split(''),
  '\r\n',
  ' at ',
  ' dot ',
  '7',
  'é',
  '你',
  '😀',
  '\ud800',
);
const disguised = fc
  .tuple(fc.oneof(shape, part), fc.constantFrom(...DISGUISES))
  .map(([text, disguise]) => disguise(text));

/** Texts made of whole and broken shapes of every detector, as they stand and in the signs of other scripts. */
export const mixedTexts = fc
  .array(fc.oneof({ weight: 2, arbitrary: disguised }, { weight: 3, arbitrary: sign }), { maxLength: 14 })
  .map((parts) => parts.join(''));
