import { type Bounds, boundsOf, keepsTo, PASSES_ALWAYS, PASSES_NEVER } from '../../measures/byteScale.ts';
import type { Conversation } from '../conversation.ts';
import { FACET_NAMES } from '../conversation.ts';
import { type Digest, MEASURES, TOOLS } from '../digest.ts';
import { measurePlan, type PlacedMeasure } from '../measurePlan.ts';
import type { PlannedStage } from '../recordPlan.ts';
import { stageNamed } from '../recordReasons.ts';
import { Drop, type Measure } from '../stage.ts';

/** What a filter with other options would say of a row: nothing against it, the reason for which it drops, or that nobody knows. */
export type OtherWord = 'keeps' | 'unsure' | { readonly reason: string; readonly whole: boolean };

/** A filter with other options than those of the survey. */
export interface OtherFilter {
  /** No row that passed before is dropped now. */
  readonly looser: boolean;
  /** @param failed what it said before; `undefined` where that is not known */
  judge(row: number, failed: boolean | undefined): OtherWord;
  /** Whether it surely keeps a row that it kept before, and that a later filter cut: before the cut, and what was left of it. */
  keepsCut(row: number): boolean;
}

/** A filter that is taken out of the pipeline. */
export const NO_FILTER: OtherFilter = { looser: true, judge: () => 'keeps', keepsCut: () => true };

interface Limit {
  readonly option: string;
  readonly measure: Measure;
  readonly placed: PlacedMeasure | undefined;
  readonly before: number;
  readonly after: number;
}

/**
 * The options whose value the digest knows too little of to say what another one would do; none when it can say.
 * @param stages of the survey
 */
export function unknownOptions(stages: readonly PlannedStage[], now: PlannedStage, other: PlannedStage): string[] {
  const { measures, by_facets } = stageNamed(now.use);
  if (by_facets && labelsComeFirst(stages, now.use)) return [];
  const placed = measurePlan(stages).filter(({ stage }) => stage === now.use);
  return Object.keys(other.options).filter((option) => {
    if (JSON.stringify(other.options[option]) === JSON.stringify(now.options[option])) return false;
    const measure = measures[option];
    return (
      measure === undefined || !(typeof measure.held === 'function' || placed.some((own) => own.option === option))
    );
  });
}

/** The digest has facets as all stages left them. */
function labelsComeFirst(stages: readonly PlannedStage[], name: string): boolean {
  const behind = stages.slice(stages.findIndex(({ use }) => use === name));
  return behind.every(({ use }) => stageNamed(use).kind !== 'label');
}

/** @param other options that `unknownOptions` has nothing against */
export function otherFilter(
  digest: Digest,
  stages: readonly PlannedStage[],
  now: PlannedStage,
  other: PlannedStage,
): OtherFilter {
  if (stageNamed(now.use).by_facets) return new FilterByFacets(digest, other);
  return new FilterByLimits(digest, stages, now, other);
}

class FilterByFacets implements OtherFilter {
  readonly looser = false;
  readonly #digest: Digest;
  readonly #worker;

  constructor(digest: Digest, { use, options }: PlannedStage) {
    this.#digest = digest;
    this.#worker = stageNamed(use).create(options);
  }

  judge(row: number): OtherWord {
    const { labels, rows } = this.#digest;
    const facets = Object.fromEntries(
      FACET_NAMES.map((name) => [name, labels[name][rows.facets[name][row] ?? 0] || undefined]),
    );
    const bare: Conversation = {
      id: '',
      timestamp: undefined,
      user: undefined,
      session: undefined,
      messages: [],
      facets,
    };
    const verdict = this.#worker.apply(bare);
    return verdict instanceof Drop ? { reason: verdict.reason, whole: true } : 'keeps';
  }

  keepsCut(row: number): boolean {
    return this.judge(row) === 'keeps';
  }
}

class FilterByLimits implements OtherFilter {
  readonly looser: boolean;
  readonly #digest: Digest;
  readonly #limits: readonly Limit[];
  /** Reasons that hang on no limit that the digest knows of. */
  readonly #otherReasons: readonly string[];

