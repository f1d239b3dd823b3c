import { forEachRun, orderBy } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import { ONE_CHAT, type SnapshotGroups, snapshotsOf } from '../dedup/snapshots.ts';
import { defineSetStage, type SetStageTools } from '../setStage.ts';

type BadTurn = 'cut' | 'drop';
type Tools = SetStageTools<'repeated' | 'snapshot' | 'after_bad_turn' | 'has_bad_turn' | 'unrated'>;

/**
 * Sets what an example is. Unit `exchange`: every row. Unit `session`: the rows of a session in time order, up to the
 * first bad one; rows without a session stand by themselves.
 */
export default defineSetStage({
  name: 'session',
  summary: 'joins the exchanges of a session in time order into one conversation',
  section: 'conversation',
  reasons: {
    repeated: 'the same exchange stands earlier in its session',
    snapshot: 'another line of its session says it, too, and goes on',
    after_bad_turn: 'an earlier turn of its session was dropped, and the session ends before it',
    has_bad_turn: 'another turn of its session was dropped, and `bad_turn` is `drop`',
    unrated: 'nobody rated any turn of the session, and `unrated` is `drop`',
  },
  apply(decisions, plan, tools) {
    const { unit, bad_turn } = plan.conversation;
    const { unrated } = plan.feedback;
    if (unit === 'exchange') {
      // Rows that only feedback or the period dropped stay among the items: duplicates are found whatever the rating,
      // so that late feedback does not move the others between splits.
      decisions.setItems(rowsWhere(decisions, (row) => decisions.digest.rows.verdict[row] === 0));
      return;
    }
    const goesOn = longerOf(snapshotsOf(decisions, plan));
    const timeline = inTimeOrder(decisions);
    const sessions = Float64Array.from(timeline, (row) => decisions.digest.rows.session[row] ?? 0);
    const rows: number[] = [];
    const starts: number[] = [0];
    forEachRun(sessions, (places, start, end) => {
      const members = Array.from(places.subarray(start, end), (place) => timeline[place] ?? 0);
      const alone = sessions[places[start] ?? 0] === 0;
      for (const group of alone ? members.map((row) => [row]) : [members]) {
        const session = withoutRepeats(decisions, group, tools);
        const usable = withoutSnapshots(decisions, usableRows(decisions, session.rows, bad_turn, tools), goesOn, tools);
        if (usable.length === 0) continue;
        judgeSession(decisions, { rows: usable, good: session.good }, { bad_turn, unrated }, tools);
        for (const row of usable) rows.push(row); // a session may have more rows than a call takes arguments
        starts.push(rows.length);
      }
    });
    decisions.setItems(Uint32Array.from(rows), Uint32Array.from(starts));
  },
});

interface SessionRows {
  readonly rows: number[];
  /** How many of them stand before a repeat that was rated badly; all when there is none. */
  readonly good: number;
}

/** The rows of a session in the period, each exchange once: logs of retries say the same twice. */
function withoutRepeats(decisions: Decisions, members: readonly number[], { dropRow }: Tools): SessionRows {
  const { content, verdict } = decisions.digest.rows;
  const seen = new Set<number>();
  const rows: number[] = [];
  let good = Number.POSITIVE_INFINITY;
  for (const row of members) {
    if (decisions.isLeftOut(row) || decisions.isDroppedFor(row, 'period.outside')) continue;
    const said = content[row] ?? 0;
    if (verdict[row] !== 0 || !seen.has(said)) {
      rows.push(row);
      if (verdict[row] === 0) seen.add(said);
    } else if (decisions.verdict[row] === 0) dropRow(row, 'repeated');
    else good = Math.min(good, rows.length);
  }
  return { rows, good: Math.min(good, rows.length) };
}

/**
 * The rows of a session up to the first that a record stage dropped or cut; drops the rest. These are the item, whatever
 * its feedback: what a session is compared by must not change when somebody rates it late.
 */
function usableRows(decisions: Decisions, members: readonly number[], badTurn: BadTurn, tools: Tools): number[] {
  const { verdict } = decisions.digest.rows;
  const bad = members.findIndex((row) => verdict[row] !== 0);
  if (bad === -1) return [...members];
  const end = badTurn === 'drop' ? 0 : bad;
  dropRest(decisions, members.slice(end), badTurn, tools);
  return members.slice(0, end);
}

/** By row: lines of its chat that say all that it says, and go on. */
function longerOf({ count, rows, start, longer, kind }: SnapshotGroups): Map<number, Uint32Array> {
  const found = new Map<number, Uint32Array>();
  for (let group = 0; group < count; group++) {
    if (kind[group] !== ONE_CHAT) continue;
    const behind = longer[group] ?? 0;
    for (let at = start[group] ?? 0; at < behind; at++)
      found.set(rows[at] ?? 0, rows.subarray(behind, start[group + 1]));
  }
  return found;
}

/** Those of the rows of a session that no other of them says, too; what they said would stand in it twice. */
function withoutSnapshots(
  { verdict }: Decisions,
  members: readonly number[],
  goesOn: ReadonlyMap<number, Uint32Array>,
  { dropRow }: Tools,
): readonly number[] {
  if (goesOn.size === 0) return members;
  const own = new Set(members);
  return members.filter((row) => {
    if (goesOn.get(row)?.some((other) => own.has(other)) !== true) return true;
    if (verdict[row] === 0) dropRow(row, 'snapshot');
    return false;
  });
}

/** Ends a session before its first badly rated row, or within it, and drops it when all of it is to go. */
function judgeSession(
  decisions: Decisions,
  { rows, good: before }: { readonly rows: readonly number[]; readonly good: number },
  { bad_turn, unrated }: { bad_turn: BadTurn; unrated: 'keep' | 'drop' },
  tools: Tools,
): void {
  const { verdict, exchanges, digest } = decisions;
  const bad = rows.findIndex((row) => verdict[row] !== 0 || exchanges[row] !== digest.rows.exchanges[row]);
  // A row that was cut is still good up to its cut; the session ends with it.
  const end = Math.min(before, bad === -1 ? rows.length : bad + (verdict[rows[bad] ?? 0] === 0 ? 1 : 0));
  const isBad = bad !== -1 || before < rows.length;
  dropRest(decisions, isBad && bad_turn === 'drop' ? rows : rows.slice(end), bad_turn, tools);
  const good = rows.filter((row) => verdict[row] === 0);
  if (unrated === 'keep' || good.some((row) => !Number.isNaN(decisions.rating[row] ?? Number.NaN))) return;
  for (const row of good) tools.dropRow(row, 'unrated');
}

function dropRest({ verdict }: Decisions, rows: readonly number[], badTurn: BadTurn, { dropRow }: Tools): void {
  for (const row of rows) {
    if (verdict[row] === 0) dropRow(row, badTurn === 'drop' ? 'has_bad_turn' : 'after_bad_turn');
  }
}

function inTimeOrder({ digest }: Decisions): Uint32Array {
  return orderBy(digest.rows.timestamp.slice(0, digest.count));
}

function rowsWhere({ digest }: Decisions, test: (row: number) => boolean): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(digest.count);
  let count = 0;
  for (let row = 0; row < digest.count; row++) if (test(row)) rows[count++] = row;
  return rows.slice(0, count);
}
