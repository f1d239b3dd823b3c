import type { TokenCounter } from '../measures/tokenCounter.ts';
import { TOKENS_AROUND_EXAMPLE, TOKENS_AROUND_MESSAGE } from '../pipeline/tokens/messageTokens.ts';
import type { RowView, Turn } from './view.ts';

/** Ours, and no more than an estimate: o200k_base has about four characters of English a token, fewer of most languages. */
const CHARACTERS_A_TOKEN = 4;

/**
 * Counts the tokens of a row as its longest side has them, with those of a chat template around its messages, as `stats` and
 * the data card do.
 * @param count where there is none, tokens are estimated by characters
 */
export function tokensIn(count: TokenCounter = estimate): (view: RowView) => number {
  const sum = (turns: readonly Turn[]): number =>
    turns.reduce((tokens, turn) => tokens + TOKENS_AROUND_MESSAGE + count(turn.text) + ofCalls(turn, count), 0);
  return ({ prompt, answer, chosen, rejected, tools }) =>
    TOKENS_AROUND_EXAMPLE +
    (tools === undefined ? 0 : count(textOf(tools))) +
    sum(prompt) +
    sum(answer) +
    Math.max(sum(chosen), sum(rejected));
}

function ofCalls({ entry }: Turn, count: TokenCounter): number {
  const calls = entry?.tool_calls;
  return Array.isArray(calls) && calls.length > 0 ? count(textOf(calls)) : 0;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function estimate(text: string): number {
  return Math.ceil(text.length / CHARACTERS_A_TOKEN);
}
