import { contextOf, type HasContext } from '../context.ts';
import type { Detector, Span } from '../detector.ts';
import { inflected, unspaced } from '../ids/contextWords.ts';
import { countDigits } from '../ids/countDigits.ts';
import { digitIds } from '../ids/digitIds.ts';
import type { Layout } from '../ids/layouts.ts';
import { wordIds } from '../ids/wordIds.ts';
import type { Traits } from '../reading/traits.ts';

/**
 * With letters: up to three and up to fourteen digits (US states, by AAMVA's table of formats), as Florida and others group them; five of a name, six digits of a
 * birth date and five more (GB, DVLA); AA0123456B and U1 with eight more (IT); eleven letters and digits (DE).
 */
const FORM =
  /(?:[a-z]{1,3}[0-9]{5,14}[a-z]?|[a-z][0-9]{3}(?:-[0-9]{2,4}){2,3}(?:-[0-9])?|[a-z9]{5}[0-9]{6}[a-z9]{2}[0-9][a-z]{2}|u1[a-z0-9]{7}[a-z]|[a-z][a-z0-9]{10})(?![a-z0-9])/iy;

/** Surname, decade, month (of women 50 more), day and year of birth, initials, check signs (GB, DVLA, "driver number"). */
const BRITISH =
  /^[A-Z]{2}[A-Z9]{3}[0-9](?:[05][1-9]|[16][0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9][A-Z][A-Z9][0-9][A-Z]{2}$/;

/** Bare digits (US states), in groups (New York, Arizona …), and with the office's code from 11 to 28 (KR). */
const LAYOUTS = ['7', '8', '9', '10', '12', '3 3 3', '3-3-3', '3-2-4', '4-2-4', '2-2-6-2', '2 2 6 2'];
const KOREAN = /^(?:1[1-9]|2[0-8])/;
const KOREAN_JOINERS = 3;

const detector: Detector = {
  entity: 'DRIVER_LICENSE',
  summary:
    'driving licence numbers in the forms of US states and large countries, after a word such as "driver\'s license"; British ones by their form',
  score: 0.85,
  unmasked: 4,
  needs: [{ token: 8, digits: 4 }, { digitsInRow: 7 }],
  create: () => findNumbers,
};
export default detector;

const LICENCE = [
  "(?:driv(?:er|ing)(?: ?['’]? ?s)?[ -]?)?licen[cs]es?(?: ?(?:no|num|number|id|#))?",
  'driver ?id',
  'dl ?(?:no|num|number|[#:=])',
  '(?:my|your|his|her) dl',
  'dvla',
  inflected('f[uü]hrerschein'),
  inflected('fahrerlaubnis'),
  'permis(?: de conduire)?',
  'patente(?: di guida)?',
  '(?:carn[eé]|permiso|licencia)t? de (?:conducir|manejo)',
  'carteira (?:nacional )?de (?:habilita[cç][aã]o|motorista)',
  'cnh',
  'prawo jazdy',
  inflected('rijbewijs'),
  inflected('ehliyet'),
  's[uü]r[uü]c[uü] belgesi',
  inflected('운전면허'),
  unspaced('驾驶证|驾照|運転免許'),
];

const hasContext: HasContext = contextOf(LICENCE);

const findWords = wordIds({
  form: FORM,
  isValid: hasFourDigits,
  hasContext,
  alone: (value) => (BRITISH.test(value) ? 0.85 : 0),
});

const findDigits = digitIds({ layouts: LAYOUTS, isValid: () => true, hasContext, alone });

function hasFourDigits(value: string): boolean {
  return countDigits(value) >= 4;
}

function alone(digits: string, { joiners }: Layout): number {
  return joiners.length === KOREAN_JOINERS && KOREAN.test(digits) ? 0.6 : 0;
}

/** No word is a number: the two never overlap. */
function findNumbers(text: string, traits: Traits): Span[] {
  return [...findWords(text, traits), ...findDigits(text, traits)].sort((a, b) => a.start - b.start);
}
