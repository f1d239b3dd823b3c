import type { TokenCounter } from '../../measures/tokenCounter.ts';
import type { RecordPlan, TokenizerPlan } from '../../pipeline/recordPlan.ts';
import { MessageTokens } from '../../pipeline/tokens/messageTokens.ts';
import { fileTokenizer } from './fileTokenizer.ts';
import { isEncodingName, namedTokenizer } from './namedTokenizer.ts';

let made: { readonly tokenizer: string; readonly tokens: MessageTokens } | undefined;

/**
 * What counts the tokens of a plan; nothing where none are to be counted. It is kept for the next task of the run: its
 * vocabulary takes a fifth of a second to load, and 50 MB.
 * @throws CurateError when the tokenizer cannot be used
 */
export function tokensOf({ tokenizer }: Pick<RecordPlan, 'tokenizer'>): MessageTokens | undefined {
  if (tokenizer === undefined) return undefined;
  const key = JSON.stringify(tokenizer);
  if (made?.tokenizer !== key) made = { tokenizer: key, tokens: new MessageTokens(counterOf(tokenizer)) };
  return made.tokens;
}

/** What counts by a tokenizer, kept for the next task; nothing without one. @throws CurateError when it cannot be used */
export function counterFor(tokenizer: TokenizerPlan | undefined): TokenCounter | undefined {
  if (tokenizer === undefined) return undefined;
  const key = JSON.stringify(tokenizer);
  if (counting?.tokenizer !== key) counting = { tokenizer: key, count: counterOf(tokenizer) };
  return counting.count;
}

let counting: { readonly tokenizer: string; readonly count: TokenCounter } | undefined;

function counterOf({ name, file }: TokenizerPlan): TokenCounter {
  if (file !== undefined) return fileTokenizer(file);
  if (isEncodingName(name)) return namedTokenizer(name);
  throw new RangeError(`no tokenizer is named ${name}`);
}
