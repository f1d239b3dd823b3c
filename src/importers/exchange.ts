import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { type ChatMessage, chatMessages, plainText } from './chatMessage.ts';
import type { Problem } from './importer.ts';
import { firstText, listAt, textAt, unpacked } from './values.ts';

/** Names under which traced functions take a question and give an answer, best first. Ours: those of `inputs.fields`, and of chains of LangChain. */
const QUESTIONS = ['input', 'question', 'query', 'user_message', 'message', 'prompt', 'text', 'content'];
const ANSWERS = ['output', 'answer', 'response', 'assistant_message', 'result', 'completion', 'text', 'content'];

/** One call of a model or of a chatbot as messages, and the tools that were offered. */
export interface Exchange {
  readonly messages: readonly ChatMessage[];
  readonly tools: readonly unknown[];
}

/** Puts together what a call was given and what it gave back, whatever API they are of. */
export function exchangeOf(given: unknown, returned: unknown): Exchange | Problem {
  const prompt = promptOf(unpacked(given));
  if (typeof prompt === 'string') return prompt;
  const answer = answerOf(unpacked(returned));
  if (typeof answer === 'string') return answer;
  if (answer.every(({ content, tool_calls }) => content === '' && tool_calls === undefined)) return 'no_bodies';
  const request = unpacked(given);
  const tools = isObject(request) ? listAt(request, 'tools') : [];
  // A graph of LangGraph gives back all messages, those that it was given among them.
  const whole = answer.some(({ role }) => role === 'user');
  return { messages: whole ? answer : [...prompt, ...answer], tools };
}

/** The messages that a call was given. */
function promptOf(given: unknown): ChatMessage[] | Problem {
  if (typeof given === 'string') return given === '' ? 'no_bodies' : [{ role: 'user', content: given }];
  if (Array.isArray(given)) return chatMessages(flat(given));
  if (!isObject(given) || Object.keys(given).length === 0) return 'no_bodies';
  const list = [listAt(given, 'messages'), listAt(given, 'input')].find((found) => found.length > 0);
  if (list === undefined) {
    const question = firstText(given, QUESTIONS);
    return question === undefined ? 'no_messages' : [...systemOf(given), { role: 'user', content: question }];
  }
  const messages = chatMessages(flat(list));
  return typeof messages === 'string' ? messages : [...systemOf(given), ...messages];
}

/** LangChain keeps a list for each of several prompts; there is one. */
function flat(list: readonly unknown[]): readonly unknown[] {
  const [first] = list;
  return Array.isArray(first) ? first : list;
}

/** Anthropic's API has the system's text beside the messages, OpenAI's responses call it `instructions`. */
function systemOf(given: JsonObject): ChatMessage[] {
  const content = plainText(given.system) || (textAt(given, 'instructions') ?? '');
  return content === '' ? [] : [{ role: 'system', content }];
}

/** The messages that a call gave back. */
function answerOf(returned: unknown): ChatMessage[] | Problem {
  if (typeof returned === 'string') return returned === '' ? 'no_bodies' : [{ role: 'assistant', content: returned }];
  if (Array.isArray(returned)) return chatMessages(returned);
  if (!isObject(returned)) return 'no_bodies';
  const list = listIn(returned);
  if (list !== undefined) return chatMessages(list);
  if (Array.isArray(returned.content)) return chatMessages([{ ...returned, role: 'assistant' }]);
  if (Object.hasOwn(returned, 'tool_calls')) return chatMessages([{ ...returned, role: 'assistant' }]);
  const text = firstText(returned, ANSWERS);
  if (text !== undefined) return [{ role: 'assistant', content: text }];
  // A traced function that gives back a message under a name of its own.
  return isObject(returned.output) && !isObject(returned.output.output) ? answerOf(returned.output) : 'no_bodies';
}

/** Messages in the answers of OpenAI (`choices`, `output`), LangChain (`generations`) and graphs (`messages`). */
function listIn(returned: JsonObject): readonly unknown[] | undefined {
  const [choice] = listAt(returned, 'choices');
  if (isObject(choice)) return isObject(choice.message) ? [choice.message] : [assistant(choice)];
  const [generation] = flat(listAt(returned, 'generations'));
  if (isObject(generation)) return isObject(generation.message) ? [generation.message] : [assistant(generation)];
  const messages = [listAt(returned, 'messages'), listAt(returned, 'output')].find((found) => found.length > 0);
  return messages;
}

function assistant(said: JsonObject): JsonObject {
  return { role: 'assistant', content: said.text };
}
