import type { ReadExample } from '../formats/format.ts';
import type { Message } from '../pipeline/conversation.ts';
import type { Rules } from './target.ts';

/** One thing that a trainer asks of every example. */
export interface Rule {
  /** The name of the reason; reports show it as `target.<reason>`. */
  readonly reason: string;
  /** What is wrong with an example that breaks it, for people. */
  readonly says: string;
  isBroken(example: ReadExample): boolean;
  /** Formats in which it holds, by name; in all of them when left out. */
  readonly formats?: readonly string[];
}

/** The rules of a trainer; the first that an example breaks is the reason. */
export function ruled(...rules: readonly Rule[]): Rules {
  return {
    reasons: Object.fromEntries(rules.map(({ reason, says }) => [reason, says])),
    refuses: (example, format) =>
      rules.find((rule) => (rule.formats?.includes(format) ?? true) && rule.isBroken(example))?.reason,
  };
}

/** The rule, where the format is one of these. */
export function within(formats: readonly string[], rule: Rule): Rule {
  return { ...rule, formats };
}

export const ONE_SYSTEM: Rule = {
  reason: 'system_place',
  says: 'there is more than one system message, or it is not the first',
  isBroken: ({ messages }) => messages.some(({ role }, place) => role === 'system' && place > 0),
};

export const STARTS_WITH_USER: Rule = {
  reason: 'no_user_first',
  says: 'the first message after the system message is not the user’s',
  isBroken: ({ messages }) => messages.find(({ role }) => role !== 'system')?.role !== 'user',
};

/** Where two answers are compared, `messages` are what they answer. */
export const ENDS_WITH_ANSWER: Rule = {
  reason: 'no_answer_last',
  says: 'the last message is not the assistant’s; of a pair, what is to be answered ends with the assistant',
  isBroken({ messages, chosen }) {
    const isAnswered = messages.at(-1)?.role === 'assistant';
    return chosen === undefined ? !isAnswered : isAnswered || messages.length === 0;
  },
};

export const ALTERNATING: Rule = {
  reason: 'not_alternating',
  says: 'user and assistant do not take turns',
  isBroken({ messages }) {
    const spoken = messages.filter(({ role }) => role !== 'system');
    return spoken.some(({ role }, place) => role === spoken[place - 1]?.role);
  },
};

export const NO_TOOLS: Rule = {
  reason: 'tools',
  says: 'tools are called or offered, for which there is no place',
  isBroken: (example) => example.tools !== undefined || everyMessage(example).some(isOfTools),
};

/** A call says nothing, and a tool may answer with nothing. */
export const NO_EMPTY_TEXT: Rule = {
  reason: 'empty_text',
  says: 'a message is empty',
  isBroken: (example) => everyMessage(example).some((message) => message.content.trim() === '' && !isOfTools(message)),
};

export const ONE_MESSAGE_ANSWERS: Rule = {
  reason: 'long_answers',
  says: 'one of the two answers is not a single message of the assistant',
  isBroken: ({ chosen, rejected }) => [chosen, rejected].some((answer) => answer !== undefined && !isOneAnswer(answer)),
};

/**
 * Words that a service keeps for itself.
 * @param pattern without the flag `g`; it must run in linear time
 */
export function reservedWords(
  pattern: RegExp,
  words: string,
  isMeant: (message: Message) => boolean = () => true,
): Rule {
  return {
    reason: 'reserved_words',
    says: `a message has one of the words that the service keeps for itself: ${words}`,
    isBroken: (example) => everyMessage(example).some((message) => isMeant(message) && pattern.test(message.content)),
  };
}

/** Texts of all messages together, in UTF-16 units. */
export function maxCharacters(most: number, says: string): Rule {
  return {
    reason: 'too_long',
    says,
    isBroken: (example) => everyMessage(example).reduce((sum, { content }) => sum + content.length, 0) > most,
  };
}

export function everyMessage({ messages, chosen = [], rejected = [] }: ReadExample): readonly Message[] {
  return chosen.length + rejected.length === 0 ? messages : [...messages, ...chosen, ...rejected];
}

function isOfTools({ role, tool_calls }: Message): boolean {
  return role === 'tool' || tool_calls !== undefined;
}

function isOneAnswer(answer: readonly Message[]): boolean {
  return answer.length === 1 && answer[0]?.role === 'assistant';
}
