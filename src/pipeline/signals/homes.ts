import { KeyCounts } from '../../measures/keyCounts.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { NO_SPLIT } from '../split/assign.ts';
import { bitOf } from '../split/ledger.ts';
import type { Answer } from './signal.ts';

/**
 * In which split a rated answer may stand: in that of its duplicates, which the earliest of them has for good, and only when
 * its session stands there, too, or has nobody else. So what is in the test split of conversations is in no other of these,
 * whatever its rating.
 */
export class Homes {
  readonly #decisions: Decisions;
  readonly #tellsTexts: boolean;
  readonly #company: KeyCounts | undefined;
  /** Splits of groups of which a kept conversation stands elsewhere than they would: it was alone, and has duplicates there. */
  readonly #moved: ReadonlyMap<number, number>;
  /** Splits of whole conversations that are the beginning of a longer one with a rated answer, by the hash of their content. */
  readonly #beginnings: ReadonlyMap<number, number>;

  constructor(decisions: Decisions, plan: DecidePlan, answers: readonly Answer[]) {
    this.#decisions = decisions;
    this.#tellsTexts = plan.dedup.exact || plan.dedup.near.enabled;
    this.#company = this.#companyOf(answers);
    this.#moved = this.#movedGroups();
    this.#beginnings = this.#beginningsOf(answers);
  }

  /** The place in `SPLITS` of the split of an answer; nothing when it may stand in none. */
  of(answer: Answer): number | undefined {
    const { item } = answer;
    const home = this.#homeOf(item);
    const group = this.#groupOf(item);
    if ((this.#moved.get(group) ?? home) !== home) return undefined;
    const alone = this.#company?.of(group) === 1;
    if (this.#ownSplit(item) !== home && !alone) return undefined;
    if (this.#wasElsewhere(answer, home)) return undefined;
    const whole = this.#beginnings.get(beginningOf(this.#decisions, answer) ?? 0);
    if (whole !== undefined && whole !== home) return undefined;
    const kept = this.#decisions.representative[item] ?? item;
    return this.#decisions.isKept(kept) && this.#decisions.split[kept] !== home ? undefined : home;
  }

  /** An export had it, its group or what resembles it, in another split; or a conversation that ends with this answer. */
  #wasElsewhere(answer: Answer, home: number): boolean {
    const { published, ledger } = this.#decisions;
    if (ledger === undefined) return false;
    const beginning = beginningOf(this.#decisions, answer);
    const said = beginning === undefined || !this.#tellsTexts ? 0 : ledger.splits.of(beginning);
    return (((published[answer.item] ?? 0) | said) & ~bitOf(home)) !== 0;
  }

  #homeOf(item: number): number {
    return this.#decisions.home[item] ?? NO_SPLIT;
  }

  #ownSplit(item: number): number {
    return this.#decisions.groupSplit[item] ?? NO_SPLIT;
  }

  #groupOf(item: number): number {
    return this.#decisions.group[item] ?? 0;
  }

  /** How many items there are in the groups of those that have duplicates in another split; nothing when there are none. */
  #companyOf(answers: readonly Answer[]): KeyCounts | undefined {
    const away = answers.filter(({ item }) => this.#ownSplit(item) !== this.#homeOf(item));
    if (away.length === 0) return undefined;
    const company = new KeyCounts(away.length);
    for (const { item } of away) company.add(this.#groupOf(item));
    for (let item = 0; item < this.#decisions.itemCount; item++) company.count(this.#groupOf(item));
    return company;
  }

  #movedGroups(): Map<number, number> {
    const { clusterSize, leader, split, itemCount } = this.#decisions;
    const moved = new Map<number, number>();
    for (let item = 0; item < itemCount; item++) {
      if ((clusterSize[leader[item] ?? item] ?? 1) === 1 || !this.#decisions.isKept(item)) continue;
      if (this.#ownSplit(item) !== split[item]) moved.set(this.#groupOf(item), split[item] ?? 0);
    }
    return moved;
  }

  #beginningsOf(answers: readonly Answer[]): Map<number, number> {
    const wanted = new Set<number>();
    for (const answer of answers) {
      const beginning = beginningOf(this.#decisions, answer);
      if (beginning !== undefined) wanted.add(beginning);
    }
    const found = new Map<number, number>();
    if (wanted.size === 0) return found;
    const { content } = this.#decisions.digest.rows;
    for (let item = 0; item < this.#decisions.itemCount; item++) {
      if (this.#decisions.sizeOf(item) !== 1) continue;
      const said = content[this.#decisions.firstRow(item)] ?? 0;
      if (wanted.has(said)) found.set(said, this.#homeOf(item));
    }
    return found;
  }
}

/** Hash of the turns up to an answer that stands in the middle of a conversation; nothing where it ends it. */
function beginningOf({ digest }: Decisions, { row, before, exchange }: Answer): number | undefined {
  const { rows, exchanges } = digest;
  if (before > 0 || exchange + 1 === rows.exchanges[row]) return undefined;
  return exchanges.content[(rows.firstExchange[row] ?? 0) + exchange];
}
