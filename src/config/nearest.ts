import { distance } from 'fastest-levenshtein';

// Ours: names in a config are far shorter, and the distance takes time in the product of both lengths.
const LONGEST_NAME = 60;

/**
 * The known name that was most likely meant, or `undefined` when none is near: ours, at most two letters in five may
 * differ (`trian` is `train`, `dedupe` is `dedup`, but `color` is not `val`). Case, `-` and `_` do not count.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const plain = plainly(name);
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const edits = editsBetween(plain, plainly(candidate));
    if (edits >= fewest || edits > 0.4 * Math.max(plain.length, candidate.length)) continue;
    best = candidate;
    fewest = edits;
  }
  return best;
}

/** Two letters in the wrong order are one slip of the fingers, not the two changes that Levenshtein counts. */
function editsBetween(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && sorted(one) === sorted(other) ? 1 : edits;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function plainly(name: string): string {
  return name.toLowerCase().replace(/[-\s]/g, '_');
}

/** `; did you mean `train`?` or a full stop. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near === undefined ? '.' : `; did you mean \`${near}\`?`;
}
