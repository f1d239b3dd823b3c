import { hashHex } from '../measures/hash.ts';
import type { Conversation } from './conversation.ts';
import type { Benchmark } from './decontaminate/benchmark.ts';
import type { Judgement } from './judgement.ts';
import { type RecordPlan, recordStageNames } from './recordPlan.ts';
import { recordReasons, stageNamed } from './recordReasons.ts';
import type { Recognize } from './scrub/recognizer.ts';
import { Drop, type ExampleMemory, type RecordStageKind, type RecordStageWorker } from './stage.ts';
import type { StepClock } from './stepClock.ts';
import type { MessageTokens } from './tokens/messageTokens.ts';
import { exchangeEnds, orderTurns, TURNS } from './turns.ts';

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

/** What a pipeline may be given beside its plan. */
export interface PipelineExtras {
  readonly onStep?: ((step: Step) => void) | undefined;
  /** Takes the time of every stage. */
  readonly clock?: StepClock | undefined;
  /** An outside recogniser of personal data; it is wanted where `scrub` has one in its options. */
  readonly recognize?: Recognize | undefined;
  /** Counts tokens; it is wanted where the plan has a tokenizer. */
  readonly tokens?: MessageTokens | undefined;
  /** What must not turn up in the data set; it is wanted where the plan names files of it. */
  readonly benchmark?: Benchmark | undefined;
  /** Is told what all filters say of each conversation, also those behind the one that drops it. */
  readonly judgement?: Judgement | undefined;
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
  /** Names the stages that clean and label, with their options. */
  readonly cleaning: string;
  readonly #rewriting: PlacedWorker[] = [];
  readonly #trimming: PlacedWorker[] = [];
  readonly #judging: PlacedWorker[] = [];
  readonly #codes: ReadonlyMap<string, number>;
  readonly #badTurn: 'cut' | 'drop';
  readonly #onStep: ((step: Step) => void) | undefined;
  readonly #judgement: Judgement | undefined;
  readonly #turns: typeof orderTurns;
  readonly #turnsAgain: typeof orderTurns;

  constructor(plan: RecordPlan, { onStep, clock, recognize, tokens, benchmark, judgement }: PipelineExtras = {}) {
    this.#badTurn = plan.bad_turn;
    this.#onStep = onStep;
    this.#judgement = judgement;
    this.stages = recordStageNames(plan);
    this.reasons = recordReasons(plan);
    this.#codes = new Map(this.reasons.map((reason, place) => [reason, place + 1]));
    this.changed = new Uint32Array(this.stages.length);
    this.cut = new Uint32Array(this.stages.length);
    this.cleaning = hashHex(JSON.stringify(plan.stages.filter(({ use }) => isDoneOnce(stageNamed(use).kind))));
    this.#turns = clock?.watch(TURNS.name, orderTurns) ?? orderTurns;
    this.#turnsAgain = clock?.watchAgain(TURNS.name, orderTurns) ?? orderTurns;
    for (const [index, { use, options }] of plan.stages.entries()) {
      const stage = stageNamed(use);
      const measured = judgement?.listenerOf(use);
      const context = { id_key: plan.id_key, recognize, tokens, benchmark, measured };
      const worker = watched(stage.create(options, context), use, clock);
      const placed = { stage: use, kind: stage.kind, place: index + 1, worker };
      this.#workersOf(stage.kind).push(placed);
    }
  }

  /**
   * Orders, cleans, scrubs and trims: everything that changes the text of a conversation. What these stages cleaned before they do not
   * clean again: each leaves alone what it made, but not always what a later one made of that (a letter composed by one may
   * look like mojibake to another). It is scrubbed again, for there may be new detectors.
   * @param memory of the records before it in the same example
   */
  rewrite(conversation: Conversation, memory?: ExampleMemory): Conversation | StagedDrop {
    const ordered = this.#order(conversation, this.#turns);
    if ('drop' in ordered) return ordered;
    const isClean = conversation.cleaned === this.cleaning;
    const workers = isClean ? this.#rewriting.filter(({ kind }) => !isDoneOnce(kind)) : this.#rewriting;
    const rewritten = this.#passThrough(workers, ordered, memory);
    if ('drop' in rewritten) return rewritten;
    // Cleaning may leave a message without text.
    const again = this.#order(rewritten, this.#turnsAgain, ordered !== conversation);
    return 'drop' in again ? again : this.#passThrough(this.#trimming, again, memory);
  }

  #passThrough(
    workers: readonly PlacedWorker[],
    conversation: Conversation,
    memory: ExampleMemory | undefined,
  ): Conversation | StagedDrop {
    let current = conversation;
    for (const placed of workers) {
      const after = placed.worker.apply(current, memory);
      this.#tell(placed, current, after);
      if (after instanceof Drop) return this.#dropped(current, placed.stage, after);
      if (after !== current) this.#count(this.changed, placed.place);
      current = after;
    }
    return current;
  }

  #workersOf(kind: RecordStageKind): PlacedWorker[] {
    if (kind === 'clean' || kind === 'scrub') return this.#rewriting;
    return kind === 'trim' ? this.#trimming : this.#judging;
  }

  /**
   * Labels and filters a rewritten conversation; it may come back shorter. What was labelled and cut before keeps its labels:
   * what is left of it may look like another language.
   */
  judge(conversation: Conversation): Conversation | StagedDrop {
    const isLabelled = conversation.cleaned === this.cleaning;
    this.#judgement?.begin();
    let current = conversation;
    for (const [place, placed] of this.#judging.entries()) {
      if (isLabelled && isDoneOnce(placed.kind)) continue;
      let after = this.#ask(placed, current);
      if (after instanceof Drop && this.#badTurn === 'cut') after = this.#cutBefore(current, after, placed);
      this.#tell(placed, current, after);
      if (after instanceof Drop) {
        const rest = this.#judging.slice(place + 1).filter(({ kind }) => !isLabelled || !isDoneOnce(kind));
        return this.#dropped(this.#askOn(rest, current), placed.stage, after);
      }
      if (after !== current && placed.kind === 'label') this.#count(this.changed, placed.place);
      current = after;
    }
    return current;
  }

  #ask({ worker, stage }: PlacedWorker, conversation: Conversation): Conversation | Drop {
    if (this.#judgement === undefined) return worker.apply(conversation);
    this.#judgement.open(stage);
    const verdict = worker.apply(conversation);
    this.#judgement.note(stage, conversation, verdict instanceof Drop);
    return verdict;
  }

  /** Asks the stages behind the one that dropped the conversation, where someone wants to know; gives it with its labels. */
  #askOn(rest: readonly PlacedWorker[], conversation: Conversation): Conversation {
    if (this.#judgement === undefined) return conversation;
    let current = conversation;
    for (const placed of rest) {
      const after = this.#ask(placed, current);
      if (!(after instanceof Drop)) current = after;
    }
    return current;
  }

  /** @param counted the conversation counts as changed by `turns` already */
  #order(conversation: Conversation, order: typeof orderTurns, counted = false): Conversation | StagedDrop {
    const after = order(conversation);
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

/** Kinds of stages that an archived text has passed for good, as long as they are the same. */
function isDoneOnce(kind: RecordStageKind): boolean {
  return kind === 'clean' || kind === 'label';
}

function watched(worker: RecordStageWorker, stage: string, clock: StepClock | undefined): RecordStageWorker {
  if (clock === undefined) return worker;
  return { apply: clock.watch(stage, (conversation, memory) => worker.apply(conversation, memory)) };
}
