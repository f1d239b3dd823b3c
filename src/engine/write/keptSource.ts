import { CurateError } from '../../errors.ts';
import { conversationReader, type ReadConversation } from '../../inputs/archivedLine.ts';
import { parseRecord } from '../../inputs/parseRecord.ts';
import { hash53 } from '../../measures/hash.ts';
import type { Conversation } from '../../pipeline/conversation.ts';
import { RecordPipeline } from '../../pipeline/recordPipeline.ts';
import type { ExampleMemory } from '../../pipeline/stage.ts';
import { firstExchanges } from '../../pipeline/turns.ts';
import { recognizerOf } from '../recognizer/recognizerOf.ts';
import { recordsAt } from '../recordReader.ts';
import type { WriteTask } from '../tasks.ts';
import { tokensOf } from '../tokenizer/tokensOf.ts';

type Kept = Pick<WriteTask, 'sources' | 'records' | 'read' | 'plan'> & Partial<Pick<WriteTask, 'benchmark'>>;

/** The kept records of a task as conversations, cleaned, scrubbed and cut as decided. */
export class KeptSource {
  readonly #task: Kept;
  readonly #raw: readonly Buffer[];
  /** By source. */
  readonly #readers: readonly ReadConversation[];
  #pipeline: RecordPipeline | undefined;

  constructor(task: Kept) {
    this.#task = task;
    this.#readers = task.sources.map((source) => conversationReader(source, task.read.conversation));
    this.#raw = recordsAt(
      task.sources.map(({ path }) => path),
      task.records,
    );
  }

  /**
   * The records from `first` to before `end`.
   * @throws CurateError when one is not what the survey saw there
   */
  conversations(first: number, end: number): Conversation[] {
    return this.#conversations(first, end, end - first > 1 ? new Map() : undefined);
  }

  /** The same with what the stages keep in mind of them, for what belongs to the same example. */
  withMemory(first: number, end: number): { conversations: Conversation[]; memory: ExampleMemory } {
    const memory: ExampleMemory = new Map();
    return { conversations: this.#conversations(first, end, memory), memory };
  }

  /** A record as it was logged. @throws CurateError when it is not what the survey saw there */
  logged(record: number): Conversation {
    const { records } = this.#task;
    const reader = this.#readers[records.source[record] ?? 0];
    const raw = this.#raw[record];
    const line = raw === undefined ? 'not_json' : parseRecord(raw);
    const conversation = typeof line === 'string' || reader === undefined ? 'no_messages' : reader(line);
    if (typeof conversation === 'string' || hash53(conversation.id) !== records.id[record]) throw this.#changed(record);
    return conversation;
  }

  /** The stages by which records are cleaned, scrubbed and judged. */
  get pipeline(): RecordPipeline {
    this.#pipeline ??= pipelineOf(this.#task);
    return this.#pipeline;
  }

  #conversations(first: number, end: number, memory: ExampleMemory | undefined): Conversation[] {
    const conversations: Conversation[] = [];
    for (let record = first; record < end; record++) conversations.push(this.#conversation(record, memory));
    return conversations;
  }

  #conversation(record: number, memory: ExampleMemory | undefined): Conversation {
    const { records } = this.#task;
    const conversation = this.logged(record);
    const rewritten = records.untouched[record] === 1 ? conversation : this.pipeline.rewrite(conversation, memory);
    if ('drop' in rewritten) throw this.#changed(record);
    return firstExchanges(rewritten, records.exchanges[record] ?? 0);
  }

  #changed(record: number): CurateError {
    const { sources, records } = this.#task;
    const name = sources[records.source[record] ?? 0]?.name ?? 'a log';
    return new CurateError(
      `${name}, line ${records.line[record]}: the file was changed while it was read; nothing was written. Run the command again when no one rewrites the logs.`,
    );
  }
}

let made: { readonly plan: string; readonly pipeline: RecordPipeline } | undefined;

/** The stages of a plan. They are kept for the next task of the run: making them takes as long as writing fifty rows. */
function pipelineOf({ plan, benchmark }: Pick<Kept, 'plan' | 'benchmark'>): RecordPipeline {
  const key = JSON.stringify([plan, benchmark !== undefined]);
  if (made?.plan !== key) {
    const extras = { recognize: recognizerOf(plan), tokens: tokensOf(plan), benchmark };
    made = { plan: key, pipeline: new RecordPipeline(plan, extras) };
  }
  return made.pipeline;
}
