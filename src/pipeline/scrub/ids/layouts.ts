import type { Span } from '../detector.ts';

/** How a number is written: groups of so many digits, and the sign between each and the next. */
export interface Layout {
  readonly groups: readonly number[];
  readonly joiners: readonly string[];
  /** All digits are in one row. */
  readonly bare: boolean;
  /** Has a space between groups, as neighbouring numbers have. */
  readonly spaced: boolean;
}

/** Layouts by the length of their first group, the longest of each first. */
export type Layouts = readonly (readonly Layout[] | undefined)[];

/** A number that is written as a layout is. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly layout: Layout;
  /** Spaces beside the hyphens, as in a subtraction. */
  readonly loose: boolean;
}

/** Makes layouts of pictures such as `3-2-4` and `9`; a space in a picture stands for a line break, too. */
export function layoutsOf(pictures: readonly string[]): Layouts {
  const layouts: Layout[][] = [];
  for (const picture of [...pictures].sort((a, b) => b.length - a.length)) {
    const groups = picture.split(/[^0-9]/).map(Number);
    const joiners: readonly string[] = picture.match(/[^0-9]/g) ?? [];
    const first = groups[0] ?? 0;
    const layout = { groups, joiners, bare: groups.length === 1, spaced: joiners.includes(' ') };
    layouts[first] = [...(layouts[first] ?? []), layout];
  }
  return Array.from(layouts);
}

/** `numbers` from the one at `first` on as `layout` has them, if they are. */
export function matchAt(text: string, numbers: readonly Span[], first: number, layout: Layout): Match | undefined {
  const { groups, joiners } = layout;
  const start = numbers[first]?.start ?? 0;
  let end = numbers[first]?.end ?? 0;
  let digits = text.slice(start, end);
  let loose = false;
  for (let group = 1; group < groups.length; group++) {
    const next = numbers[first + group];
    if (next === undefined || next.end - next.start !== groups[group]) return undefined;
    const joint = jointAt(text, end, next.start, joiners[group - 1] ?? '');
    if (joint === 'none') return undefined;
    if (joint === 'loose') loose = true;
    end = next.end;
    digits += text.slice(next.start, end);
  }
  return { start, end, digits, layout, loose };
}

/** Whether from `start` to `end` the sign stands alone, or before a line break; or else between spaces. */
function jointAt(text: string, start: number, end: number, sign: string): 'tight' | 'loose' | 'none' {
  const length = end - start;
  if (length > 3) return 'none';
  if (length === 1 && text[start] === sign) return 'tight';
  const joint = text.slice(start, end);
  if (sign === ' ') return joint === '\n' || joint === '\r\n' ? 'tight' : 'none';
  if (joint === `${sign}\n` || joint === `${sign}\r\n`) return 'tight';
  return joint === ` ${sign} ` ? 'loose' : 'none';
}
