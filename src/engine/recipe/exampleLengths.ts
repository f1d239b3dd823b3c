import { join } from 'node:path';
import type { Format, ReadExample } from '../../formats/format.ts';
import { MessageTokens } from '../../pipeline/tokens/messageTokens.ts';
import { readRows } from '../containers/readRows.ts';

/**
 * Ours, where no tokenizer is named: OpenAI's rule of thumb is four characters a token for English; bytes of UTF-8 are as
 * many there, and come closer in other scripts, whose characters are more than a byte and often a token each.
 */
const BYTES_A_TOKEN = 4;

/** Counts tokens where the config names no tokenizer. */
export function estimatedTokens(): MessageTokens {
  return new MessageTokens((text) => Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN));
}

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
  tokens: MessageTokens,
): Promise<RowFacts> {
  const lengths: number[] = [];
  let desirable = 0;
  let undesirable = 0;
  for (const file of files) {
    await readRows(join(folder, file), {
      row(row) {
        const example = format.read(row);
        lengths.push(example === undefined ? textTokens(row.text, tokens) : exampleTokens(example, tokens));
        if (example?.label === true) desirable++;
        if (example?.label === false) undesirable++;
      },
      problem() {},
    });
  }
  return { lengths, labels: { desirable, undesirable } };
}

function exampleTokens({ messages, chosen = [], rejected = [], tools }: ReadExample, tokens: MessageTokens): number {
  const answer = Math.max(tokens.ofMessages(chosen), tokens.ofMessages(rejected));
  return tokens.ofConversation({ messages, tools }) + answer;
}

/** Of rows that hold a rendered text, in a template that cannot be read back. */
function textTokens(text: unknown, tokens: MessageTokens): number {
  return typeof text === 'string' ? tokens.ofMessage({ role: 'user', content: text, index: 0 }) : 0;
}
