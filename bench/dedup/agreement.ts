import type { CorpusScore } from '../pii/result.ts';
import { jaccard, pairsAlike, Shingles } from './bruteForce.ts';
import type { Said } from './conversations.ts';
import { decideOn, textOf, type World } from './world.ts';

const NGRAM = 3;
const MIN_WORDS = 20;

/** What the program finds in a corpus, held against the exact Jaccard similarity of all pairs. */
export interface Agreement {
  readonly rows: number;
  /** Pairs of different content that are at least `threshold` alike, and how many of them the program has in one cluster. */
  readonly pairs: number;
  readonly together: number;
  /** Conversations that it dropped as near duplicates, and those that are less alike to the one that is kept. */
  readonly dropped: number;
  readonly wrong: number;
  readonly kept: number;
  readonly seconds: number;
  readonly world: World;
}

/** No stage but the order of turns, and no canned texts: what is compared is what the corpus says. */
export function plainConfig(threshold: number): string {
  const near = `{ threshold: ${threshold}, ngram: ${NGRAM}, min_words: ${MIN_WORDS}, max_canned_share: 1 }`;
  return `pipeline: []\ndedup: { near: ${near} }\n`;
}

export async function agreementOn(
  folder: string,
  conversations: readonly Said[],
  threshold: number,
): Promise<Agreement> {
  const world = await decideOn(folder, conversations, plainConfig(threshold));
  const { decisions } = world;
  const items = Array.from({ length: decisions.itemCount }, (_, item) => item);
  const shingles = new Shingles(NGRAM);
  const words: number[] = [];
  for (const item of items) words.push(shingles.add(await textOf(world, decisions.firstRow(item))));
  const { content } = decisions.digest.rows;
  const said = (item: number): number => content[decisions.firstRow(item)] ?? 0;
  const [pairs, together] = [new Set<string>(), new Set<string>()];
  for (const [one, other] of pairsAlike(shingles.sets, threshold)) {
    if (said(one) === said(other)) continue;
    if (Math.min(words[one] ?? 0, words[other] ?? 0) < MIN_WORDS) continue;
    // Copies of either count once.
    const pair = `${said(one)} ${said(other)}`;
    pairs.add(pair);
    if (decisions.leader[one] === decisions.leader[other]) together.add(pair);
  }
  const dropped = items.filter((item) => decisions.isDroppedFor(decisions.firstRow(item), 'dedup.near_duplicate'));
  const wrong = dropped.filter((item) => {
    const [own, stays] = [shingles.sets[item], shingles.sets[decisions.representative[item] ?? item]];
    return own === undefined || stays === undefined || jaccard(own, stays) < threshold;
  });
  return {
    rows: items.length,
    pairs: pairs.size,
    together: together.size,
    dropped: dropped.length,
    wrong: wrong.length,
    kept: items.filter((item) => decisions.isKept(item)).length,
    seconds: world.seconds,
    world,
  };
}

/** The figures that are asked of one corpus. */
export function agreementScore(corpus: string, threshold: number, found: Agreement): CorpusScore {
  const { rows, pairs, together, dropped, wrong, kept, seconds } = found;
  const recall = pairs === 0 ? 1 : together / pairs;
  const precision = dropped === 0 ? 1 : 1 - wrong / dropped;
  return {
    corpus: `${corpus} at ${threshold}`,
    tables: [
      {
        title: `pairs of at least ${threshold}, against brute force`,
        columns: ['rows', 'pairs', 'in one cluster', 'recall', 'near duplicates dropped', 'wrongly', 'kept', 'seconds'],
        rows: [[rows, pairs, together, recall, dropped, wrong, kept, seconds]],
      },
    ],
    listed: [],
    asked: [
      { what: 'recall of pairs', least: 0.99, measured: recall },
      { what: 'precision of drops', least: 1, measured: precision },
    ],
  };
}
