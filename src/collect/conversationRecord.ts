import { conversationFields } from '../inputs/fields.ts';
import { messagesOf } from '../inputs/messages.ts';
import type { Message } from '../pipeline/conversation.ts';
import { checkInput, invalid } from './checkInput.ts';
import { type ConversationInput, conversationInput } from './conversationInput.ts';
import { timeOf } from './timeOf.ts';
import type { InputProblem } from './types.ts';

/** A conversation as a line says it: the names of logs, in this order. */
export interface ConversationRecord extends Omit<ConversationInput, 'conversation_id' | 'timestamp'> {
  readonly conversation_id: string;
  readonly timestamp: string;
}

const WHAT = 'conversation';
const FIELDS = conversationFields({});

/**
 * What was handed over, checked, with an id and a time.
 * @throws InvalidInput, TooLarge
 */
export function conversationRecord(
  input: unknown,
  now: number,
  maxBytes: number,
  newId: (now: number) => string,
): ConversationRecord {
  const checked = checkInput(conversationInput, input, WHAT, maxBytes);
  const problems = contradictions(checked);
  if (problems.length > 0) throw invalid(WHAT, problems);
  const timestamp = timeOf(checked.timestamp, now, WHAT);
  return {
    conversation_id: checked.conversation_id?.toWellFormed() ?? newId(now),
    timestamp,
    user_id: checked.user_id,
    user_hash: checked.user_hash,
    session_id: checked.session_id,
    session_hash: checked.session_hash,
    user_message: checked.user_message,
    assistant_message: checked.assistant_message,
    messages: checked.messages,
    tools: checked.tools,
    language: checked.language,
    intent: checked.intent,
    framework: checked.framework,
    complexity: checked.complexity,
    model: checked.model,
    source: checked.source,
    context: checked.context,
    metadata: checked.metadata,
  };
}

/** What each field may be, but not all of them together. */
function contradictions(input: ConversationInput): InputProblem[] {
  const problems = [...saidProblems(input)];
  for (const kind of ['user', 'session'] as const) {
    if (input[`${kind}_id`] !== undefined && input[`${kind}_hash`] !== undefined)
      problems.push({
        path: `${kind}_hash`,
        message: `expected either \`${kind}_id\` or \`${kind}_hash\`, found both`,
      });
  }
  return problems;
}

function saidProblems({ user_message, assistant_message, messages }: ConversationInput): InputProblem[] {
  if (messages !== undefined) {
    if (user_message === undefined && assistant_message === undefined) return listProblems(messages);
    return [{ path: 'messages', message: 'expected either `messages` or one exchange, found both' }];
  }
  if (user_message === undefined && assistant_message === undefined)
    return [{ path: '', message: 'expected `user_message` and `assistant_message`, or `messages`' }];
  return [
    ...(saysNothing(user_message) ? [{ path: 'user_message', message: 'the user says nothing' }] : []),
    ...(saysNothing(assistant_message) ? [{ path: 'assistant_message', message: 'the assistant says nothing' }] : []),
  ];
}

/** As the reader of logs sees the list. */
function listProblems(list: NonNullable<ConversationInput['messages']>): InputProblem[] {
  const messages = messagesOf({ messages: list }, FIELDS);
  if (typeof messages === 'string') return [{ path: 'messages', message: 'these are no messages' }];
  return [
    ...(messages.some(asks) ? [] : [{ path: 'messages', message: 'the user says nothing' }]),
    ...(messages.some(answers) ? [] : [{ path: 'messages', message: 'the assistant says nothing' }]),
  ];
}

function asks({ role, content }: Message): boolean {
  return role === 'user' && !saysNothing(content);
}

/** A call of a tool is an answer, too. */
function answers({ role, content, tool_calls, broken_call }: Message): boolean {
  return role === 'assistant' && (!saysNothing(content) || tool_calls !== undefined || broken_call === true);
}

function saysNothing(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
