import type { RawFormat } from './library.ts';

/** One of the ways in which a plan writes numbers at home. */
export interface Writing {
  /** Whether `number` is written in this way. */
  readonly fits: (number: string) => boolean;
  /** In how many groups. */
  readonly size: number;
  /** Whether the national prefix comes first. */
  readonly hasPrefix: boolean;
  /** What is dialled: the digits as they are written, with the prefix. */
  readonly digitsOf: (number: string) => string;
  /** How many digits are in each group. */
  readonly lengthsOf: (number: string) => number[];
}

/** `countryRule`: how the prefix is put before the first group where the format does not say. */
export function makeWriting([source, format, leading, rule]: RawFormat, countryRule: string): Writing {
  const pattern = entirely(source);
  // The last pattern of the leading digits is the most exact.
  const last = leading ? leading.at(-1) : undefined;
  const begins = last === undefined ? undefined : new RegExp(`^(?:${last})`);
  const template = rule || countryRule ? format.replace(/(\$[0-9])/, rule || countryRule) : format;
  const groups = template.match(/[$0-9]+/g) ?? [];
  const bare = groups.join('');
  // Most formats are some digits, mostly the prefix, and then the number from its beginning to its end.
  const lead = /^([0-9]*)\$1(?:\$2(?:\$3(?:\$4(?:\$5)?)?)?)?$/.exec(bare)?.[1];
  return {
    fits: (number) => (begins === undefined || begins.test(number)) && pattern.test(number),
    size: groups.length,
    hasPrefix: lead === undefined || lead !== '',
    digitsOf: (number) => (lead === undefined ? number.replace(pattern, bare) : lead + number),
    lengthsOf: (number) => groups.map((group) => number.replace(pattern, group).length),
  };
}

/** A pattern of the whole number. */
export function entirely(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}
