import { isObject, type JsonObject } from '../measures/jsonObject.ts';

/** How a format is told by the keys of a row, in the order in which they are asked: what has more keys comes first. */
const SIGNS: readonly (readonly [format: string, fits: (row: JsonObject) => boolean])[] = [
  ['openai-preference', (row) => 'preferred_output' in row || 'non_preferred_output' in row],
  ['gemini-preference', (row) => 'contents' in row && 'completions' in row],
  ['gemini', (row) => 'contents' in row],
  ['nemo-preference', (row) => 'context' in row && 'completions' in row],
  ['bedrock-converse', (row) => 'schemaVersion' in row || (isList(row.system) && isList(row.messages))],
  ['kto', (row) => 'prompt' in row && 'completion' in row && 'label' in row],
  ['sharegpt-preference', (row) => 'conversations' in row && ('chosen' in row || 'rejected' in row)],
  ['axolotl-preference', (row) => 'messages' in row && 'chosen' in row && 'rejected' in row],
  ['preference', (row) => 'prompt' in row && ('chosen' in row || 'rejected' in row)],
  ['reward', (row) => 'chosen' in row && 'rejected' in row],
  ['prompt-completion-messages', (row) => isList(row.prompt) && isList(row.completion)],
  ['prompt-completion', (row) => 'prompt' in row && 'completion' in row],
  ['input-output', (row) => isList(row.segments)],
  ['sharegpt-kto', (row) => 'conversations' in row && 'kto_tag' in row],
  ['sharegpt', (row) => 'conversations' in row],
  ['json', (row) => 'messages' in row && 'id' in row && 'session_hash' in row],
  ['bedrock-claude', (row) => 'messages' in row && typeof row.system === 'string'],
  ['chatml', (row) => 'messages' in row],
  ['alpaca', (row) => 'instruction' in row && 'output' in row],
  ['instruction', (row) => 'instruction' in row && 'response' in row],
  ['csv', (row) => 'user_message' in row && 'bot_response' in row],
  ['chatml-text', (row) => typeof row.text === 'string' && row.text.includes('<|im_start|>')],
  ['text', (row) => 'text' in row],
];

/**
 * The name of the format that most of the rows have by their keys; `undefined` where they have that of none. A row that
 * lacks a key does not hide what the others are.
 */
export function guessFormat(rows: readonly unknown[]): string | undefined {
  const votes = new Map<string, number>();
  for (const row of rows) {
    const format = isObject(row) ? SIGNS.find(([, fits]) => fits(row))?.[0] : undefined;
    if (format !== undefined) votes.set(format, (votes.get(format) ?? 0) + 1);
  }
  // Of as many votes the format that is asked first.
  const order = SIGNS.map(([format]) => format).filter((format) => votes.has(format));
  return order.sort((one, other) => (votes.get(other) ?? 0) - (votes.get(one) ?? 0))[0];
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
