import type { RowView, Turn } from './view.ts';

/** Ours, and no more than an estimate: o200k_base has about four characters of English a token, fewer of most languages. */
const CHARACTERS_A_TOKEN = 4;
/** Role and ends of a turn in ChatML: `<|im_start|>`, role, line end, `<|im_end|>`, line end. */
const TOKENS_A_TURN = 5;

/** Tokens of a row as its longest side has them, estimated by characters. */
export function tokensIn({ prompt, answer, chosen, rejected }: RowView): number {
  return estimate(prompt) + estimate(answer) + Math.max(estimate(chosen), estimate(rejected));
}

function estimate(turns: readonly Turn[]): number {
  let tokens = 0;
  for (const { text } of turns) tokens += Math.ceil(text.length / CHARACTERS_A_TOKEN) + TOKENS_A_TURN;
  return tokens;
}
