import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { branchesOf, type Turn } from './branches.ts';
import { type ChatMessage, callOf, plainText } from './chatMessage.ts';
import type { Imported, Importer } from './importer.ts';
import { type FeedbackFacts, saysSomething } from './lines.ts';
import { wordRating } from './scoreScales.ts';
import { firstText, hasObject, listAt, objectAt, textAt, timeAt } from './values.ts';

/** A conversation as LibreChat exports it: its messages in a list, or in a tree. */
export const librechat: Importer = {
  name: 'librechat',
  summary: 'a conversation of LibreChat, exported as JSON, flat or recursive',
  sources: [
    'https://github.com/danny-avila/LibreChat/blob/main/client/src/hooks/Conversations/useExportConversation.ts',
    'https://github.com/danny-avila/LibreChat/blob/main/packages/data-provider/src/feedback.ts',
  ],
  recognises: (entry) => textAt(entry, 'conversationId') !== undefined && messageList(entry).length > 0,
  open: () => ({ read }),
};

/** A recursive export calls its list `messagesTree`, or `messages` as a flat one does. */
function messageList(entry: JsonObject): readonly JsonObject[] {
  const list = [listAt(entry, 'messagesTree'), listAt(entry, 'messages')].find((found) => found.length > 0) ?? [];
  return list.filter(isObject).filter((message) => textAt(message, 'messageId') !== undefined);
}

function read(entry: JsonObject): Imported {
  const id = textAt(entry, 'conversationId');
  if (id === undefined) return { problem: 'no_id' };
  const turns = new Map<string, Turn>();
  let model: string | undefined;
  let user: string | undefined;
  let time: number | undefined;
  for (const { message, parent } of allMessages(entry)) {
    const key = textAt(message, 'messageId') ?? '';
    if (key === '' || turns.has(key)) continue;
    model = textAt(message, 'model') ?? model;
    user ??= textAt(message, 'user');
    time ??= timeAt(message, ['createdAt']);
    turns.set(key, turnOf(key, parent, message));
  }
  const options = objectAt(entry, 'options');
  const current = shownLeaf(turns);
  if (current === undefined) return { problem: 'no_messages' };
  const facts = { id, time, user, model: model ?? textAt(options, 'model') };
  return branchesOf(turns, current, facts, systemOf(options));
}

/** All messages, parents first; those in a tree have their parent above them. */
function allMessages(entry: JsonObject): { message: JsonObject; parent: string | undefined }[] {
  const all = messageList(entry).map((message) => ({ message, parent: textAt(message, 'parentMessageId') }));
  for (let at = 0; at < all.length; at++) {
    const message = all[at]?.message ?? {};
    for (const child of listAt(message, 'children'))
      if (isObject(child)) all.push({ message: child, parent: textAt(message, 'messageId') });
  }
  return all;
}

/** Where a message was edited or answered again, LibreChat shows the latest unless one turns to another, which is not exported. */
function shownLeaf(turns: ReadonlyMap<string, Turn>): string | undefined {
  const latestChild = new Map<string | undefined, string>();
  for (const { id, parent } of turns.values())
    latestChild.set(parent !== undefined && turns.has(parent) ? parent : undefined, id);
  let leaf = latestChild.get(undefined) ?? [...turns.keys()].at(-1);
  const seen = new Set<string>();
  while (leaf !== undefined && !seen.has(leaf)) {
    seen.add(leaf);
    const next = latestChild.get(leaf);
    if (next === undefined) break;
    leaf = next;
  }
  return leaf;
}

function systemOf(options: JsonObject): ChatMessage[] {
  const content = firstText(options, ['promptPrefix', 'system', 'instructions']);
  return content === undefined ? [] : [{ role: 'system', content }];
}

function turnOf(id: string, parent: string | undefined, message: JsonObject): Turn {
  const feedback = feedbackOf(message);
  return {
    id,
    parent,
    messages: messagesOf(message),
    ...(feedback !== undefined && { feedback: [feedback] }),
  };
}

/** A tag is one of a fixed set of reasons and stays out; `text` is what the user wrote. */
function feedbackOf(message: JsonObject): FeedbackFacts | undefined {
  if (!hasObject(message, 'feedback')) return undefined;
  const { rating, text } = objectAt(message, 'feedback');
  const said: FeedbackFacts = {
    ...(typeof rating === 'string' ? wordRating(rating) : {}),
    comment: typeof text === 'string' && text !== '' ? text : undefined,
    user: textAt(message, 'user'),
    time: timeAt(message, ['updatedAt', 'createdAt']),
  };
  return saysSomething(said) ? said : undefined;
}

/** An error is what LibreChat said, not the model. */
function messagesOf(message: JsonObject): ChatMessage[] {
  if (message.error === true) return [];
  const parts = listAt(message, 'content').filter(isObject);
  const text = textAt(message, 'text');
  if (message.isCreatedByUser === true) return [{ role: 'user', content: text ?? plainText(parts) }];
  if (parts.length === 0) return [{ role: 'assistant', content: text ?? '' }];
  return answerOf(parts);
}

/** Parts in order: texts, and calls of tools with what these gave back. Thoughts stay out. */
function answerOf(parts: readonly JsonObject[]): ChatMessage[] {
  const messages: ChatMessage[] = [];
  let said: string[] = [];
  const say = (): void => {
    if (said.length > 0) messages.push({ role: 'assistant', content: said.join('\n') });
    said = [];
  };
  for (const part of parts) {
    if (part.type === 'text') said.push(plainText(part));
    if (part.type !== 'tool_call') continue;
    const tool = objectAt(part, 'tool_call');
    const body = hasObject(tool, 'function') ? objectAt(tool, 'function') : tool;
    const id = textAt(tool, 'id');
    const call = callOf(body.name, body.args ?? body.arguments, id);
    if (call === undefined) continue;
    messages.push({ role: 'assistant', content: said.join('\n'), tool_calls: [call] });
    said = [];
    const content = plainText(body.output ?? tool.output);
    messages.push({ role: 'tool', content, ...(id !== undefined && { tool_call_id: id }), name: call.function.name });
  }
  say();
  return messages;
}
