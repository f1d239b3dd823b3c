import { createRequire } from 'node:module';
import type { CountryCode } from 'libphonenumber-js/min';

type Library = typeof import('libphonenumber-js/min');

/** Loaded when the first candidate turns up: 30 ms that `--help` and logs without numbers need not wait for. */
let loaded: Library | undefined;

function library(): Library {
  if (loaded === undefined) {
    const found: Library = createRequire(import.meta.url)('libphonenumber-js/min');
    loaded = found;
  }
  return loaded;
}

/** Whether `region` is a country (ISO 3166, two capital letters) with a numbering plan. */
export function isPhoneRegion(region: string): boolean {
  return library().isSupportedCountry(region);
}

/** Of the digits that follow + or 00: a valid number, one of a possible length in a country that there is, or neither. */
export function judgeInternational(digits: string): 'valid' | 'possible' | 'impossible' {
  const number = library().parsePhoneNumberFromString(`+${digits}`, { extract: false });
  if (number === undefined) return 'impossible';
  if (number.isValid()) return 'valid';
  return number.isPossible() ? 'possible' : 'impossible';
}

/**
 * Whether `digits` is a valid number of one of `regions` as it is dialled there. The library also takes numbers without
 * the 0 that its country puts before them; those look like any other number, so what it would write itself must agree, and be in groups: it knows no groups for numbers that nobody has.
 */
export function isNational(digits: string, regions: readonly string[]): boolean {
  const { isSupportedCountry } = library();
  return regions.some((region) => isSupportedCountry(region) && isNationalIn(digits, region));
}

function isNationalIn(digits: string, region: CountryCode): boolean {
  const number = library().parsePhoneNumberFromString(digits, { defaultCountry: region, extract: false });
  if (number === undefined || !number.isValid()) return false;
  const written = number.formatNational();
  const dialled = written.replace(/\D/g, '');
  if (written === dialled) return false;
  return dialled === digits || (number.countryCallingCode === '1' && digits === `1${dialled}`);
}
