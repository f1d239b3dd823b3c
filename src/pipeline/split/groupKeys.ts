import { combine53 } from '../../measures/hash.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';

/** What may never be divided between two splits (`split.by`). */
export const SPLIT_KEYS = ['session', 'user', 'prompt', 'cluster', 'time'] as const;
export type SplitKey = (typeof SPLIT_KEYS)[number];

/** A kind of key, and the key of each item as the log has it, hashed; 0 where an item has none. */
export interface KeyColumn {
  readonly kind: KeyKind;
  readonly hashes: Float64Array;
  /** It is for items that have no key of the kinds that were asked for. */
  readonly isFallback?: true;
}

/** Keys of different kinds never meet in the ledger, nor with texts, which stand there by their hash. */
const SALTS = { session: 1, user: 2, prompt: 3, text: 5 } as const;
const DAY_SALT = 4;
const LIKENESS_SALT = 6;
export type KeyKind = keyof typeof SALTS;

const DAY_MS = 86_400_000;
/** Days before 1970 are numbers above 0, too. */
const FIRST_DAY = 1_000_000;

export function namesIn(by: SplitKey | readonly SplitKey[]): readonly SplitKey[] {
  return typeof by === 'string' ? [by] : by;
}

/** The key of a group in the ledger. */
export function ledgerKey(kind: KeyKind, hash: number): number {
  return combine53(SALTS[kind], hash);
}

/** The key in the ledger of a text that was not published, but resembles one that was. */
export function likenessKey(text: number): number {
  return combine53(LIKENESS_SALT, text);
}

/** The key of a UTC day in the ledger. */
export function dayKey(day: number): number {
  return combine53(DAY_SALT, day + FIRST_DAY);
}

/** The UTC day of an item by its first row; NaN where nothing says. */
export function dayOf(decisions: Decisions, item: number): number {
  return Math.floor((decisions.digest.rows.timestamp[decisions.firstRow(item)] ?? Number.NaN) / DAY_MS);
}

/**
 * By what items are grouped, the columns in the order of `split.by`. What has none of these stands by its session, and
 * without one by its text, all of it, so that feedback that cuts it later does not move what is left.
 */
export function keyColumns(decisions: Decisions, plan: DecidePlan): readonly KeyColumn[] {
  const names = namesIn(plan.split.by);
  const columns = names.flatMap((name): KeyColumn[] => {
    if (name === 'session' || name === 'user') return [{ kind: name, hashes: columnOf(decisions, name) }];
    return name === 'prompt' ? [{ kind: 'prompt', hashes: prompts(decisions, plan) }] : [];
  });
  if (columns.length === 0) columns.push({ kind: 'text', hashes: textsOf(decisions, names.includes('cluster')) });
  return [...columns, ...fallbacks(decisions, columns)];
}

function columnOf(decisions: Decisions, name: 'session' | 'user' | 'content'): Float64Array {
  const hashes = new Float64Array(decisions.itemCount);
  const rows = decisions.digest.rows[name];
  for (let item = 0; item < hashes.length; item++) hashes[item] = rows[decisions.firstRow(item)] ?? 0;
  return hashes;
}

/** First questions. Short ones ask something else every time ("go on"), and would tie everything to everything. */
function prompts(decisions: Decisions, { preference }: DecidePlan): Float64Array {
  const { prompt, user_chars } = decisions.digest.rows;
  const hashes = new Float64Array(decisions.itemCount);
  for (let item = 0; item < hashes.length; item++) {
    const row = decisions.firstRow(item);
    if ((user_chars[row] ?? 0) >= preference.min_question_chars) hashes[item] = prompt[row] ?? 0;
  }
  return hashes;
}

/** By `time` alone every item is dealt for itself, with its day; by `cluster` alone its duplicates are its only company. */
function textsOf(decisions: Decisions, withDuplicates: boolean): Float64Array {
  const own = columnOf(decisions, 'content');
  return withDuplicates ? own.map((hash, item) => own[decisions.leader[item] ?? item] ?? hash) : own;
}

/** Sessions, and texts, of items that have no key in any of the columns; those that nobody needs are left out. */
function fallbacks(decisions: Decisions, columns: readonly KeyColumn[]): KeyColumn[] {
  const sessions = new Float64Array(decisions.itemCount);
  const texts = new Float64Array(decisions.itemCount);
  const { session, content } = decisions.digest.rows;
  for (let item = 0; item < sessions.length; item++) {
    if (columns.some(({ hashes }) => hashes[item] !== 0)) continue;
    const row = decisions.firstRow(item);
    if (session[row] !== 0) sessions[item] = session[row] ?? 0;
    else texts[item] = content[row] ?? 0;
  }
  const found: KeyColumn[] = [
    { kind: 'session', hashes: sessions, isFallback: true },
    { kind: 'text', hashes: texts, isFallback: true },
  ];
  return found.filter(({ hashes }) => hashes.some((hash) => hash !== 0));
}
