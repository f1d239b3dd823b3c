import { atLastQuestion } from '../../formats/answers.ts';
import type { PairExample } from '../../formats/format.ts';
import type { Conversation, Message } from '../../pipeline/conversation.ts';
import { ORIGINS } from '../../pipeline/signals/signal.ts';
import type { LeavingId } from '../leavingId.ts';
import type { PairColumns, WriteTask } from '../tasks.ts';
import { areAlike } from './alike.ts';
import { Corrections } from './corrections.ts';
import { exampleOf } from './exampleOf.ts';
import type { KeptSource } from './keptSource.ts';

/** A pair, and what its provenance tells besides. */
export interface MadePair {
  readonly example: PairExample;
  readonly records: readonly Conversation[];
}

/** The pairs of a task. */
export class PairExamples {
  readonly #task: WriteTask;
  readonly #columns: PairColumns;
  readonly #source: KeptSource;
  readonly #pseudonym: LeavingId;
  readonly #corrections: Corrections;

  constructor(task: WriteTask, columns: PairColumns, source: KeptSource, pseudonym: LeavingId) {
    this.#task = task;
    this.#columns = columns;
    this.#source = source;
    this.#pseudonym = pseudonym;
    this.#corrections = new Corrections(task, columns, source);
  }

  /** @returns the pair, or why it is none as a reason of `SIGNAL` */
  pair(item: number): MadePair | 'identical' | 'correction_dropped' {
    const { items } = this.#task;
    const first = items.firstRecord[item] ?? 0;
    const end = items.firstRecord[item + 1] ?? first;
    const corrected = ORIGINS[this.#columns.origin[item] ?? 0] === 'correction';
    const { conversations, memory } = this.#source.withMemory(first, end);
    const told = corrected ? conversations : conversations.slice(0, -1);
    const example = exampleOf(told, item, this.#task, this.#pseudonym);
    const { before, answer } = atLastQuestion(example.messages);
    const last = conversations.at(-1);
    if (last === undefined) throw new RangeError('a pair has at least one record');
    const other = corrected ? this.#corrections.answer(item, last, memory) : atLastQuestion(last.messages).answer;
    if (other === undefined) return 'correction_dropped';
    const [chosen, rejected] = corrected ? [other, answer] : [answer, other];
    if (areAlike(textOf(chosen), textOf(rejected), this.#columns.max_similarity)) return 'identical';
    const margin = this.#columns.margin[item] ?? 0;
    return { example: { ...example, messages: before, chosen, rejected, margin }, records: conversations };
  }
}

/** All that an answer says, and the tools it calls. */
function textOf(answer: readonly Message[]): string {
  return answer
    .map(({ content, tool_calls = [] }) =>
      [content, ...tool_calls.map((call) => `${call.name} ${call.arguments}`)].join('\n'),
    )
    .join('\n');
}
