import { metadata, type RawCountry } from './library.ts';
import { entirely, makeWriting, type Writing } from './writing.ts';

/** The numbering plan of a country. Numbers are digits without calling code and without the prefix dialled at home. */
export interface Plan {
  readonly callingCode: string;
  /** What every number matches that somebody may have. */
  readonly pattern: string;
  readonly isPossible: (number: string) => boolean;
  /** Whether so many digits, of which the first is `first`, may be a number as it is dialled at home. */
  readonly mayBeDialled: (first: string, digits: number) => boolean;
  /** `dialled` with and without its national prefix (0 in most countries), whichever are numbers of a possible length. */
  readonly numbersOf: (dialled: string) => string[];
  /** How it is written at home; `undefined` where the plan does not say. */
  readonly writingOf: (number: string) => Writing | undefined;
}

const plans = new Map<string, Plan | undefined>();
const plansByCode = new Map<string, readonly Plan[]>();
const patternsByCode = new Map<string, RegExp>();

/** The plan of `region` (ISO 3166, two capital letters), if it has one. */
export function planOf(region: string): Plan | undefined {
  return kept(plans, region, () => {
    const { countries, country_calling_codes } = metadata();
    const country = countries[region];
    const main = country && countries[country_calling_codes[country[0]]?.[0] ?? region];
    return country && makePlan(country, main ?? country);
  });
}

/** Whether `number` is valid in a country with this calling code. */
export function isValidIn(callingCode: string, number: string): boolean {
  return kept(patternsByCode, callingCode, () =>
    entirely(
      plansOf(callingCode)
        .map(({ pattern }) => pattern)
        .join('|'),
    ),
  ).test(number);
}

/** The plans that share a calling code, that of the country it is known for first; none where there is no such code. */
export function plansOf(callingCode: string): readonly Plan[] {
  return kept(plansByCode, callingCode, () => {
    const { country_calling_codes, nonGeographic } = metadata();
    const nowhere = nonGeographic[callingCode];
    if (nowhere !== undefined) return [makePlan(nowhere, nowhere)];
    return (country_calling_codes[callingCode] ?? []).flatMap((region) => planOf(region) ?? []);
  });
}

function kept<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

/** `main` is the country that the calling code is known for: its way of writing holds for those that have none. */
function makePlan(country: RawCountry, main: RawCountry): Plan {
  const [callingCode, , , lengths, formats, prefix, , prefixPattern, transform] = country;
  // Numbers of its neighbours with the same calling code are dialled as its own are.
  const possible = new Set([...lengths, ...main[3]]);
  const isPossible = (number: string) => possible.has(number.length);
  const parse = makeParser(prefixPattern || prefix || '', transform || '');
  const rule = country[6] || main[6] || '';
  const writings = (formats || main[4] || []).map((format) => makeWriting(format, rule));
  if (!prefix) writings.push(IN_ONE_ROW);
  const dialsBare = writings.some(({ hasPrefix }) => !hasPrefix);
  return {
    callingCode,
    pattern: patternOf(country),
    isPossible,
    mayBeDialled: (first, digits) => {
      if (transform || (dialsBare && possible.has(digits))) return true;
      return prefix ? first === prefix[0] && possible.has(digits - prefix.length) : false;
    },
    numbersOf: (dialled) => {
      const bare = parse(dialled);
      const numbers = isPossible(dialled) ? [dialled] : [];
      return bare !== dialled && isPossible(bare) ? [...numbers, bare] : numbers;
    },
    writingOf: (number) => {
      for (const writing of writings) if (writing.fits(number)) return writing;
      return undefined;
    },
  };
}

/** Where a country has no prefix, what no format is for is written as it is. */
const IN_ONE_ROW = makeWriting(['([0-9]+)', '$1'], '');

/** Where several countries share a calling code, numbers are valid as one of a kind; elsewhere by the general pattern. */
function patternOf(country: RawCountry): string {
  const kinds = (country[11] || []).flatMap((kind) => (kind ? (kind[0] ?? []) : []));
  return kinds.length > 0 ? kinds.join('|') : country[2];
}

/** What is left of dialled digits when the prefix is taken off, or put for it by `transform`. */
function makeParser(prefix: string, transform: string): (dialled: string) => string {
  if (/^[0-9]*$/.test(prefix))
    return (dialled) => (dialled.startsWith(prefix) ? dialled.slice(prefix.length) : dialled);
  const pattern = new RegExp(`^(?:${prefix})`);
  return (dialled) => {
    const match = pattern.exec(dialled);
    if (match === null) return dialled;
    return transform && match.at(-1) ? dialled.replace(pattern, transform) : dialled.slice(match[0].length);
  };
}
