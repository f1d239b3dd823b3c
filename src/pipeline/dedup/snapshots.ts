import { combine53 } from '../../measures/hash.ts';
import { forEachRepeat } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import type { Digest } from '../digest.ts';
import type { DecidePlan } from '../setStage.ts';
import { fewestWords } from './contents.ts';

/**
 * Rows that say what other rows begin with, in groups: in each, `rows[start[g]]` to before `rows[longer[g]]` are equal, and
 * those from there to before `start[g + 1]` say the same and go on.
 */
export interface SnapshotGroups {
  readonly count: number;
  readonly rows: Uint32Array;
  readonly start: Uint32Array;
  readonly longer: Uint32Array;
  /** By group: `ONE_CHAT`, `STRANGERS` or `OPENING`. */
  readonly kind: Uint8Array;
}

/** All its rows are lines of one chat as it grew. */
export const ONE_CHAT = 1;
/** Different chats begin with the same long exchange. */
export const STRANGERS = 2;
/** So many do that it is how chats open here. */
export const OPENING = 3;

/** Ours: more chats than that, held together by how they begin, would weigh down the split that they all go to. */
const MOST_STRANGERS = 20;

/** The groups of a digest, found when they are first asked for; none where `dedup.snapshots` is off. */
export function snapshotsOf(decisions: Decisions, { dedup }: DecidePlan): SnapshotGroups {
  decisions.snapshots ??= dedup.snapshots ? findSnapshots(decisions.digest, fewestWords(dedup)) : NO_GROUPS;
  return decisions.snapshots;
}

/**
 * Finds rows whose whole content is the beginning of others', among those that the record stages keep. A function of the
 * digest alone: what is a snapshot of what does not hang on feedback.
 * @param fewest words of a text that says enough for strangers, or lines without a session, to be compared by it
 */
export function findSnapshots(digest: Digest, fewest: number): SnapshotGroups {
  const { rows, exchanges } = digest;
  const beginnings = beginningsOf(digest);
  if (beginnings.row.length === 0) return NO_GROUPS;
  // Contents of all rows, and behind them those of all beginnings.
  const keys = new Float64Array(digest.count + beginnings.row.length);
  keys.set(rows.content.subarray(0, digest.count));
  for (let at = 0; at < beginnings.row.length; at++)
    keys[digest.count + at] = exchanges.content[beginnings.exchange[at] ?? 0] ?? 0;
  const found = new Groups();
  forEachRepeat(keys, (places, start, end) => {
    if ((places[start] ?? 0) >= digest.count) return; // places ascend, so nobody says just that
    const whole: number[] = [];
    const longer: number[] = [];
    for (let at = start; at < end; at++) {
      const place = places[at] ?? 0;
      if (place >= digest.count) longer.push(beginnings.row[place - digest.count] ?? 0);
      else if (rows.verdict[place] === 0) whole.push(place);
    }
    if (whole.length > 0 && longer.length > 0) addGroups(digest, { whole, longer }, fewest, found);
  });
  return found.finish();
}

/** Where conversations of several exchanges stand after each but their last: row, and exchange in the digest. */
function beginningsOf({ count, rows }: Digest): { readonly row: number[]; readonly exchange: number[] } {
  const row: number[] = [];
  const exchange: number[] = [];
  for (let at = 0; at < count; at++) {
    const exchanges = rows.exchanges[at] ?? 0;
    if (exchanges < 2 || rows.verdict[at] !== 0) continue;
    const first = rows.firstExchange[at] ?? 0;
    for (let n = 0; n < exchanges - 1; n++) {
      row.push(at);
      exchange.push(first + n);
    }
  }
  return { row, exchange };
}

interface Alike {
  readonly whole: readonly number[];
  readonly longer: readonly number[];
}

/** A group for each chat that has both kinds, and one of all of them where the text says enough for strangers. */
function addGroups(digest: Digest, { whole, longer }: Alike, fewest: number, found: Groups): void {
  const says = (digest.rows.words[whole[0] ?? 0] ?? 0) >= fewest;
  const chats = byChat(digest, whole, says);
  const goOn = byChat(digest, longer, says);
  let apart = 0;
  for (const [chat, rows] of goOn) {
    const isOne = (digest.rows.session[rows[0] ?? 0] ?? 0) !== 0 || isChain(digest, rows);
    const shorter = isOne ? chats.get(chat) : undefined;
    if (shorter !== undefined) found.add(shorter, rows, ONE_CHAT);
    apart += isOne ? 1 : rows.length;
  }
  if (!says || (apart === 1 && chats.size === 1 && goOn.has(first(chats.keys())))) return;
  found.add(whole, longer, apart > MOST_STRANGERS ? OPENING : STRANGERS);
}

function first(values: Iterable<number>): number {
  for (const value of values) return value;
  return 0;
}

/**
 * Whether each of these rows is the beginning of the longest. Lines that have no session are one chat as long as they are; where
 * they go on differently, different people began alike.
 */
function isChain({ rows, exchanges }: Digest, members: readonly number[]): boolean {
  let longest = members[0] ?? 0;
  for (const row of members) if ((rows.exchanges[row] ?? 0) > (rows.exchanges[longest] ?? 0)) longest = row;
  const begin = rows.firstExchange[longest] ?? 0;
  const most = rows.exchanges[longest] ?? 0;
  return members.every((row) => {
    const count = rows.exchanges[row] ?? 0;
    const upTo = count === most ? rows.content[longest] : exchanges.content[begin + count - 1];
    return upTo === rows.content[row];
  });
}

/** Rows by chat: those of one session, or those of one user (or of nobody) without a session, where the text could not be anybody's. */
function byChat({ rows }: Digest, members: readonly number[], says: boolean): Map<number, number[]> {
  const chats = new Map<number, number[]>();
  for (const row of members) {
    const session = rows.session[row] ?? 0;
    if (session === 0 && !says) continue;
    const chat = session === 0 ? combine53(2, rows.user[row] ?? 0) : combine53(1, session);
    const known = chats.get(chat);
    if (known === undefined) chats.set(chat, [row]);
    else known.push(row);
  }
  return chats;
}

class Groups {
  readonly #rows: number[] = [];
  readonly #start: number[] = [];
  readonly #longer: number[] = [];
  readonly #kind: number[] = [];

  add(whole: readonly number[], longer: readonly number[], kind: number): void {
    this.#start.push(this.#rows.length);
    for (const row of whole) this.#rows.push(row);
    this.#longer.push(this.#rows.length);
    for (const row of longer) this.#rows.push(row);
    this.#kind.push(kind);
  }

  finish(): SnapshotGroups {
    return {
      count: this.#longer.length,
      rows: Uint32Array.from(this.#rows),
      start: Uint32Array.from([...this.#start, this.#rows.length]),
      longer: Uint32Array.from(this.#longer),
      kind: Uint8Array.from(this.#kind),
    };
  }
}

const NO_GROUPS: SnapshotGroups = new Groups().finish();
