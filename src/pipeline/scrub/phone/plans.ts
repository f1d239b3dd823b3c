import { metadata, type RawCountry, type RawFormat, type RawKind } from './library.ts';

/** The numbering plan of a country. Numbers are digits without calling code and without the prefix dialled at home. */
export interface Plan {
  readonly callingCode: string;
  readonly isPossible: (number: string) => boolean;
  readonly isValid: (number: string) => boolean;
  /** Whether so many digits, of which the first is `first`, may be a number as it is dialled at home. */
  readonly mayBeDialled: (first: string, digits: number) => boolean;
  /** `dialled` with and without its national prefix (0 in most countries), whichever are numbers of a possible length. */
  readonly numbersOf: (dialled: string) => string[];
  /** As it is written at home, with the national prefix; `undefined` where the plan has a prefix and does not say how. */
  readonly write: (number: string) => string | undefined;
}

const plans = new Map<string, Plan>();
const plansByCode = new Map<string, readonly Plan[]>();

/** The plan of `region` (ISO 3166, two capital letters), if it has one. */
export function planOf(region: string): Plan | undefined {
  const { countries, country_calling_codes } = metadata();
  const country = countries[region];
  if (country === undefined) return undefined;
  return kept(plans, region, () => {
    const main = countries[country_calling_codes[country[0]]?.[0] ?? region];
    return makePlan(country, main ?? country);
  });
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
  let value = values.get(key);
  if (value === undefined) {
    value = make();
    values.set(key, value);
  }
  return value;
}

/** `main` is the country that the calling code is known for: its way of writing holds for those that have none. */
function makePlan(country: RawCountry, main: RawCountry): Plan {
  const [callingCode, , pattern, lengths, formats, prefix, , prefixPattern, transform] = country;
  const possible = new Set(lengths);
  const isPossible = (number: string) => possible.has(number.length);
  const parse = prefixPattern || prefix ? new RegExp(`^(?:${prefixPattern || prefix})`) : undefined;
  const writers = (formats || main[4] || []).map((format) => makeWriter(format, country[6] || main[6] || ''));
  // Numbers that are written without the prefix may begin with any digit.
  const dialsBare = !prefix || writers.some(({ template }) => /^[($]*\$/.test(template));
  return {
    callingCode,
    isPossible,
    mayBeDialled: (first, digits) => {
      if (transform) return true;
      if (dialsBare && possible.has(digits)) return true;
      return prefix ? first === prefix[0] && possible.has(digits - prefix.length) : false;
    },
    isValid: validator(pattern, country[11]),
    numbersOf: (dialled) => {
      const numbers = isPossible(dialled) ? [dialled] : [];
      const match = parse?.exec(dialled);
      if (match === null || match === undefined || parse === undefined) return numbers;
      const bare = transform && match.at(-1) ? dialled.replace(parse, transform) : dialled.slice(match[0].length);
      return isPossible(bare) && bare !== dialled ? [...numbers, bare] : numbers;
    },
    write: (number) => {
      for (const writer of writers) {
        if (writer.begins?.test(number) !== false && writer.pattern.test(number))
          return number.replace(writer.pattern, writer.template);
      }
      return prefix ? undefined : number;
    },
  };
}

/** Where several countries share a calling code, a number is valid as one of a kind; elsewhere by the general pattern. */
function validator(pattern: string, kinds: readonly RawKind[] | 0 | undefined): (number: string) => boolean {
  const general = entirely(pattern);
  if (!kinds) return (number) => general.test(number);
  const each = kinds.flatMap((kind) => {
    const [own, lengths = []] = kind || [];
    return own ? [{ pattern: entirely(own), lengths }] : [];
  });
  return (number) =>
    general.test(number) &&
    each.some(
      (kind) => (kind.lengths.length === 0 || kind.lengths.includes(number.length)) && kind.pattern.test(number),
    );
}

function makeWriter([pattern, format, leading, rule]: RawFormat, countryRule: string) {
  const begins = leading ? leading.at(-1) : undefined;
  return {
    pattern: entirely(pattern),
    begins: begins === undefined ? undefined : new RegExp(`^(?:${begins})`),
    template: rule || countryRule ? format.replace(/(\$[0-9])/, rule || countryRule) : format,
  };
}

function entirely(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
