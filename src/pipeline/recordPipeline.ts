import type { Conversation } from './conversation.ts';
import { Drop, type RecordStageKind, type RecordStageWorker } from './stage.ts';
import { RECORD_STAGES } from './stages.ts';
import { exchangeEnds, orderTurns, TURNS } from './turns.ts';

/** A stage of a run with its options, as plain data: it goes to worker threads and into the manifest as it is. */
export interface PlannedStage {
  readonly use: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface RecordPlan {
  readonly stages: readonly PlannedStage[];
  /** What becomes of a longer conversation with a bad turn: it ends before it, or it is dropped. */
  readonly bad_turn: 'cut' | 'drop';
}

/** What happened to a conversation at one stage; `explain` listens to this. */
export interface Step {
  readonly stage: string;
  readonly kind: RecordStageKind;
  readonly before: Conversation;
  readonly after: Conversation;
  readonly drop: Drop | undefined;
}

/** A drop with the place of its reason in `RecordPipeline.reasons`. */
export interface StagedDrop {
  readonly conversation: Conversation;
  readonly drop: Drop;
  readonly code: number;
}

interface PlacedWorker {
  readonly stage: string;
  readonly kind: RecordStageKind;
  readonly place: number;
  readonly worker: RecordStageWorker;
}

/**
 * Runs conversations through the record stages, one call after the other. All that is common to stages is done here:
 * counting, cutting at a bad turn, telling what was dropped; a stage only judges.
 */
export class RecordPipeline {
  /** Names of the stages in order; `turns` comes first. */
  readonly stages: readonly string[];
  /** `stage.reason` for every way to be dropped; a verdict is a place in this list plus 1. */
  readonly reasons: readonly string[];
  /** How many conversations each stage changed, by its place in `stages`. */
  readonly changed: Uint32Array;
  /** How many conversations were cut at a bad turn, by the place of the stage that found it. */
  readonly cut: Uint32Array;
  readonly #rewriting: PlacedWorker[] = [];
  readonly #judging: PlacedWorker[] = [];
  readonly #codes: ReadonlyMap<string, number>;
  readonly #badTurn: 'cut' | 'drop';
  readonly #onStep: ((step: Step) => void) | undefined;

  constructor(plan: RecordPlan, onStep?: (step: Step) => void) {
    this.#badTurn = plan.bad_turn;
    this.#onStep = onStep;
    this.stages = recordStageNames(plan);
    this.reasons = recordReasons(plan);
    this.#codes = new Map(this.reasons.map((reason, place) => [reason, place + 1]));
    this.changed = new Uint32Array(this.stages.length);
    this.cut = new Uint32Array(this.stages.length);
    for (const [index, { use, options }] of plan.stages.entries()) {
      const stage = stageNamed(use);
      const placed = { stage: use, kind: stage.kind, place: index + 1, worker: stage.create(options) };
      (stage.kind === 'clean' || stage.kind === 'scrub' ? this.#rewriting : this.#judging).push(placed);
    }
  }

  /** Orders, cleans and scrubs: everything that changes the text of a conversation. */
  rewrite(conversation: Conversation): Conversation | StagedDrop {
    let current = this.#order(conversation);
    if ('drop' in current) return current;
    const ordered = current !== conversation;
    for (const placed of this.#rewriting) {
      const after = placed.worker.apply(current);
      this.#tell(placed, current, after);
      if (after instanceof Drop) return this.#dropped(current, placed.stage, after);
      if (after !== current) this.#count(this.changed, placed.place);
      current = after;
    }
    // Cleaning may leave a message without text.
    return this.#order(current, ordered);
  }

  /** Labels and filters a rewritten conversation; it may come back shorter. */
  judge(conversation: Conversation): Conversation | StagedDrop {
    let current = conversation;
    for (const placed of this.#judging) {
      let after = placed.worker.apply(current);
      if (after instanceof Drop && this.#badTurn === 'cut') after = this.#cutBefore(current, after, placed);
      this.#tell(placed, current, after);
      if (after instanceof Drop) return this.#dropped(current, placed.stage, after);
      if (after !== current && placed.kind === 'label') this.#count(this.changed, placed.place);
      current = after;
    }
    return current;
  }

  /** @param counted the conversation counts as changed by `turns` already */
  #order(conversation: Conversation, counted = false): Conversation | StagedDrop {
    const after = orderTurns(conversation);
    this.#tell({ stage: TURNS.name, kind: 'clean' }, conversation, after);
    if (after instanceof Drop) return this.#dropped(conversation, TURNS.name, after);
    if (after !== conversation && !counted) this.#count(this.changed, 0);
    return after;
  }

  /** The exchanges before the one at fault when there are any that pass all filters so far; the drop otherwise. */
  #cutBefore(conversation: Conversation, drop: Drop, { place }: PlacedWorker): Conversation | Drop {
    if (drop.message === undefined) return drop;
    const fault = drop.message;
    const end = exchangeEnds(conversation.messages).findLast((position) => position <= fault);
    if (end === undefined) return drop;
    const shorter = { ...conversation, messages: conversation.messages.slice(0, end) };
    const filters = this.#judging.filter((other) => other.kind === 'filter' && other.place <= place);
    if (filters.some(({ worker }) => worker.apply(shorter) instanceof Drop)) return drop;
    this.#count(this.cut, place);
    return shorter;
  }

  #dropped(conversation: Conversation, stage: string, drop: Drop): StagedDrop {
    return { conversation, drop, code: this.#codes.get(`${stage}.${drop.reason}`) ?? 0 };
  }

  #count(counters: Uint32Array, place: number): void {
    counters[place] = (counters[place] ?? 0) + 1;
  }

  #tell(
    { stage, kind }: { stage: string; kind: RecordStageKind },
    before: Conversation,
    after: Conversation | Drop,
  ): void {
    if (this.#onStep === undefined) return;
    const drop = after instanceof Drop ? after : undefined;
    this.#onStep({ stage, kind, before, after: after instanceof Drop ? before : after, drop });
  }
}

/** The record stages of a run in the order of their verdicts, `turns` first. */
export function recordStageNames(plan: RecordPlan): string[] {
  return [TURNS.name, ...plan.stages.map(({ use }) => use)];
}

/** Every `stage.reason` for which the record stages of a run may drop, in pipeline order. */
export function recordReasons(plan: RecordPlan): string[] {
  const own = Object.keys(TURNS.reasons).map((reason) => `${TURNS.name}.${reason}`);
  const others = plan.stages.flatMap(({ use }) =>
    Object.keys(stageNamed(use).reasons).map((reason) => `${use}.${reason}`),
  );
  return [...own, ...others];
}

function stageNamed(name: string) {
  const stage = RECORD_STAGES.find((candidate) => candidate.name === name);
  if (stage === undefined) throw new RangeError(`no record stage is named ${name}`);
  return stage;
}