  constructor(digest: Digest, stages: readonly PlannedStage[], now: PlannedStage, other: PlannedStage) {
    this.#digest = digest;
    const { measures, reasons } = stageNamed(now.use);
    const placed = measurePlan(stages).filter(({ stage }) => stage === now.use);
    this.#limits = Object.entries(measures).flatMap(([option, measure]): Limit[] => {
      const own = placed.find((candidate) => candidate.option === option);
      if (own === undefined && typeof measure.held !== 'function') return [];
      const limits = { before: limitOf(now, option, measure), after: limitOf(other, option, measure) };
      return [{ option, measure, placed: own, ...limits }];
    });
    const covered = new Set(this.#limits.map(({ measure }) => measure.reason));
    this.#otherReasons = Object.keys(reasons).filter((reason) => !covered.has(reason));
    this.looser = this.#limits.every(({ measure, before, after }) =>
      measure.keeps === 'at_most' ? after >= before : after <= before,
    );
  }

  judge(row: number, failed: boolean | undefined): OtherWord {
    if (failed === false && this.looser) return 'keeps';
    let unsure = false;
    for (const limit of this.#limits) {
      if (this.#codeOf(row, limit) === PASSES_NEVER) return this.#dropsAnyway();
      const keeps = keepsTo(this.#boundsOf(row, limit, failed), limit.after, limit.measure.keeps);
      if (keeps === false) return { reason: limit.measure.reason, whole: limit.measure.whole === true };
      if (keeps === undefined) unsure = true;
    }
    // Bytes say of themselves when another reason drops a row; lengths do not.
    const mayDropAnyway =
      failed !== false && this.#otherReasons.length > 0 && !this.#limits.some(({ placed }) => placed);
    return unsure || mayDropAnyway ? 'unsure' : 'keeps';
  }

  /**
   * The digest has the lengths of what is left, and the whole was longer; a byte is of the whole, whose worst message is no
   * better than those that are left.
   */
  keepsCut(row: number): boolean {
    if (this.looser) return true;
    return this.#limits.every((limit) => {
      const { placed, before, after, measure } = limit;
      if (before === after) return true;
      const speaksForBoth = placed === undefined ? measure.keeps === 'at_least' : measure.whole !== true;
      return speaksForBoth && keepsTo(this.#held(row, limit), after, measure.keeps) === true;
    });
  }

  #dropsAnyway(): OtherWord {
    // With limits of both kinds nobody knows whether it is the length that drops it.
    if (this.#limits.some(({ placed }) => placed === undefined)) return 'unsure';
    return { reason: this.#otherReasons[0] ?? '', whole: false };
  }

  #codeOf(row: number, { placed }: Limit): number {
    return placed === undefined ? 1 : (this.#digest.rows.measures[row * MEASURES + placed.slot] ?? 0);
  }

  /** What is known of the measured value, also by what the filter said of it before. */
  #boundsOf(row: number, limit: Limit, failed: boolean | undefined): Bounds {
    const { low, high } = this.#held(row, limit);
    const isUpper = limit.measure.keeps === 'at_most';
    if (failed === false)
      return isUpper ? { low, high: Math.min(high, limit.before) } : { low: Math.max(low, limit.before), high };
    if (failed !== true || !this.#aloneMayFail(row, limit)) return { low, high };
    return isUpper ? { low: Math.max(low, limit.before), high } : { low, high: Math.min(high, limit.before) };
  }

  /** Nothing else of the filter can have dropped the row. */
  #aloneMayFail(row: number, limit: Limit): boolean {
    if (this.#otherReasons.length > 0 && limit.placed === undefined) return false;
    return this.#limits.every((other) => {
      return other === limit || keepsTo(this.#held(row, other), other.before, other.measure.keeps) === true;
    });
  }

  #held(row: number, limit: Limit): Bounds {
    const { held, keeps } = limit.measure;
    const { rows } = this.#digest;
    if (typeof held !== 'function') {
      const code = this.#codeOf(row, limit);
      if (code !== PASSES_ALWAYS) return boundsOf(code, held);
      return keeps === 'at_most' ? LEAST : GREATEST;
    }
    const { low, high } = held({
      user_chars: rows.user_chars[row] ?? 0,
      assistant_chars: rows.assistant_chars[row] ?? 0,
      exchanges: rows.exchanges[row] ?? 0,
      tools: ((rows.flags[row] ?? 0) & TOOLS) !== 0,
    });
    // Whole numbers, both included; bounds leave out the one at the side of which a limit drops.
    return keeps === 'at_most' ? { low: low - 1, high } : { low, high: high + 1 };
  }
}

const LEAST: Bounds = { low: Number.NEGATIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
const GREATEST: Bounds = { low: Number.POSITIVE_INFINITY, high: Number.POSITIVE_INFINITY };

function limitOf({ options }: PlannedStage, option: string, { keeps }: Measure): number {
  const value = options[option];
  if (typeof value === 'number') return value;
  return keeps === 'at_most' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
