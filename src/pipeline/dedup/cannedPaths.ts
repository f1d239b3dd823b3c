/** Ours: a quarter of the texts that are looked at (`SAMPLED`), so that one text in which it goes on otherwise moves nothing. */
const FEWEST_TEXTS = 8;

/**
 * How far texts that begin alike go on alike: each way that enough of them take, up to where they part. One that is among
 * them by mistake, for a code that is equal by chance, goes a way of its own.
 * @param texts hashes of their words
 * @param shared so many words they begin with; where there are few texts, more is not taken for common
 */
export function commonPaths(texts: readonly Int32Array[], shared: number): Int32Array[] {
  const fewest = Math.min(FEWEST_TEXTS, Math.ceil((texts.length + 1) / 2));
  const longest = texts.length < FEWEST_TEXTS ? shared : Number.POSITIVE_INFINITY;
  const paths: Int32Array[] = [];
  const open: { readonly texts: readonly Int32Array[]; readonly from: number }[] = [{ texts, from: 0 }];
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const { texts: together, from } = way;
    let end = from;
    let ways = waysOn(together, end, fewest);
    while (end < longest && ways.length === 1 && ways[0]?.length === together.length)
      ways = waysOn(together, ++end, fewest);
    if (ways.length === 0 || end >= longest) paths.push((together[0] ?? NO_WORDS).slice(0, end));
    else for (const some of ways) open.push({ texts: some, from: end + 1 });
  }
  return paths.filter(({ length }) => length > 0);
}

const NO_WORDS = new Int32Array(0);

/** The texts by their word at a place, where enough of them have the same. */
function waysOn(texts: readonly Int32Array[], at: number, fewest: number): (readonly Int32Array[])[] {
  const ways = new Map<number, Int32Array[]>();
  for (const text of texts) {
    if (at >= text.length) continue;
    const word = text[at] ?? 0;
    const known = ways.get(word);
    if (known === undefined) ways.set(word, [text]);
    else known.push(text);
  }
  return [...ways.values()].filter(({ length }) => length >= fewest);
}
