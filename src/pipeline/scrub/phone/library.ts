import { createRequire } from 'node:module';

/**
 * A format: pattern of the digits, how they are written, patterns of which the last says with which digits the number
 * begins, and how the national prefix is put before the first group.
 */
export type RawFormat = readonly [string, string, (readonly string[] | 0)?, (string | 0)?, ...unknown[]];

/** Numbers of one kind (of a land line, a mobile, …): their pattern, and their lengths where not all are possible. */
export type RawKind = readonly [string?, (readonly number[])?] | 0 | null | undefined;

/**
 * What libphonenumber-js knows of a country, by place (its METADATA.md): 0 calling code, 2 pattern of national numbers,
 * 3 their lengths, 4 formats, 5 national prefix, 6 how it is written, 7 how it is recognised, 8 what becomes of what it
 * was recognised by, 11 the kinds of numbers, where several countries have one calling code.
 */
export type RawCountry = readonly [
  code: string,
  idd: unknown,
  pattern: string,
  lengths: readonly number[],
  formats?: readonly RawFormat[] | 0,
  prefix?: string | 0,
  prefixRule?: string | 0,
  prefixPattern?: string | 0,
  transform?: string | 0,
  optional?: unknown,
  leading?: unknown,
  kinds?: readonly RawKind[] | 0,
  ...rest: unknown[],
];

export interface Metadata {
  readonly country_calling_codes: Readonly<Record<string, readonly [string, ...string[]]>>;
  readonly countries: Readonly<Record<string, RawCountry>>;
  readonly nonGeographic: Readonly<Record<string, RawCountry>>;
}

/** Loaded when the first candidate turns up: logs without numbers need not wait for it. */
let loaded: Metadata | undefined;

/** The numbering plans of the world, as libphonenumber-js packs them (Google's libphonenumber, Apache 2.0). */
export function metadata(): Metadata {
  if (loaded === undefined) {
    const found: Metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.min.json');
    loaded = found;
  }
  return loaded;
}
