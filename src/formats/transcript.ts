import type { Message } from '../pipeline/conversation.ts';
import { exchangesInRow } from './exchangesInRow.ts';
import { folded, refusedUnfolded, SYSTEM_REASON, TOOL_REASONS } from './fold.ts';
import type { ExampleShape, FormatOptions, Refusal } from './format.ts';
import { jsonText } from './jsonText.ts';
import { type Exchange, exchangesOf, systemText } from './messages.ts';
import { insideQuotes, type JsonPiece } from './messagesJson.ts';

/** What is asked, as one text, and the answer: both as JSON strings without their quotes. */
export interface Asked {
  readonly question: JsonPiece;
  readonly answer: JsonPiece;
  /** The question is a transcript, and no bare question. */
  readonly transcript: boolean;
}

/** Of formats with one place for what comes before the answer. */
export const TRANSCRIPT_REASONS = {
  several_turns: 'the conversation has several turns and `export.several_turns` is `drop`',
  ...SYSTEM_REASON,
  ...TOOL_REASONS,
} as const;

/** A system message has its place in the transcript, and tools have none. */
const PLACES = { system: true, tools: false } as const;

export function refusedInTranscript(example: ExampleShape, options: FormatOptions): string | undefined {
  if (options.several_turns === 'drop' && example.several_turns) return 'several_turns';
  return refusedUnfolded(example, options, { system: false, tools: false });
}

/** @returns nothing where nothing was asked and answered */
export function askedOf(messages: readonly Message[]): Asked | Refusal | undefined {
  const plain = folded(messages, PLACES);
  if ('refused' in plain) return plain;
  const pieces = exchangesInRow(plain);
  const last = pieces.at(-1);
  if (last === undefined) return undefined;
  const system = systemText(plain);
  const bare = system === '' && pieces.length === 1;
  return {
    question: insideQuotes(bare ? last.user : jsonText(transcript(system, exchangesOf(plain)))),
    answer: insideQuotes(last.assistant),
    transcript: !bare,
  };
}

/**
 * Everything up to the last answer, a speaker's name before each text and a blank line between exchanges:
 *
 *     System: Be brief.
 *
 *     User: Who wrote Emma?
 *     Assistant: Jane Austen.
 *
 *     User: When?
 */
function transcript(system: string, exchanges: readonly Exchange[]): string {
  return [
    ...(system === '' ? [] : [`System: ${system}`]),
    ...exchanges.map(({ user, assistant }, place) =>
      place === exchanges.length - 1 ? `User: ${user}` : `User: ${user}\nAssistant: ${assistant}`,
    ),
  ].join('\n\n');
}
