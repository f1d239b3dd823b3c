import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { Message, Role } from '../pipeline/conversation.ts';
import { callsInContent, callsOf, withCallIds } from '../pipeline/toolCalls.ts';
import { type ConversationFields, fieldOf, idOf } from './fields.ts';

export type MessageProblem = 'no_messages' | 'unknown_role';

/** Role names of OpenAI, ShareGPT, OASST, Cohere, Gemini, LLaMA-Factory and of older logs. */
const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['prompter', 'user'],
  ['customer', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['chatgpt', 'assistant'],
  ['ai', 'assistant'],
  ['model', 'assistant'],
  ['agent', 'assistant'],
  ['function_call', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['observation', 'tool'],
]);

/** The messages of a log line in any shape found in the wild: a list, one exchange, or a single message. */
export function messagesOf(line: JsonObject, fields: ConversationFields): Message[] | MessageProblem {
  const list = fieldOf(line, fields.messages);
  if (Array.isArray(list)) return fromList(list, fields);
  const exchange = fromExchange(line, fields);
  if (exchange.length > 0) return exchange;
  const single = fieldOf(line, fields.role);
  if (typeof single === 'string' && fieldOf(line, fields.content) !== undefined) return fromList([line], fields);
  return 'no_messages';
}

function fromExchange(line: JsonObject, fields: ConversationFields): Message[] {
  const question = fieldOf(line, fields.user_message);
  const answer = fieldOf(line, fields.assistant_message);
  const messages: Message[] = [];
  if (question !== undefined) messages.push({ role: 'user', content: withInput(line, textOf(question)), index: 0 });
  if (answer !== undefined) messages.push({ role: 'assistant', content: textOf(answer), index: 1 });
  return messages;
}

/** Alpaca-shaped logs keep a part of the question in `input` beside `instruction`, where that is the question. */
function withInput(line: JsonObject, question: string): string {
  const { instruction, input } = line;
  if (typeof instruction !== 'string' || typeof input !== 'string' || input === '') return question;
  if (textOf(instruction) !== question) return question;
  return `${question}\n\n${input.toWellFormed()}`;
}

function fromList(list: readonly unknown[], fields: ConversationFields): Message[] | MessageProblem {
  const messages: Message[] = [];
  let tools = false;
  for (const entry of list) {
    const index = messages.length;
    const pair = pairOf(entry);
    if (pair !== undefined) {
      messages.push(
        { role: 'user', content: pair[0], index },
        { role: 'assistant', content: pair[1], index: index + 1 },
      );
      continue;
    }
    if (!isObject(entry)) return 'no_messages';
    const name = fieldOf(entry, fields.role);
    const role = typeof name === 'string' ? roleOf(name) : undefined;
    if (role === undefined) return 'unknown_role';
    const message = { role, content: textOf(fieldOf(entry, fields.content)), index };
    const calling = role === 'assistant' || role === 'tool' ? withTools(message, entry, name) : message;
    if (calling !== message) tools = true;
    messages.push(calling);
  }
  if (messages.length === 0) return 'no_messages';
  return tools ? withCallIds(messages) : messages;
}

/** The message with the tools it calls or answers; the same object where it has to do with none. */
function withTools(message: Message, entry: JsonObject, roleName: unknown): Message {
  if (message.role === 'tool') {
    const id = idOf(entry.tool_call_id);
    const name = idOf(entry.name);
    return { ...message, ...(id !== undefined && { tool_call_id: id }), ...(name !== undefined && { name }) };
  }
  const isCall = roleName === 'function_call';
  const calls = isCall ? callsInContent(message.content, message.index) : callsOf(entry, message.index);
  if (calls === undefined) return message;
  if (calls === 'broken') return { ...message, broken_call: true };
  return { ...message, content: isCall ? '' : message.content, tool_calls: calls };
}

function roleOf(name: string): Role | undefined {
  return ROLES.get(name) ?? ROLES.get(name.trim().toLowerCase());
}

/** A turn as a pair: `{user, bot}`, `{human, assistant}`, `["question", "answer"]`. */
function pairOf(entry: unknown): [string, string] | undefined {
  if (Array.isArray(entry)) {
    const [question, answer] = entry;
    return typeof question === 'string' && typeof answer === 'string' ? [textOf(question), textOf(answer)] : undefined;
  }
  if (!isObject(entry) || Object.hasOwn(entry, 'role') || Object.hasOwn(entry, 'content')) return undefined;
  const question = entry.user ?? entry.human;
  const answer = entry.bot ?? entry.assistant;
  return question === undefined || answer === undefined ? undefined : [textOf(question), textOf(answer)];
}

/** Ours: the deepest text seen in the wild is four levels down; a hostile line has a million, more than the stack. */
const MAX_DEPTH = 16;

/** Text from what stands in a content field: a string, a number, a list of parts, or an object around the text. */
function textOf(content: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '';
  if (typeof content === 'string') return content.isWellFormed() ? content : content.toWellFormed();
  if (typeof content === 'number' || typeof content === 'boolean') return String(content);
  if (Array.isArray(content))
    return content
      .map((part) => textOf(part, depth + 1))
      .filter((part) => part !== '')
      .join('\n');
  if (!isObject(content)) return '';
  return textOf(content.text ?? content.content ?? content.value ?? content.answer ?? content.parts ?? '', depth + 1);
}
