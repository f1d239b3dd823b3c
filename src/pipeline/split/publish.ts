import { KeyMasks } from '../../measures/keyMasks.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import type { Decisions } from '../decisions.ts';
import { fewestWords } from '../dedup/contents.ts';
import type { DecidePlan } from '../setStage.ts';
import type { Answer } from '../signals/signal.ts';
import { NO_SPLIT, SPLITS } from './assign.ts';
import { PLACED_BY } from './assignSplits.ts';
import { groupDays } from './days.ts';
import { type KeyColumn, keyColumns, ledgerKey, likenessKey } from './groupKeys.ts';
import { bitOf, type Ledger, type PublishedSignatures, signatureMaker, signaturesOf } from './ledger.ts';

const TRAIN = bitOf(SPLITS.indexOf('train'));
const DEALT = PLACED_BY.indexOf('deal');

/** Collects what an export publishes, and gives the ledger as it is after that. */
export class Publication {
  readonly #decisions: Decisions;
  readonly #plan: DecidePlan;
  readonly #splits: KeyMasks;
  readonly #columns: readonly KeyColumn[];
  readonly #days: Float64Array | undefined;
  /** By item: the splits in which it goes out. */
  readonly #out: Uint8Array;

  constructor(decisions: Decisions, plan: DecidePlan) {
    this.#decisions = decisions;
    this.#plan = plan;
    this.#splits = new KeyMasks(2 * decisions.itemCount);
    this.#columns = keyColumns(decisions, plan);
    this.#days = groupDays(decisions, plan)?.keys;
    this.#out = new Uint8Array(decisions.itemCount);
  }

  /** A kept conversation goes out in its split. */
  addItem(item: number): void {
    const split = this.#decisions.split[item] ?? NO_SPLIT;
    if (split === NO_SPLIT) return;
    this.#add(item, split);
    this.#splits.add(this.#decisions.contentOf(item), bitOf(split));
  }

  /** An answer goes out with what stands before it, as a row of ratings. */
  addAnswer({ item, row, exchange }: Answer, split: number): void {
    this.#add(item, split);
    const { rows, exchanges } = this.#decisions.digest;
    if ((rows.exchanges[row] ?? 0) === exchange + 1) this.#splits.add(rows.content[row] ?? 0, bitOf(split));
    else this.#splits.add(exchanges.content[(rows.firstExchange[row] ?? 0) + exchange] ?? 0, bitOf(split));
  }

  /** @param before what was published until now */
  ledger(before: Ledger | undefined): Ledger {
    this.#addDuplicates();
    const { keys, masks } = before?.splits.sorted() ?? { keys: [], masks: [] };
    const splits = new KeyMasks(keys.length + this.#splits.size);
    for (let place = 0; place < keys.length; place++) splits.add(keys[place] ?? 0, masks[place] ?? 0);
    const added = this.#splits.sorted();
    for (let place = 0; place < added.keys.length; place++) splits.add(added.keys[place] ?? 0, added.masks[place] ?? 0);
    return { splits, signatures: this.#signatures(before?.signatures ?? signaturesOf(0)) };
  }

  #add(item: number, split: number): void {
    const bit = bitOf(split);
    const { groupSplit, placedBy, leader } = this.#decisions;
    this.#out[item] = (this.#out[item] ?? 0) | bit;
    this.#addText(item, bit);
    for (const { kind, hashes } of this.#columns)
      if (hashes[item] !== 0) this.#splits.add(ledgerKey(kind, hashes[item] ?? 0), bit);
    if (this.#days === undefined) return;
    // Of a day it is remembered how it was dealt, not what went elsewhere for a reason of its own.
    const isDealt = placedBy[item] === DEALT && leader[item] === item && groupSplit[item] === split;
    if (isDealt && this.#days[item] !== 0) this.#splits.add(this.#days[item] ?? 0, bit);
  }

  /**
   * What resembles a published row of test or val belongs there as well, and may take its place one day. In train it may not:
   * a text that was never published is to be looked at anew when its like is gone.
   */
  #addDuplicates(): void {
    const { leader, itemCount, published } = this.#decisions;
    const clusters = new Uint8Array(itemCount);
    for (let item = 0; item < itemCount; item++) {
      const first = leader[item] ?? item;
      clusters[first] = (clusters[first] ?? 0) | ((this.#out[item] ?? 0) & ~TRAIN);
    }
    for (let item = 0; item < itemCount; item++) {
      const splits = clusters[leader[item] ?? item] ?? 0;
      const isFree = ((published[item] ?? 0) & ~splits) === 0;
      if (splits !== 0 && isFree) this.#addLikeness(item, splits);
    }
  }

  #addLikeness(item: number, splits: number): void {
    this.#splits.add(likenessKey(this.#decisions.wholeContentOf(item)), splits);
    this.#splits.add(likenessKey(this.#decisions.comparedContentOf(item)), splits);
  }

  /** All that it says, and what it is compared with others by. */
  #addText(item: number, splits: number): void {
    this.#splits.add(this.#decisions.wholeContentOf(item), splits);
    this.#splits.add(this.#decisions.comparedContentOf(item), splits);
  }

  /** Those of before, and those of texts of test and val that have none by this maker. */
  #signatures(before: PublishedSignatures): PublishedSignatures {
    const { digest, itemCount } = this.#decisions;
    const maker = signatureMaker(this.#plan.dedup);
    const known = new KeyMasks(before.count);
    for (let place = 0; place < before.count; place++)
      if (before.maker[place] === maker) known.add(before.content[place] ?? 0, before.splits[place] ?? 0);
    const items: number[] = [];
    // Joined sessions are compared exchange by exchange, so that a signature of theirs would say nothing.
    const fewest =
      this.#plan.conversation.unit === 'session' ? Number.POSITIVE_INFINITY : fewestWords(this.#plan.dedup);
    for (let item = 0; item < itemCount; item++) {
      const splits = (this.#out[item] ?? 0) & ~TRAIN;
      if ((digest.rows.words[this.#decisions.firstRow(item)] ?? 0) < fewest) continue;
      const content = this.#decisions.wholeContentOf(item);
      if (splits === 0 || (known.of(content) & splits) === splits) continue;
      known.add(content, splits);
      items.push(item);
    }
    const all = signaturesOf(before.count + items.length);
    all.content.set(before.content.subarray(0, before.count));
    all.splits.set(before.splits.subarray(0, before.count));
    all.maker.set(before.maker.subarray(0, before.count));
    all.bytes.set(before.bytes.subarray(0, before.count * SIGNATURE_BYTES));
    const { signed } = this.#decisions;
    const placeInSigned = new Map(Array.from(signed.rows, (row, place) => [row, place] as const));
    for (const [place, item] of items.entries()) {
      const at = before.count + place;
      const row = this.#decisions.firstRow(item);
      // By what it was compared with others: without what is canned.
      const other = placeInSigned.get(row);
      const from = other === undefined ? digest.rows.signatures : signed.signatures;
      const begin = (other ?? row) * SIGNATURE_BYTES;
      all.content[at] = this.#decisions.wholeContentOf(item);
      all.splits[at] = (this.#out[item] ?? 0) & ~TRAIN;
      all.maker[at] = maker;
      all.bytes.set(from.subarray(begin, begin + SIGNATURE_BYTES), at * SIGNATURE_BYTES);
    }
    return all;
  }
}
