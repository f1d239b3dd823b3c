import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { z } from 'zod';

const cases = z
  .record(z.string(), z.array(z.string()))
  .parse(load(readFileSync(new URL('./detectors.yaml', import.meta.url), 'utf8')));

/** The shortest forms that there are, put together here so that no scanner takes this file for a leak. */
const SHORTEST = [
  '501800000009',
  'NO47ABCDE123456',
  '555-0123',
  '+1\n415',
  'fdaa::1',
  '2001:0db8:aaaa:bbbb:cccc:dddd:eeee:1111',
  '1.2.3.4',
  'a@b.co',
  'a%40b.co',
  'ann {AT] example.com',
  'ann at example DOT com',
  `AKI${'A'}QRSTUVWXYZ234567`,
  `xox${'b'}-aB3dE5gH7j`,
  `sk${'-'}aB3dE5gH7jK9mN1pQ2rS`,
  `sk${'-'}aBcdEfghijklmnopqrst`,
  `ey${'J'}hbGciOiJIU.aB3dE5gH7j`,
  'ftp://ann:hunter42@example.com',
  `-----BEGIN ${'PRIVATE'} KEY-----\nMIIB`,
];

const SHAPES = [
  ...SHORTEST,
  ...Object.values(cases).flatMap((texts) => texts.map((text) => text.replace(/[«»]/g, ''))),
];

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
