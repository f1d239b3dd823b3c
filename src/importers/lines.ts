import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import type { ChatMessage } from './chatMessage.ts';
import type { ImportedLine } from './importer.ts';

/** What is known of a conversation beside its messages. */
export interface ConversationFacts {
  readonly id: string;
  readonly time: number | undefined;
  readonly user?: string | undefined;
  readonly session?: string | undefined;
  readonly model?: string | undefined;
  readonly language?: string | undefined;
  /** Definitions of the tools that could be called. */
  readonly tools?: readonly unknown[] | undefined;
  readonly synthetic?: boolean | undefined;
}

/** What somebody said of an answer. At least one of `thumbs`, `stars`, `comment` and `correction` is there. */
export interface FeedbackFacts {
  readonly thumbs?: 'up' | 'down' | undefined;
  readonly stars?: number | undefined;
  readonly comment?: string | undefined;
  readonly correction?: string | undefined;
  readonly user?: string | undefined;
  readonly time?: number | undefined;
}

export function conversationLine(facts: ConversationFacts, messages: readonly ChatMessage[]): ImportedLine {
  const tools = (facts.tools ?? []).filter(isObject).flatMap((tool) => definitionOf(tool) ?? []);
  const line = {
    conversation_id: facts.id,
    timestamp: isoOf(facts.time),
    user_id: facts.user,
    session_id: facts.session,
    model: facts.model,
    language: facts.language,
    source: facts.synthetic === true ? 'synthetic' : undefined,
    messages,
    tools: tools.length === 0 ? undefined : tools,
  };
  return { conversation_id: facts.id, timestamp: facts.time, line: withoutGaps(line) };
}

/** A tool as chat completions of OpenAI define it; its responses and Anthropic's API have no `function` around it. Tools that the provider runs have no name. */
function definitionOf(tool: JsonObject): JsonObject | undefined {
  if (isObject(tool.function)) return tool;
  const { name, description, parameters = tool.input_schema } = tool;
  if (typeof name !== 'string') return undefined;
  return { type: 'function', function: withoutGaps({ name, description, parameters }) };
}

/** @param index which message of the conversation is meant; left out: the conversation */
export function feedbackLine(id: string, index: number | undefined, facts: FeedbackFacts): ImportedLine {
  const { thumbs, stars, comment, correction, user, time } = facts;
  const line = {
    conversation_id: id,
    message_index: index,
    stars: stars === undefined ? undefined : Math.round(stars * 100) / 100,
    thumbs,
    comment,
    correction,
    user_id: user,
    timestamp: isoOf(time),
  };
  return { conversation_id: id, timestamp: time, line: withoutGaps(line) };
}

/** Whether anything is said at all. */
export function saysSomething({ thumbs, stars, comment, correction }: FeedbackFacts): boolean {
  return [thumbs, stars, comment, correction].some((said) => said !== undefined);
}

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

function withoutGaps(line: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined));
}
