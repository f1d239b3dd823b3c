import type { z } from 'zod';
import type { Conversation } from './conversation.ts';
import type { Benchmark } from './decontaminate/benchmark.ts';
import type { Recognize } from './scrub/recognizer.ts';
import type { MessageTokens } from './tokens/messageTokens.ts';

/**
 * What a record stage does to a conversation:
 * - `clean` and `scrub` stages rewrite the text of messages; they run in the survey and again when rows are written;
 * - `trim` stages take messages away by what the others left of their text, and so run after them, as often;
 * - `label` stages fill in facets; `filter` stages keep or drop. Both run in the survey only.
 */
export type RecordStageKind = 'clean' | 'scrub' | 'trim' | 'label' | 'filter';

/** Why a conversation did not pass. `measured` and `limit` are what `explain` shows. */
export class Drop<Reason extends string = string> {
  readonly reason: Reason;
  readonly measured: number | undefined;
  readonly limit: number | undefined;
  /** Position in `messages` of the message at fault; with it, a long conversation can be cut there instead of lost. */
  readonly message: number | undefined;

  constructor(reason: Reason, facts: DropFacts = {}) {
    this.reason = reason;
    this.measured = facts.measured;
    this.limit = facts.limit;
    this.message = facts.message;
  }
}

export interface DropFacts {
  readonly measured?: number;
  readonly limit?: number;
  readonly message?: number;
}

/** A stage's word on a conversation: the conversation itself (the same object when unchanged), or a drop. */
export type Verdict<Reason extends string = string> = Conversation | Drop<Reason>;

export interface StageTools<Reason extends string> {
  /** Keeps the conversation, changed or not. */
  keep(conversation: Conversation): Verdict<Reason>;
  /** Drops it for a declared reason; an undeclared one does not compile. */
  drop(reason: Reason, facts?: DropFacts): Verdict<Reason>;
}

/** What a stage is handed beside its options, by whoever runs it. */
export interface StageContext {
  /** The key of pseudonyms; without one they are plain hashes. */
  readonly id_key?: string | undefined;
  /** An outside recogniser of personal data, where the config names one. */
  readonly recognize?: Recognize | undefined;
  /** Counts tokens, where the config names a tokenizer. */
  readonly tokens?: MessageTokens | undefined;
  /** What must not turn up in the data set, where the config names files of it. */
  readonly benchmark?: Benchmark | undefined;
}

/**
 * What stages remember from one record to the next of those that make one example, by the stage's name: numbers of
 * e-mail addresses run on through a session.
 */
export type ExampleMemory = Map<string, unknown>;

export interface RecordStageWorker<Reason extends string = string> {
  /**
   * A pure function of one conversation: no clock, no randomness, no files.
   * @param memory of the records before it in the same example; left out where it stands alone
   */
  apply(conversation: Conversation, memory?: ExampleMemory): Verdict<Reason>;
}

export interface RecordStageDefinition<Options extends z.ZodObject, Reason extends string> {
  readonly name: string;
  readonly kind: RecordStageKind;
  /** One line for `curate stages`: what it does, in the third person. */
  readonly summary: string;
  /** A strict object; every option has a default and a description, thresholds name the side they keep. */
  readonly options: Options;
  /** Every reason this stage may drop for, with a sentence for people. */
  readonly reasons: Readonly<Record<Reason, string>>;
  /** The section of the config that holds this stage's options, where they do not stand in its pipeline entry. */
  readonly section?: string;
  create(options: z.output<Options>, tools: StageTools<Reason>, context: StageContext): RecordStageWorker<Reason>;
}

/** A record stage as the registry holds it: its own option type is checked where it is defined and forgotten here. */
export interface RecordStage {
  readonly name: string;
  readonly kind: RecordStageKind;
  readonly summary: string;
  readonly options: z.ZodObject;
  readonly reasons: Readonly<Record<string, string>>;
  readonly section: string | undefined;
  /** @throws z.ZodError when `options` do not fit the stage's schema */
  create(options: unknown, context?: StageContext): RecordStageWorker;
}

/** Declares a record stage; see `filter/min_answer_length.ts` for one to copy. */
export function defineStage<Options extends z.ZodObject, Reason extends string>(
  definition: RecordStageDefinition<Options, Reason>,
): RecordStage {
  const tools: StageTools<Reason> = {
    keep: (conversation) => conversation,
    drop: (reason, facts) => new Drop(reason, facts),
  };
  return {
    name: definition.name,
    kind: definition.kind,
    summary: definition.summary,
    options: definition.options,
    reasons: definition.reasons,
    section: definition.section,
    create: (options, context = {}) => definition.create(definition.options.parse(options), tools, context),
  };
}
