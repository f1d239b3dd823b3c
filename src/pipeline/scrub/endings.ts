/** The last two letters of some words, by which nearly every other word is told from all of them at once. */
export type Endings = Uint8Array;

/** Both of ASCII, capitals as small letters. */
const UNITS = 128;

/** The endings of `words`, each of at least two letters; of words in other scripts none, as `mayEnd` passes them all. */
export function endingsOf(words: Iterable<string>): Endings {
  const endings = new Uint8Array(UNITS * UNITS);
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    const before = word.charCodeAt(word.length - 2);
    if (last < UNITS && before < UNITS) endings[(before | 32) * UNITS + (last | 32)] = 1;
  }
  return endings;
}

/** Whether what ends at `end` in `text` may end as one of the words does, capital or small. */
export function mayEnd(endings: Endings, text: string, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  const before = text.charCodeAt(end - 2);
  if (last < UNITS && before < UNITS) return endings[(before | 32) * UNITS + (last | 32)] === 1;
  return last >= UNITS || before >= UNITS;
}
