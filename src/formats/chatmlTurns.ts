import { disarmBars } from '../measures/controlTokens/find.ts';
import type { Message } from '../pipeline/conversation.ts';
import { folded, TOOL_REASONS } from './fold.ts';
import type { Refusal } from './format.ts';
import { jsonText } from './jsonText.ts';
import { contentsInRow, insideQuotes, type JsonPiece } from './messagesJson.ts';
import { readMessages } from './readMessages.ts';

/**
 * The literal text has no place for tools: it is every model's own way to write them that it was trained on, and that is
 * in its chat template (the format `text`).
 */
export const CHATML_PLACES = { system: true, tools: false } as const;
export const CHATML_REASONS = TOOL_REASONS;

/** A turn: what opens it, what was said without a control token in it, inside a JSON string. It ends with `TURN_END`. */
export interface ChatmlTurn {
  readonly learned: boolean;
  readonly opening: string;
  readonly content: JsonPiece;
}

/** Ends a turn; the line end behind it is not learned, as no model has to say it. */
export const TURN_END = '<|im_end|>';

export function chatmlTurns(messages: readonly Message[]): readonly ChatmlTurn[] | Refusal {
  const plain = folded(messages, CHATML_PLACES);
  if ('refused' in plain) return plain;
  const contents = contentsInRow(plain);
  return plain.map(({ role, content }, place) => ({
    learned: role === 'assistant',
    opening: `<|im_start|>${role}\\n`,
    content: insideQuotes(disarmed(content, contents[place])),
  }));
}

/**
 * A tokenizer reads a literal token as control (transformers#29279), and plain text has no way to escape it, so even where
 * the stage `control_tokens` was left out, no message can end its turn.
 */
function disarmed(content: string, inRow: JsonPiece | undefined): JsonPiece {
  const harmless = disarmBars(content);
  return harmless === content && inRow !== undefined ? inRow : jsonText(harmless.toWellFormed());
}

const TURN = /<\|im_start\|>(\w+)\n(.*?)<\|im_end\|>\n/gs;

/** The messages of such a text; nothing where it has none. */
export function readChatml(text: string): Message[] | undefined {
  const turns = [...text.matchAll(TURN)].map(([, role, content]) => ({ role, content }));
  const messages = readMessages(turns);
  return messages === undefined || messages.length === 0 ? undefined : messages;
}
