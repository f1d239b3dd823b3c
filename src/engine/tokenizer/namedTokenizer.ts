import { BytePairs } from '../../measures/bytePairs.ts';
import type { RankedTokens } from '../../measures/pairRanks.ts';
import type { TokenCounter } from '../../measures/tokenCounter.ts';
import { load } from './library.ts';

/** The encodings that are known by name: that of GPT-4o and later, and that of GPT-4 and GPT-3.5. */
export const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

export function isEncodingName(name: string): name is EncodingName {
  return ENCODINGS.some((known) => known === name);
}

/**
 * A counter by one of OpenAI's encodings. Vocabulary and pattern are those of gpt-tokenizer; the counting is ours
 * (`BytePairs`), because that package takes n² for a run of n letters. The counts are those of tiktoken. They are those of
 * gpt-tokenizer, too, but where U+FEFF stands in a text, which that does not find in its own vocabulary.
 */
export function namedTokenizer(name: EncodingName): TokenCounter {
  const { default: tokens }: { default: RankedTokens } = load(`gpt-tokenizer/bpeRanks/${name}`);
  const patterns: { O200K_TOKEN_SPLIT_REGEX: RegExp; CL100K_TOKEN_SPLIT_REGEX: RegExp } = load(
    'gpt-tokenizer/encodingParams/constants',
  );
  const pattern = name === 'o200k_base' ? patterns.O200K_TOKEN_SPLIT_REGEX : patterns.CL100K_TOKEN_SPLIT_REGEX;
  const pairs = new BytePairs(tokens, asTiktokenReads(pattern));
  return (text) => pairs.count(text);
}

/**
 * The pattern as the regular expressions of tiktoken (Rust) read it: for those white space is what Unicode says, with
 * U+0085 and without U+FEFF; for those of JavaScript it is the other way round.
 */
function asTiktokenReads({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll('\\s', '\\p{White_Space}').replaceAll('\\S', '\\P{White_Space}'), flags);
}
