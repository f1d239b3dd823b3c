/** What stands for a number that does not exist. */
export const NOTHING = '-';

/** `1,234,567`: rounded to a whole number, thousands apart. */
export function integer(value: number | null): string {
  return decimal(value, 0);
}

/** `1,234.50`: with `digits` decimals, thousands apart. */
export function decimal(value: number | null, digits: number): string {
  if (value === null || !Number.isFinite(value)) return NOTHING;
  const [whole = '', fraction] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `388`, `38.6` or `0.04`: three digits where there are so many, for rates a day. */
export function rate(value: number): string {
  if (value >= 100 || Number.isInteger(value)) return integer(value);
  return decimal(value, value >= 10 ? 1 : 2);
}

/** A share (0 to 1) as `41.3 %`; what is not quite all or not quite nothing never looks so. */
export function percent(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return NOTHING;
  if (share > 0 && share < 0.0005) return '<0.1 %';
  if (share < 1 && share >= 0.9995) return '99.9 %';
  return `${decimal(share * 100, 1)} %`;
}

/** `part` as a share of `whole`; `null` when there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** `4.2 MB`: decimal units, as disks and networks are sold. */
export function bytes(value: number): string {
  let amount = value;
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${decimal(amount, unit === 0 || amount >= 99.95 ? 0 : 1)} ${UNITS[unit] ?? ''}`;
}

/** `0.4 s`, `48 s`, `3 min 20 s` or `2 h 5 min`. */
export function duration(seconds: number): string {
  if (seconds < 0.05) return '<0.1 s';
  if (seconds < 9.95) return `${decimal(seconds, 1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** `1 line`, `2 lines`. */
export function count(value: number, one: string, several = `${one}s`): string {
  return `${integer(value)} ${value === 1 ? one : several}`;
}
