import { combine53 } from '../../measures/hash.ts';
import { Unions } from '../../measures/unions.ts';
import type { Decisions } from '../decisions.ts';
import { ONE_CHAT, type SnapshotGroups } from '../dedup/snapshots.ts';
import { CUT, CUT_FRONT } from '../digest.ts';
import type { Ratings } from './ratings.ts';

/** A line of feedback, and the message that it is about; -1 for the conversation as a whole. */
export interface SaidAbout {
  readonly line: number;
  readonly message: number;
}

/**
 * Feedback on lines of one chat as it grew: an answer stands in all lines from the one that it ends, each with an id of its
 * own, and what users said of it under any of these ids counts for all.
 */
export class SharedFeedback {
  readonly #decisions: Decisions;
  /** By row: its chat; only rows that are in a group have any. */
  readonly #chatOf = new Map<number, number>();
  /** Feedback by chat and by what was said up to the answer that it is about, with the row under whose id it came. */
  readonly #said = new Map<number, { readonly line: number; readonly row: number; readonly whole: boolean }[]>();

  /** By row: what is said of all of it, which is said of no answer that others have. */
  readonly #ofWhole = new Map<number, SaidAbout[]>();

  constructor(decisions: Decisions, ratings: Ratings, snapshots: SnapshotGroups) {
    this.#decisions = decisions;
    if (decisions.feedback.count === 0) return;
    this.#findChats(snapshots);
    const longest = this.#longestById();
    for (const row of this.#chatOf.keys()) this.#collect(row, ratings, longest.get(decisions.digest.rows.id[row] ?? 0));
  }

  /** All that is said of the answers of a row, in whatever line of its chat; nothing where there are no others. */
  on(row: number): SaidAbout[] | undefined {
    const chat = this.#chatOf.get(row);
    if (chat === undefined) return undefined;
    const { rows, exchanges } = this.#decisions.digest;
    const count = rows.exchanges[row] ?? 0;
    const first = rows.firstExchange[row] ?? 0;
    const found: SaidAbout[] = [...(this.#ofWhole.get(row) ?? [])];
    for (let exchange = 0; exchange < count; exchange++) {
      for (const said of this.#said.get(this.#keyOf(chat, row, exchange)) ?? []) {
        const ofWhole = count === 1 || (said.whole && said.row === row);
        found.push({ line: said.line, message: ofWhole ? -1 : (exchanges.answer[first + exchange] ?? 0) });
      }
    }
    return found;
  }

  #findChats({ count, rows, start, kind }: SnapshotGroups): void {
    const together = new Unions(kind.includes(ONE_CHAT) ? this.#decisions.digest.count : 0);
    const inChat = new Set<number>();
    for (let group = 0; group < count; group++) {
      if (kind[group] !== ONE_CHAT) continue;
      const begin = start[group] ?? 0;
      for (let at = begin; at < (start[group + 1] ?? 0); at++) {
        inChat.add(rows[at] ?? 0);
        together.join(rows[begin] ?? 0, rows[at] ?? 0);
      }
    }
    for (const row of inChat) this.#chatOf.set(row, together.of(row));
  }

  /** Of ids that several lines have the longest line; it has all messages that feedback may be about. */
  #longestById(): Map<number, number> {
    const { id, exchanges } = this.#decisions.digest.rows;
    const first = new Map<number, number>();
    const longest = new Map<number, number>();
    for (const row of this.#chatOf.keys()) {
      const own = id[row] ?? 0;
      const known = longest.get(own) ?? first.get(own);
      if (known === undefined) first.set(own, row);
      else longest.set(own, (exchanges[row] ?? 0) > (exchanges[known] ?? 0) ? row : known);
    }
    return longest;
  }

  /** @param longest the longest line with its id, where several have it: what is said of the whole is said of no one answer there */
  #collect(row: number, ratings: Ratings, longest: number | undefined): void {
    const { digest, feedback } = this.#decisions;
    const { first, end } = ratings.find(digest.rows.id[row] ?? 0);
    for (let at = first; at < end; at++) {
      const line = ratings.line(at);
      const message = feedback.rows.message[line] ?? -1;
      const whole = message < 0;
      if (!whole && longest !== undefined && longest !== row) continue;
      const exchange = whole && longest !== undefined ? undefined : this.#exchangeOf(row, message);
      if (exchange !== undefined)
        addTo(this.#said, this.#keyOf(this.#chatOf.get(row) ?? row, row, exchange), { line, row, whole });
      else if (whole) addTo(this.#ofWhole, row, { line, message });
    }
  }

  /** The exchange that feedback under the id of this row is about; nothing where a stage has cut that away. */
  #exchangeOf(row: number, message: number): number | undefined {
    const { rows, exchanges } = this.#decisions.digest;
    const count = rows.exchanges[row] ?? 0;
    const first = rows.firstExchange[row] ?? 0;
    const flags = rows.flags[row] ?? 0;
    if (message >= 0 && (flags & CUT_FRONT) !== 0 && message <= (exchanges.answer[first - 1] ?? -1)) return undefined;
    if (message >= 0 && (count > 1 || (flags & CUT) !== 0)) {
      for (let exchange = 0; exchange < count; exchange++)
        if ((exchanges.answer[first + exchange] ?? 0) >= message) return exchange;
    }
    return (flags & CUT) === 0 ? count - 1 : undefined;
  }

  #keyOf(chat: number, row: number, exchange: number): number {
    const { rows, exchanges } = this.#decisions.digest;
    const whole = exchange + 1 === rows.exchanges[row];
    const content = whole ? rows.content[row] : exchanges.content[(rows.firstExchange[row] ?? 0) + exchange];
    return combine53(chat + 1, content ?? 0);
  }
}

function addTo<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [value]);
  else known.push(value);
}
