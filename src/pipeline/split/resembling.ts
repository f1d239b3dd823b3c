import { KeyCounts } from '../../measures/keyCounts.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { BandSets } from '../dedup/bandSets.ts';
import { fewestWords } from '../dedup/contents.ts';
import type { DecidePlan } from '../setStage.ts';
import { SPLITS } from './assign.ts';
import { bitOf, type PublishedSignatures, signatureMaker } from './ledger.ts';

/**
 * Ours: how far below the threshold two signatures still count as those of near duplicates, in standard errors of the
 * estimate. The text to verify it by is gone, and to keep a row too few out is worse than one too many: of the pairs just
 * at the threshold one in 700 is missed, of those above fewer.
 */
const MARGIN = 3;

const TRAIN = bitOf(SPLITS.indexOf('train'));
const TEST = bitOf(SPLITS.indexOf('test'));

const BAND_BYTES = 4;
const BANDS = SIGNATURE_BYTES / BAND_BYTES;

/** Ours, as for near duplicates: guards against a band that thousands of unlike texts share. */
const MOST_COMPARED = 200;

/** Ours: of the pairs just at the threshold one in ten thousand may share no band; as for near duplicates, but safer. */
const MISSED = 0.0001;

/** How many bands find all but `MISSED` of the pairs at the threshold: a pair of similarity s shares one with a chance of s^4. */
function bandsFor(threshold: number): number {
  const needed = Math.ceil(Math.log(MISSED) / Math.log(1 - Math.min(threshold, 0.999) ** BAND_BYTES));
  return Math.min(Math.max(needed, 1), BANDS);
}

/** Agreeing bytes from which two signatures count as those of near duplicates. */
export function fewestAgreeing(threshold: number): number {
  const error = Math.sqrt((threshold * (1 - threshold)) / SIGNATURE_BYTES);
  return Math.floor((threshold - MARGIN * error) * SIGNATURE_BYTES);
}

/**
 * By item: the splits of published texts of test and val that it resembles, as bits. Only those are looked at that are no
 * items any more, as their logs or users are gone or a stage drops them: the others are among the duplicates.
 * @param texts by item: the splits of its own text
 */
export function resembledSplits(
  decisions: Decisions,
  { dedup, conversation }: DecidePlan,
  texts: Uint8Array,
  signatures: PublishedSignatures,
): Uint8Array {
  const found = new Uint8Array(decisions.itemCount);
  if (!dedup.near.enabled || conversation.unit === 'session' || signatures.count === 0) return found;
  const away = awayFrom(decisions, signatures, texts, signatureMaker(dedup));
  if (away.length === 0) return found;
  const published = new SignatureIndex(signatures, away, dedup.near.threshold);
  const { words, signatures: bytes } = decisions.digest.rows;
  const bands = wordsIn(bytes);
  const fewest = fewestWords(dedup);
  for (let item = 0; item < found.length; item++) {
    if (((texts[item] ?? 0) & TEST) !== 0) continue; // there is nothing to learn: test comes first
    const row = decisions.firstRow(item);
    if ((words[row] ?? 0) >= fewest) found[item] = published.splitsNear(bytes, bands, row);
  }
  return found;
}

/** Places of the signatures whose text is no item's. */
function awayFrom(
  decisions: Decisions,
  { count, content, maker }: PublishedSignatures,
  texts: Uint8Array,
  comparable: number,
): Uint32Array {
  const here = new KeyCounts(count);
  for (let place = 0; place < count; place++) here.add(content[place] ?? 0);
  for (let item = 0; item < decisions.itemCount; item++)
    if (((texts[item] ?? 0) & ~TRAIN) !== 0) here.count(decisions.wholeContentOf(item));
  return placesWhere(count, (place) => maker[place] === comparable && here.of(content[place] ?? 0) === 0);
}

/** A few signatures, found by the bands that they share with another. */
class SignatureIndex {
  readonly #signatures: PublishedSignatures;
  readonly #words: Uint32Array;
  readonly #fewest: number;
  readonly #bands: number;
  readonly #filter: BandSets;
  readonly #places = new Map<number, number[]>();

  constructor(signatures: PublishedSignatures, places: Uint32Array, threshold: number) {
    this.#signatures = signatures;
    this.#words = wordsIn(signatures.bytes);
    this.#fewest = fewestAgreeing(threshold);
    this.#bands = bandsFor(threshold);
    this.#filter = new BandSets(this.#bands, places.length);
    for (const place of places) {
      for (let band = 0; band < this.#bands; band++) {
        const word = this.#words[place * BANDS + band] ?? 0;
        this.#filter.add(band, word);
        const key = keyOf(band, word);
        const known = this.#places.get(key);
        if (known === undefined) this.#places.set(key, [place]);
        else if (known.length < MOST_COMPARED) known.push(place);
      }
    }
  }

  /** The splits of all that resemble a row of `bytes`, whose words are in `bands`. */
  splitsNear(bytes: Uint8Array, bands: Uint32Array, row: number): number {
    let splits = 0;
    for (let band = 0; band < this.#bands; band++) {
      const word = bands[row * BANDS + band] ?? 0;
      if (!this.#filter.mayHave(band, word)) continue;
      for (const place of this.#places.get(keyOf(band, word)) ?? []) {
        const own = this.#signatures.splits[place] ?? 0;
        if ((splits | own) !== splits && this.#agrees(place, bytes, row)) splits |= own;
      }
    }
    return splits;
  }

  #agrees(place: number, bytes: Uint8Array, row: number): boolean {
    const own = this.#signatures.bytes;
    const [first, other] = [place * SIGNATURE_BYTES, row * SIGNATURE_BYTES];
    let equal = 0;
    for (let at = 0; at < SIGNATURE_BYTES; at++) if (own[first + at] === bytes[other + at]) equal++;
    return equal >= this.#fewest;
  }
}

function keyOf(band: number, word: number): number {
  return word * BANDS + band;
}

function wordsIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / BAND_BYTES);
}
