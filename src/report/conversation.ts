import { safe, wrap } from './text.ts';

/** The opening or closing line of a fenced code block (CommonMark 4.5). */
const FENCE = /^ {0,3}(?:```|~~~)/;

/** A text as lines of at most `width` columns, fit for a terminal; lines of fenced code stay as they are, however long. */
export function shownText(text: string, width: number): string[] {
  let isCode = false;
  return text.split('\n').flatMap((line) => {
    const shown = safe(line.replaceAll('\t', '  '));
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    return isCode || isFence ? [shown] : wrap(shown, width);
  });
}

/** What is shown of a list that is longer than `most`: its beginning, and a quarter of it for the end. */
export function shortened<Item>(
  items: readonly Item[],
  most: number,
): { readonly head: readonly Item[]; readonly tail: readonly Item[]; readonly left: number } {
  // One left out would take the line that says so.
  if (items.length <= most + 1) return { head: items, tail: [], left: 0 };
  const end = Math.floor(most / 4);
  return { head: items.slice(0, most - end), tail: items.slice(items.length - end), left: items.length - most };
}
