import type { z } from 'zod';
import type { Bounds, ByteScale, Keeps } from '../measures/byteScale.ts';
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

/** What the digest says of how long a conversation is. */
export interface Lengths {
  readonly user_chars: number;
  readonly assistant_chars: number;
  /** 1 for most; of longer ones the sums above say less of each message. */
  readonly exchanges: number;
  /** Tools were called, so the assistant said more than the characters of its text. */
  readonly tools: boolean;
}

/**
 * An option that is a limit, and how the digest knows what was held against it: with it, `curate stats --what-if` and
 * `--thresholds` say what another limit would keep without reading a log again.
 */
export interface Measure<Reason extends string = string> {
  /** The reason for which this limit drops, and no other option does. */
  readonly reason: Reason;
  readonly keeps: Keeps;
  /** The value of the option at which nothing is dropped for this reason. */
  readonly loosest: number | null;
  /** The conversation as a whole is measured, so that no turn of it is at fault. */
  readonly whole?: true;
  /**
   * A scale, when what was measured is to be kept in a byte: the stage tells it with `measured`. Or how it follows from the
   * lengths that the digest has anyway: the least and the greatest whole number that it may be.
   */
  readonly held: ByteScale | ((lengths: Lengths) => Bounds);
}

export interface StageTools<Reason extends string, Measured extends string = never> {
  /** Keeps the conversation, changed or not. */
  keep(conversation: Conversation): Verdict<Reason>;
  /** Drops it for a declared reason; an undeclared one does not compile. */
  drop(reason: Reason, facts?: DropFacts): Verdict<Reason>;
  /**
   * Tells what is held against a limit, before it is: for every message that is judged, and also where the limit is not
   * reached. The value furthest from being kept counts. What was never told passes any limit.
   */
  measured(option: Measured, value: number): void;
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
  /** Takes what the stage measures, by the name of the option. */
  readonly measured?: ((option: string, value: number) => void) | undefined;
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

export interface RecordStageDefinition<Options extends z.ZodObject, Reason extends string, Measured extends string> {
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
  /** Of a filter: options that are limits, and whose values the digest knows enough of. */
  readonly measures?: Readonly<Record<Measured & keyof z.output<Options>, Measure<NoInfer<Reason>>>>;
  /** Of a filter that looks at nothing but facets: the digest has them, so another setting needs no new survey. */
  readonly by_facets?: true;
  create(
    options: z.output<Options>,
    tools: StageTools<Reason, Measured>,
    context: StageContext,
  ): RecordStageWorker<Reason>;
}

/** A record stage as the registry holds it: its own option type is checked where it is defined and forgotten here. */
export interface RecordStage {
  readonly name: string;
  readonly kind: RecordStageKind;
  readonly summary: string;
  readonly options: z.ZodObject;
  readonly reasons: Readonly<Record<string, string>>;
  readonly section: string | undefined;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly by_facets: boolean;
  /** @throws z.ZodError when `options` do not fit the stage's schema */
  create(options: unknown, context?: StageContext): RecordStageWorker;
}

const nobodyListens = (): void => {};

/** Declares a record stage; see `filter/min_answer_length.ts` for one to copy. */
export function defineStage<Options extends z.ZodObject, Reason extends string, Measured extends string = never>(
  definition: RecordStageDefinition<Options, Reason, Measured>,
): RecordStage {
  const keep = (conversation: Conversation): Verdict<Reason> => conversation;
  const drop = (reason: Reason, facts?: DropFacts): Verdict<Reason> => new Drop(reason, facts);
  return {
    name: definition.name,
    kind: definition.kind,
    summary: definition.summary,
    options: definition.options,
    reasons: definition.reasons,
    section: definition.section,
    measures: definition.measures ?? {},
    by_facets: definition.by_facets ?? false,
    create(options, context = {}) {
      const tools = { keep, drop, measured: context.measured ?? nobodyListens };
      return definition.create(definition.options.parse(options), tools, context);
    },
  };
}
