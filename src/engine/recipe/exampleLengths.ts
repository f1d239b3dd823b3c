import { join } from 'node:path';
import type { Format, ReadExample } from '../../formats/format.ts';
import type { Message } from '../../pipeline/conversation.ts';
import { readRows } from '../containers/readRows.ts';

/** How many tokens a text has. */
export type CountTokens = (text: string) => number;

/**
 * Ours, where no tokenizer is at hand: OpenAI's rule of thumb is four characters a token for English; bytes of UTF-8 are as
 * many there, and come closer in other scripts, whose characters are more than a byte and often a token each.
 */
const BYTES_A_TOKEN = 4;

export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);
}

/** What a chat template puts around a message: `<|im_start|>`, the role, a line end, `<|im_end|>`, a line end (ChatML); others take as many. */
const AROUND_MESSAGE = 5;

/** What is known of the rows of some splits. */
export interface RowFacts {
  /** Tokens of each example. */
  readonly lengths: readonly number[];
  /** Of rated answers: how many are to be learned, and to be avoided. */
  readonly labels: { readonly desirable: number; readonly undesirable: number };
}

/**
 * Reads rows and measures them; of a pair the longer answer counts, as a trainer sees one at a time.
 * @param files in the folder
 * @throws CurateError for a file that cannot be read
 */
export async function measureRows(
  folder: string,
  files: readonly string[],
  format: Format,
  count: CountTokens,
): Promise<RowFacts> {
  const lengths: number[] = [];
  let desirable = 0;
  let undesirable = 0;
  for (const file of files) {
    await readRows(join(folder, file), {
      row(row) {
        const example = format.read(row);
        lengths.push(example === undefined ? textTokens(row.text, count) : exampleTokens(example, count));
        if (example?.label === true) desirable++;
        if (example?.label === false) undesirable++;
      },
      problem() {},
    });
  }
  return { lengths, labels: { desirable, undesirable } };
}

function exampleTokens({ messages, chosen = [], rejected = [], tools = '' }: ReadExample, count: CountTokens): number {
  const answer = Math.max(messagesTokens(chosen, count), messagesTokens(rejected, count));
  return messagesTokens(messages, count) + answer + (tools === '' ? 0 : count(tools) + AROUND_MESSAGE);
}

function messagesTokens(messages: readonly Message[], count: CountTokens): number {
  let tokens = 0;
  for (const { content, tool_calls = [] } of messages) {
    tokens += AROUND_MESSAGE + count(content);
    for (const call of tool_calls) tokens += count(call.name) + count(call.arguments);
  }
  return tokens;
}

/** Of rows that hold a rendered text, in a template that cannot be read back. */
function textTokens(text: unknown, count: CountTokens): number {
  return typeof text === 'string' ? count(text) : 0;
}
