import { PASSAGE_KINDS, PASSAGE_WORDS } from '../../measures/passages.ts';
import { type Digest, PASSAGES } from '../digest.ts';

/** Ours: what fewer conversations share may be one matter that people ask about, however small the log. */
const FEWEST_CONVERSATIONS = 20;

/** Ours: so many of those that share a passage say how far it reaches; the earliest, so that it is the same tomorrow. */
const SAMPLED = 32;

/** Conversations that begin or end alike, too many of them for it to be their own words. */
export interface CannedSample {
  /** Places in `PASSAGE_KINDS` and `PASSAGE_WORDS`: the longest code that they share with too many. */
  readonly kind: number;
  readonly length: number;
  readonly code: number;
  /** The earliest of them. */
  readonly rows: readonly number[];
}

/**
 * Finds beginnings and ends of questions and answers that stand in more than a share of the conversations: templates,
 * greetings, closing words.
 * @param rows one for each different content, the earliest first
 * @param share 0 to 1; with 1 there are none
 */
export function cannedSamples({ rows: { passages } }: Digest, rows: Uint32Array, share: number): CannedSample[] {
  const least = Math.max(FEWEST_CONVERSATIONS, Math.floor(share * rows.length) + 1);
  if (least > rows.length) return [];
  const counts = new Uint32Array(PASSAGES * CODES);
  for (const row of rows)
    for (let slot = 0; slot < PASSAGES; slot++) {
      const at = slot * CODES + (passages[row * PASSAGES + slot] ?? 0);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  const isCanned = (slot: number, code: number): boolean => code !== 0 && (counts[slot * CODES + code] ?? 0) >= least;
  const open = new Map<number, number[]>();
  let full = 0;
  for (let slot = 0; slot < PASSAGES; slot++)
    for (let code = 1; code < CODES; code++) if (isCanned(slot, code)) open.set(slot * CODES + code, []);
  for (const row of rows) {
    if (full === open.size) break;
    eachLongest(passages, row, isCanned, (slot, code) => {
      const sample = open.get(slot * CODES + code);
      if (sample === undefined || sample.length === SAMPLED) return;
      if (sample.push(row) === SAMPLED) full++;
    });
  }
  return [...open].flatMap(([key, sample]) => {
    const slot = Math.floor(key / CODES);
    const [kind, length] = [Math.floor(slot / PASSAGE_WORDS.length), slot % PASSAGE_WORDS.length];
    return sample.length === 0 ? [] : [{ kind, length, code: key % CODES, rows: sample }];
  });
}

/** Numbers that a code may be. */
const CODES = 0x10000;

/** A passage that is canned, and how far it reaches at the most. */
export interface CannedPassage extends Omit<CannedSample, 'rows'> {
  readonly words: number;
}

/**
 * Lets what begins like a longer passage reach as far as that: it may be the same but for a word.
 * @param found what was found of each sample
 */
export function withReach(
  { rows: { passages } }: Digest,
  samples: readonly CannedSample[],
  found: readonly CannedPassage[],
): CannedPassage[] {
  const reach = new Map<number, number>();
  for (const [place, { kind, length, words }] of found.entries()) {
    const row = samples[place]?.rows[0] ?? 0;
    for (let shorter = 0; shorter <= length; shorter++) {
      const slot = kind * PASSAGE_WORDS.length + shorter;
      const key = slot * CODES + (passages[row * PASSAGES + slot] ?? 0);
      reach.set(key, Math.max(words, reach.get(key) ?? 0));
    }
  }
  return found.map((passage) => ({ ...passage, words: reach.get(keyOf(passage)) ?? passage.words }));
}

function keyOf({ kind, length, code }: Omit<CannedSample, 'rows'>): number {
  return (kind * PASSAGE_WORDS.length + length) * CODES + code;
}

/** How many words of a row are canned: of each passage the longest that is known, added up; some may count twice. */
export class CannedWords {
  readonly #words = new Map<number, number>();
  readonly #passages: Uint16Array;

  constructor({ rows }: Digest, passages: readonly CannedPassage[]) {
    this.#passages = rows.passages;
    for (const passage of passages) this.#words.set(keyOf(passage), passage.words);
  }

  of(row: number): number {
    let sum = 0;
    const isKnown = (slot: number, code: number): boolean => this.#words.has(slot * CODES + code);
    eachLongest(this.#passages, row, isKnown, (slot, code) => {
      sum += this.#words.get(slot * CODES + code) ?? 0;
    });
    return sum;
  }
}

/** Calls `visit` with the longest passage of each kind whose code passes `test`. */
function eachLongest(
  passages: Uint16Array,
  row: number,
  test: (slot: number, code: number) => boolean,
  visit: (slot: number, code: number) => void,
): void {
  for (let kind = 0; kind < PASSAGE_KINDS.length; kind++)
    for (let length = PASSAGE_WORDS.length - 1; length >= 0; length--) {
      const slot = kind * PASSAGE_WORDS.length + length;
      const code = passages[row * PASSAGES + slot] ?? 0;
      if (code === 0 || !test(slot, code)) continue;
      visit(slot, code);
      break;
    }
}
