/** How the page writes numbers and times. It is in English, so its numbers are, too; times are in the reader's zone. */

const INTEGER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const ONE_DIGIT = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const TWO_DIGITS = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** What stands for a number that does not exist. */
export const NOTHING = '–';

/** `1,234`. */
export function integer(value: number): string {
  return INTEGER.format(value);
}

/** `1 file`, `2 files`. */
export function count(value: number, one: string, several = `${one}s`): string {
  return `${integer(value)} ${value === 1 ? one : several}`;
}

/** `388`, `38.6` or `0.04`: rates a day. */
export function rate(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return INTEGER.format(value);
  return (value >= 10 ? ONE_DIGIT : TWO_DIGITS).format(value);
}

/** A share (0 to 1) as `41.3 %`; what is not quite all or not quite nothing never looks so. */
export function percent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.0005) return '<0.1\u00a0%';
  if (share < 1 && share >= 0.9995) return '99.9\u00a0%';
  return `${ONE_DIGIT.format(share * 100)}\u00a0%`;
}

/** `4.04`. */
export function mean(value: number | null): string {
  return value === null ? NOTHING : TWO_DIGITS.format(value);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** `4.2 MB`: decimal units, as disks and networks are sold. */
export function bytes(value: number): string {
  const power = value < 1000 ? 0 : Math.min(Math.floor(Math.log10(value * 1.0005) / 3), UNITS.length - 1);
  const amount = value / 1000 ** power;
  return `${(power === 0 || amount >= 99.95 ? INTEGER : ONE_DIGIT).format(amount)}\u00a0${UNITS[power] ?? ''}`;
}

/** `de` as `German`; what is no code of a language stays as it is. */
export function languageName(code: string): string {
  try {
    return LANGUAGES.of(code) ?? code;
  } catch {
    return code;
  }
}

/** `min_answer_length.too_few_chars` as `min answer length: too few chars`. */
export function reasonWords(reason: string): string {
  return reason.replaceAll('_', ' ').replace('.', ': ');
}

/** `how_to` as `how to`. */
export function labelWords(label: string): string {
  return label.replaceAll('_', ' ');
}
