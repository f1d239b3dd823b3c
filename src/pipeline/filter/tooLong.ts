import type { Bounds } from '../../measures/byteScale.ts';
import { countWords } from '../../measures/words.ts';
import type { Conversation, Role } from '../conversation.ts';
import type { DropFacts, Lengths } from '../stage.ts';

/** Most characters and words of one message; null for no limit. */
export interface LengthLimits {
  readonly chars: number | null;
  readonly words: number | null;
}

/** The first message of `role` that is longer than the limits, and by which of them; `undefined` when none is. */
export function tooLong(
  { messages }: Conversation,
  role: Role,
  { chars, words }: LengthLimits,
): { readonly reason: 'too_many_chars' | 'too_many_words'; readonly facts: DropFacts } | undefined {
  for (const [position, message] of messages.entries()) {
    if (message.role !== role) continue;
    const { length } = message.content;
    if (chars !== null && length > chars) {
      return { reason: 'too_many_chars', facts: { measured: length, limit: chars, message: position } };
    }
    // A word has at least one character.
    if (words === null || length <= words) continue;
    const count = countWords(message.content);
    if (count > words) return { reason: 'too_many_words', facts: { measured: count, limit: words, message: position } };
  }
  return undefined;
}

/** What the digest says of the longest message of `role`: of a single exchange without tools, exactly how long it is. */
export function longestOf(role: 'user' | 'assistant'): (lengths: Lengths) => Bounds {
  const chars = `${role}_chars` as const;
  return ({ [chars]: all, exchanges, tools }) => {
    const messages = role === 'user' ? exchanges : tools ? Number.POSITIVE_INFINITY : exchanges;
    return { low: Math.ceil(all / Math.max(messages, 1)), high: all };
  };
}

export function mostWordsOf(role: 'user' | 'assistant'): (lengths: Lengths) => Bounds {
  const chars = `${role}_chars` as const;
  return ({ [chars]: all }) => ({ low: 0, high: all });
}
