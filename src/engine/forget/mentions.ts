import type { Aliases } from './aliases.ts';

/** Ours: no id is longer, and longer pieces of a broken line are what somebody wrote. */
const LONGEST_ID = 1024;

/**
 * Whether a line that cannot be read holds one of the ids as a JSON string, or as a number. It may begin or end anywhere,
 * so everything between two quote marks counts.
 */
export function mentions(bytes: Buffer, ...aliases: readonly Aliases[]): boolean {
  const text = bytes.toString('utf8');
  for (let from = 0; from <= text.length; ) {
    const quote = text.indexOf('"', from);
    const end = quote === -1 ? text.length : quote;
    if (end - from <= LONGEST_ID && isOneOf(text.slice(from, end), aliases)) return true;
    from = end + 1;
  }
  return false;
}

const NUMBER = /^\s*:\s*(-?\d{1,40})\s*[,}\]]?/;

function isOneOf(piece: string, aliases: readonly Aliases[]): boolean {
  const number = NUMBER.exec(piece)?.[1];
  const texts = [piece, ...(number === undefined ? [] : [number]), ...unescaped(piece)];
  return texts.some((id) => id !== '' && aliases.some((some) => some.has(id)));
}

/** What a piece with backslashes says; those at its end are of a JSON string inside a JSON string. */
function unescaped(piece: string): string[] {
  if (!piece.includes('\\')) return [];
  const bare = piece.replace(/\\+$/, '');
  try {
    return [bare, String(JSON.parse(`"${bare}"`))];
  } catch {
    return [bare];
  }
}
