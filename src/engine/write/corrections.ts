import { CurateError } from '../../errors.ts';
import { feedbackReader } from '../../inputs/archivedLine.ts';
import { parseRecord } from '../../inputs/parseRecord.ts';
import { hash53 } from '../../measures/hash.ts';
import type { Conversation, Message } from '../../pipeline/conversation.ts';
import type { ExampleMemory } from '../../pipeline/stage.ts';
import { orderTurns } from '../../pipeline/turns.ts';
import { recordsAt } from '../recordReader.ts';
import type { PairColumns, WriteTask } from '../tasks.ts';
import type { KeptSource } from './keptSource.ts';

/** Answers as users would have had them, read again from the lines of feedback of a task. */
export class Corrections {
  readonly #task: WriteTask;
  readonly #columns: PairColumns;
  readonly #source: KeptSource;
  readonly #raw: readonly Buffer[];

  constructor(task: WriteTask, columns: PairColumns, source: KeptSource) {
    this.#task = task;
    this.#columns = columns;
    this.#source = source;
    const paths = columns.sources.map(({ path }) => path);
    this.#raw = paths.length === 0 ? [] : recordsAt(paths, columns.corrections);
  }

  /**
   * The correction of the last answer of `conversation`, the last record of an item, as the record stages leave it when it
   * stands in the place of that answer; nothing when they drop it.
   * @throws CurateError when the line is not what the survey saw there
   */
  answer(item: number, conversation: Conversation, memory: ExampleMemory): readonly Message[] | undefined {
    const content = this.#text(item);
    const logged = this.#source.logged((this.#task.items.firstRecord[item + 1] ?? 0) - 1);
    const before =
      asked(logged, conversation) ?? conversation.messages.slice(0, lastQuestion(conversation.messages) + 1);
    const index = conversation.messages.at(-1)?.index ?? before.length;
    const messages = [...before, { role: 'assistant' as const, content, index }];
    const { pipeline } = this.#source;
    const rewritten = pipeline.rewrite({ ...logged, cleaned: undefined, messages }, memory);
    if ('drop' in rewritten) return undefined;
    const judged = pipeline.judge(rewritten);
    // A filter that found fault with it alone has cut it off.
    if ('drop' in judged || judged.messages.length < rewritten.messages.length) return undefined;
    const last = judged.messages.at(-1);
    return last?.role === 'assistant' ? [last] : undefined;
  }

  #text(item: number): string {
    const { corrections, sources } = this.#columns;
    const source = sources[corrections.source[item] ?? 0];
    const raw = this.#raw[item];
    const line = raw === undefined ? 'not_json' : parseRecord(raw);
    const feedback = typeof line === 'string' ? line : feedbackReader(source ?? {}, this.#task.read.feedback)(line);
    const changed = typeof feedback === 'string' || hash53(feedback.id) !== corrections.id[item];
    if (!changed && feedback.correction !== undefined) return feedback.correction;
    throw new CurateError(
      `${source?.name ?? 'a file of feedback'}, line ${corrections.line[item]}: the file was changed while it was read; nothing was written. Run the command again when no one rewrites it.`,
    );
  }
}

/** The logged messages up to the last question of what was made of them; nothing where it cannot be found. */
function asked(logged: Conversation, { messages }: Conversation): readonly Message[] | undefined {
  const ordered = orderTurns(logged);
  if (!('messages' in ordered)) return undefined;
  const { index } = messages[lastQuestion(messages)] ?? {};
  const end = ordered.messages.findIndex((message) => message.role === 'user' && message.index === index);
  return end === -1 ? undefined : ordered.messages.slice(0, end + 1);
}

function lastQuestion(messages: readonly Message[]): number {
  return messages.findLastIndex(({ role }) => role === 'user');
}
