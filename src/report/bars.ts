import type { Look } from './look.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII_LEVELS = ['_', '.', ':', '-', '=', '+', '*', '#'];

/** A bar of `share` (0 to 1) of `width` columns, to an eighth of a column: full only for all, empty only for nothing. */
export function bar(share: number, width: number, look: Look): string {
  const eighths = between(share, width * 8);
  if (look.ascii) return look.paint.cyan('#'.repeat(Math.ceil(eighths / 8)));
  return look.paint.cyan('█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? ''));
}

/** A bar of full `width` whose first part is `share`: full only for all, empty only for nothing. */
export function gauge(share: number, width: number, look: Look): string {
  const done = between(share, width);
  return twoTone(done, width - done, look);
}

/** `done` dark columns and `rest` light ones. */
export function twoTone(done: number, rest: number, look: Look): string {
  const [dark, light] = look.ascii ? ['#', '.'] : ['█', '░'];
  return look.paint.cyan(dark.repeat(done)) + look.paint.dim(light.repeat(rest));
}

/** One sign a value, from the smallest that is more than 0 to the largest; 0 has a sign of its own. */
export function sparkline(values: readonly number[], look: Look): string {
  const most = Math.max(...values, 0);
  const levels = look.ascii ? ASCII_LEVELS : LEVELS;
  const level = (value: number) => levels[Math.ceil((value / most) * levels.length) - 1] ?? '';
  return values.map((value) => (value <= 0 ? (look.ascii ? ' ' : '·') : level(value))).join('');
}

/** `share` of `whole` parts, rounded, but 0 and `whole` only when nothing and all are meant. */
function between(share: number, whole: number): number {
  if (share >= 1) return whole;
  if (!(share > 0)) return 0;
  return Math.min(Math.max(Math.round(share * whole), 1), Math.max(whole - 1, 1));
}
