import fc from 'fast-check';
import { hash53 } from '../../src/measures/hash.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { decide } from '../../src/pipeline/decide.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { firstOfContent, keptInTimeOrder } from '../../src/pipeline/dedup/contents.ts';
import { NearPairs } from '../../src/pipeline/dedup/nearPairs.ts';
import { PairList } from '../../src/pipeline/dedup/rowPairs.ts';
import type { Digest } from '../../src/pipeline/digest.ts';
import { recordReasons } from '../../src/pipeline/recordReasons.ts';
import { ledgerKey } from '../../src/pipeline/split/groupKeys.ts';
import type { Ledger } from '../../src/pipeline/split/ledger.ts';
import { withoutKeys } from '../../src/pipeline/split/withoutKeys.ts';
import {
  conversation,
  type FeedbackGiven,
  feedbackOn,
  planOf,
  published,
  type Settings,
  SURVEY,
  survey,
} from './world.ts';

/** What comes on one day. */
export interface Day {
  readonly rows: readonly Conversation[];
  readonly feedback: readonly FeedbackGiven[];
  /** Users whose rows are gone from now on. */
  readonly forget: readonly string[];
  readonly seed: number;
  /** Share of train; the others share the rest. */
  readonly train: number;
}

/** Texts of one chain: each differs from the next in one word, which leaves a similarity of 0.9, and from the next but one in two, 0.82. */
const WORDS = 62;
export const THRESHOLD = 0.85;

export function textOf(chain: number, link: number): string {
  const word = (place: number): string => {
    const changed = place % 8 === 5 && (place - 5) / 8 < link;
    return changed ? `other${chain}x${place}` : `word${chain}x${place}`;
  };
  return Array.from({ length: WORDS }, (_, place) => word(place)).join(' ');
}

const computed = new Map<string, number>();

/** As the survey has it: the share of the word trigrams of either that both have. There are few texts, so each pair is computed once. */
export function jaccard(one: string, other: string): number {
  const pair = `${one}\n${other}`;
  const known = computed.get(pair);
  if (known !== undefined) return known;
  const [a, b] = [trigrams(one), trigrams(other)];
  const both = [...a].filter((gram) => b.has(gram)).length;
  const found = both / (a.size + b.size - both);
  computed.set(pair, found);
  return found;
}

function trigrams(text: string): Set<string> {
  const words = text.split(' ');
  return new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`));
}

const DAY_MS = 86_400_000;
const BEGAN = 1_700_000_000_000;

/** Days of a few texts in chains that meet, of sessions that go on, of late and early records, opinions and erasures. */
export function manyDays(count: number): fc.Arbitrary<readonly Day[]> {
  const row = fc.record({ chain: fc.nat(3), link: fc.nat(6), session: fc.option(fc.nat(9)), late: fc.nat(3) });
  const day = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    opinions: fc.array(fc.record({ about: fc.nat(60), rating: fc.constantFrom(1, 5) }), { maxLength: 3 }),
    forget: fc.option(fc.nat(4), { freq: 6 }),
    seed: fc.constantFrom(1, 1, 1, 2),
    train: fc.constantFrom(0.4, 0.4, 0.8),
  });
  return fc.array(day, { minLength: count, maxLength: count }).map((days) => {
    let made = 0;
    return days.map(({ rows, opinions, forget, seed, train }, number) => ({
      rows: rows.map(({ chain, link, session, late }) => {
        const id = made++;
        return conversation({
          id: `row${id}`,
          timestamp: BEGAN + (number - late) * DAY_MS + id,
          session: session === null ? undefined : `session${session}`,
          user: `user${(session ?? id) % 5}`,
          messages: [
            { role: 'user', content: textOf(chain, link).split(' ').slice(0, 20).join(' '), index: 0 },
            { role: 'assistant', content: textOf(chain, link).split(' ').slice(20).join(' '), index: 1 },
          ],
        });
      }),
      feedback: opinions.map(({ about, rating }, n) => ({
        id: `row${about % Math.max(made, 1)}`,
        user: 'judge',
        rating,
        timestamp: BEGAN + number * DAY_MS + n,
      })),
      forget: forget === null ? [] : [`user${forget}`],
      seed,
      train,
    }));
  });
}

export function saidIn({ messages }: Conversation): string {
  return messages.map(({ content }) => content).join(' ');
}

/** One day after it was decided, and what the ledger knows after its export. */
export interface Decided {
  readonly rows: readonly Conversation[];
  readonly decisions: Decisions;
}

/**
 * Goes through the days one by one, exporting on each.
 * @param keep what becomes of the ledger from one day to the next; as it is when left out
 */
export function* liveThrough(
  days: readonly Day[],
  settings: Settings,
  keep: (ledger: Ledger) => Ledger | undefined = (ledger) => ledger,
): Generator<Decided> {
  let rows: Conversation[] = [];
  let feedback: FeedbackGiven[] = [];
  let ledger: Ledger | undefined;
  for (const day of days) {
    const gone = new Set(day.forget);
    const sessions = new Set(rows.filter(({ user = '' }) => gone.has(user)).map(({ session = '' }) => session));
    rows = [...rows, ...day.rows].filter(({ user = '' }) => !gone.has(user));
    feedback = [...feedback, ...day.feedback];
    const forgotten = [...sessions].map((id) => ledgerKey('session', hash53(id)));
    const users = day.forget.map((id) => ledgerKey('user', hash53(id)));
    ledger = ledger && withoutKeys(ledger, new Set([...forgotten, ...users])).ledger;
    const rest = (1 - day.train) / 2;
    const split = { ...settings.split, seed: day.seed, train: day.train, val: rest, test: 1 - day.train - rest };
    const plan = planOf({ ...settings, split });
    const digest = survey(rows);
    const near = exactPairs(rows, digest);
    const decisions = decide(digest, feedbackOn(...feedback), recordReasons(SURVEY), plan, near, ledger);
    yield { rows, decisions };
    ledger = keep(published(decisions, { ...settings, split }, ledger));
  }
}

/** The near duplicates as brute force finds them. */
function exactPairs(rows: readonly Conversation[], digest: Digest): NearPairs {
  const first = firstOfContent(digest, keptInTimeOrder(digest));
  const firsts = [...rows.keys()].filter((row) => first[row] === row);
  const pairs = new PairList();
  for (const [place, one] of firsts.entries()) {
    for (const other of firsts.slice(0, place)) {
      const similarity = jaccard(textOfRow(rows[one]), textOfRow(rows[other]));
      if (similarity >= THRESHOLD) pairs.add(other, one, similarity);
    }
  }
  return new NearPairs(first, pairs.finish(), THRESHOLD, () => 0);
}

function textOfRow(row: Conversation | undefined): string {
  return row === undefined ? '' : saidIn(row);
}
