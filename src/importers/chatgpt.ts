import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { AwaitedFeedback } from './awaited.ts';
import { branchesOf, lastLeaf, type Turn } from './branches.ts';
import { type ChatMessage, callOf, plainText } from './chatMessage.ts';
import type { Imported, Importer } from './importer.ts';
import { type FeedbackFacts, saysSomething } from './lines.ts';
import { wordRating } from './scoreScales.ts';
import { firstText, hasObject, listAt, objectAt, textAt, timeAt, unpacked } from './values.ts';

/** What ChatGPT keeps beside the words of user and model: notes on the user, and what the model thought. */
const NOT_SAID: ReadonlySet<string> = new Set([
  'user_editable_context',
  'model_editable_context',
  'thoughts',
  'reasoning_recap',
]);

/** The data export of ChatGPT: `conversations.json` (or its parts `conversations-000.json` …), and `message_feedback.json`. */
export const chatgpt: Importer = {
  name: 'chatgpt',
  summary: 'the data export of ChatGPT: conversations.json, and message_feedback.json',
  sources: [
    'https://help.openai.com/en/articles/7260999-how-do-i-export-my-chatgpt-history-and-data',
    'https://github.com/mitkury/chatgpt-export-parser/blob/main/docs/chatgpt-data-export-format.md',
  ],
  recognises: (entry) => hasObject(entry, 'mapping') || isFeedback(entry),
  open() {
    const awaited = new AwaitedFeedback();
    return {
      see(entry) {
        if (!isFeedback(entry)) return;
        const said = feedbackOf(entry);
        const message = messageOf(entry);
        if (saysSomething(said) && message !== undefined)
          awaited.keep(textAt(entry, 'conversation_id') ?? '', message, said);
      },
      read: (entry) => (isFeedback(entry) ? readFeedback(entry) : readConversation(entry, awaited)),
      rest: () => ({ feedback: awaited.left() }),
    };
  },
};

function isFeedback(entry: JsonObject): boolean {
  const says = textAt(entry, 'conversation_id') !== undefined && textAt(entry, 'rating') !== undefined;
  return says && messageOf(entry) !== undefined && !hasObject(entry, 'mapping') && !Array.isArray(entry.messages);
}

function messageOf(entry: JsonObject): string | undefined {
  return firstText(entry, ['message_id', 'id']);
}

function feedbackOf(entry: JsonObject): FeedbackFacts {
  const content = unpacked(entry.content);
  return {
    ...wordRating(textAt(entry, 'rating') ?? ''),
    comment: isObject(content) ? textAt(content, 'text') : undefined,
    user: textAt(entry, 'user_id'),
    time: timeAt(entry, ['create_time', 'update_time']),
  };
}

/** It is written where its message is. */
function readFeedback(entry: JsonObject): Imported {
  return saysSomething(feedbackOf(entry)) ? {} : { pass: 'not_feedback' };
}

function readConversation(entry: JsonObject, awaited: AwaitedFeedback): Imported {
  const id = firstText(entry, ['conversation_id', 'id']);
  if (!hasObject(entry, 'mapping')) return { problem: 'unknown_shape' };
  if (id === undefined) return { problem: 'no_id' };
  const turns = new Map<string, Turn>();
  let model: string | undefined;
  for (const [key, node] of Object.entries(objectAt(entry, 'mapping'))) {
    if (!isObject(node)) continue;
    const message = objectAt(node, 'message');
    const said = awaited.take(key);
    model = textAt(objectAt(message, 'metadata'), 'model_slug') ?? model;
    turns.set(key, {
      id: key,
      parent: textAt(node, 'parent'),
      messages: messagesOf(message),
      ...(said.length > 0 && { feedback: said }),
    });
  }
  const named = textAt(entry, 'current_node');
  const current = named !== undefined && turns.has(named) ? named : lastLeaf(turns);
  if (current === undefined) return { pass: 'empty' };
  const time = timeAt(entry, ['create_time', 'update_time']);
  return branchesOf(turns, current, { id, time, model: model ?? textAt(entry, 'default_model_slug') });
}

function messagesOf(message: JsonObject): ChatMessage[] {
  const content = objectAt(message, 'content');
  const type = textAt(content, 'content_type') ?? 'text';
  const hidden = objectAt(message, 'metadata').is_visually_hidden_from_conversation === true;
  if (hidden || NOT_SAID.has(type)) return [];
  const author = objectAt(message, 'author');
  const text = textOf(content);
  const name = textAt(author, 'name');
  switch (author.role) {
    case 'system':
      return text === '' ? [] : [{ role: 'system', content: text }];
    case 'user':
      return [{ role: 'user', content: text }];
    case 'assistant':
      return answerOf(text, textAt(message, 'recipient') ?? 'all');
    case 'tool':
      return [{ role: 'tool', content: text, ...(name !== undefined && { name }) }];
    default:
      return [];
  }
}

/** What is not for all is for a tool: its name is the recipient, and the text is what it is given. */
function answerOf(text: string, recipient: string): ChatMessage[] {
  if (recipient === 'all') return [{ role: 'assistant', content: text }];
  const given = unpacked(text);
  const call = callOf(recipient, isObject(given) ? given : { input: text });
  return call === undefined ? [] : [{ role: 'assistant', content: '', tool_calls: [call] }];
}

/** Text stands in `parts`, in `text` (code, its output, quotes), or in `result` (what a browser shows). */
function textOf(content: JsonObject): string {
  const parts = listAt(content, 'parts');
  if (parts.length > 0) return plainText(parts);
  return firstText(content, ['text', 'result', 'content']) ?? '';
}
