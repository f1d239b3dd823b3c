import { idOf } from '../inputs/fields.ts';
import { parseTimestamp } from '../inputs/timestamp.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { AwaitedFeedback } from './awaited.ts';
import { branchesOf, lastLeaf, type Turn } from './branches.ts';
import type { ChatMessage } from './chatMessage.ts';
import type { Imported, Importer } from './importer.ts';
import { type FeedbackFacts, saysSomething } from './lines.ts';
import { hasObject, listAt, objectAt, textAt, timeAt } from './values.ts';

/** Chats as Open WebUI exports them, and what its evaluations export of feedback. */
export const openWebui: Importer = {
  name: 'open-webui',
  summary: 'chats of Open WebUI (Export Chats), and its export of feedback',
  sources: [
    'https://docs.openwebui.com/features/chat-conversations/data-controls/import-export/',
    'https://github.com/open-webui/open-webui/blob/main/backend/open_webui/models/feedbacks.py',
  ],
  recognises: (entry) => hasObject(historyOf(entry), 'messages') || isFeedback(entry),
  open: () => new OpenWebuiReading(),
};

class OpenWebuiReading {
  readonly #awaited = new AwaitedFeedback();
  readonly #chats = new Set<string>();
  /** The latest feedback on each chat, by the chat: its snapshot has most of it. */
  readonly #latest = new Map<string, { readonly feedback: unknown; readonly time: number }>();

  see(entry: JsonObject): void {
    const { chat_id, message_id } = objectAt(entry, 'meta');
    if (!isFeedback(entry)) this.#chats.add(idOfChat(entry) ?? '');
    if (!isFeedback(entry) || typeof chat_id !== 'string' || typeof message_id !== 'string') return;
    const said = ratingOf(objectAt(entry, 'data'), entry);
    if (!saysSomething(said)) return;
    this.#awaited.keep(chat_id, message_id, said);
    const time = said.time ?? 0;
    if (time >= (this.#latest.get(chat_id)?.time ?? 0)) this.#latest.set(chat_id, { feedback: entry.id, time });
  }

  read(entry: JsonObject): Imported {
    return isFeedback(entry) ? this.#feedback(entry) : readChat(entry, this.#awaited);
  }

  rest(): Imported {
    return { feedback: this.#awaited.left() };
  }

  /** It is written where its message is. Feedback has a snapshot of its chat, which counts where the chat itself is not there. */
  #feedback(entry: JsonObject): Imported {
    const chat = textAt(objectAt(entry, 'meta'), 'chat_id');
    if (chat === undefined) return { problem: 'no_id' };
    if (!saysSomething(ratingOf(objectAt(entry, 'data'), entry))) return { pass: 'not_feedback' };
    if (this.#chats.has(chat) || this.#latest.get(chat)?.feedback !== entry.id) return {};
    const snapshot = objectAt(objectAt(entry, 'snapshot'), 'chat');
    if (!hasObject(historyOf(snapshot), 'messages')) return {};
    return readChat({ ...snapshot, id: chat, user_id: snapshot.user_id ?? entry.user_id }, this.#awaited);
  }
}

function idOfChat(entry: JsonObject): string | undefined {
  return textAt(entry, 'id') ?? textAt(objectAt(entry, 'chat'), 'id');
}

function historyOf(entry: JsonObject): JsonObject {
  return objectAt(hasObject(entry, 'chat') ? objectAt(entry, 'chat') : entry, 'history');
}

function isFeedback(entry: JsonObject): boolean {
  return hasObject(entry, 'data') && textAt(objectAt(entry, 'meta'), 'message_id') !== undefined;
}

/** A rating is 1 or -1, also as text. */
function ratingOf(said: JsonObject, by: JsonObject): FeedbackFacts {
  const rating = Number(said.rating ?? Number.NaN);
  return {
    thumbs: rating === 1 ? 'up' : rating === -1 ? 'down' : undefined,
    comment: textAt(said, 'comment'),
    user: textAt(by, 'user_id'),
    time: timeAt(by, ['updated_at', 'created_at']),
  };
}

function readChat(entry: JsonObject, awaited: AwaitedFeedback): Imported {
  const chat = hasObject(entry, 'chat') ? objectAt(entry, 'chat') : entry;
  const history = objectAt(chat, 'history');
  const id = idOfChat(entry);
  if (!hasObject(history, 'messages')) return { problem: 'unknown_shape' };
  if (id === undefined) return { problem: 'no_id' };
  const turns = new Map<string, Turn>();
  let model: string | undefined;
  for (const [key, message] of Object.entries(objectAt(history, 'messages'))) {
    if (!isObject(message)) continue;
    model = textAt(message, 'model') ?? model;
    turns.set(key, turnOf(key, message, entry, awaited));
  }
  const named = textAt(history, 'currentId');
  const current = named !== undefined && turns.has(named) ? named : lastLeaf(turns);
  if (current === undefined) return { pass: 'empty' };
  const time = timeAt(entry, ['created_at']) ?? timeAt(chat, ['timestamp']);
  const facts = { id, time, user: textAt(entry, 'user_id'), model: model ?? idOf(listAt(chat, 'models')[0]) };
  return branchesOf(turns, current, facts, systemOf(chat));
}

function systemOf(chat: JsonObject): ChatMessage[] {
  const content = textAt(objectAt(chat, 'params'), 'system') ?? textAt(chat, 'system');
  return content === undefined ? [] : [{ role: 'system', content }];
}

function turnOf(key: string, message: JsonObject, entry: JsonObject, awaited: AwaitedFeedback): Turn {
  const said = [...annotationOf(message, entry), ...awaited.take(key)];
  // What a user said once stands in the chat and in the export of feedback, there with its time.
  const [latest] = said.toReversed();
  return {
    id: key,
    parent: textAt(message, 'parentId'),
    messages: messagesOf(message),
    ...(latest !== undefined && { feedback: [latest] }),
  };
}

function annotationOf(message: JsonObject, entry: JsonObject): FeedbackFacts[] {
  const said = ratingOf(objectAt(message, 'annotation'), { user_id: entry.user_id });
  return saysSomething(said) ? [{ ...said, time: parseTimestamp(message.timestamp) }] : [];
}

function messagesOf(message: JsonObject): ChatMessage[] {
  const content = textAt(message, 'content') ?? '';
  if (message.role === 'user') return [{ role: 'user', content }];
  if (message.role === 'assistant') return [{ role: 'assistant', content: withoutDetails(content) }];
  return message.role === 'system' ? [{ role: 'system', content }] : [];
}

/** In attributes `<` and `>` are written as entities, so that a tag ends before the next one begins. */
const OPEN = /<details\s([^<>]*)>/g;
const FOLDED = /(?:^|\s)type="(?:reasoning|code_interpreter|tool_calls)"/;
const CLOSE = '</details>';

/** An answer without the folded parts that Open WebUI puts into it: what the model thought, and the tools that it used. */
export function withoutDetails(content: string): string {
  let kept = '';
  let from = 0;
  for (const { index, 0: tag, 1: attributes = '' } of content.matchAll(OPEN)) {
    if (index < from || !FOLDED.test(attributes)) continue;
    const end = content.indexOf(CLOSE, index + tag.length);
    if (end === -1) break;
    kept += content.slice(from, index);
    from = end + CLOSE.length;
  }
  return from === 0 ? content : (kept + content.slice(from)).trim();
}
