import { readFileSync } from 'node:fs';
import type { Tokenizer } from '@huggingface/tokenizers';
import { CurateError } from '../../errors.ts';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';
import { countInParts, type TokenCounter } from '../../measures/tokenCounter.ts';
import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import { load } from './library.ts';
import { settingsOf, sha256Of } from './tokenizerPlan.ts';

/**
 * Longer texts are counted in parts. Ours: where the package knows no character of a run it takes n² (some 4 s for a megabyte in
 * parts of this length), and it hands all tokens of a word over as arguments of one call, of which V8 takes some 100,000;
 * tokenizers without words (Metaspace) have the whole text for one.
 */
const LONGEST_TEXT = 2048;

/**
 * A counter by a tokenizer.json, and by the tokenizer_config.json beside it where there is one.
 * @throws CurateError when the file is none, or is another one than was planned with
 */
export function fileTokenizer({ path, sha256 }: NonNullable<TokenizerPlan['file']>): TokenCounter {
  const bytes = bytesOf(path);
  if (sha256Of(bytes) !== sha256) throw problem(path, 'it was changed while it was read; run the command again');
  const tokenizer = made(path, jsonIn(bytes, path));
  return (text) => countInParts(text, LONGEST_TEXT, (part) => tokenizer.tokenize(part).length);
}

/**
 * Control tokens are taken out of the vocabulary that is searched for in texts, so that `<|im_end|>` in a question counts
 * as the text it is, and nothing is put around a text.
 */
function made(path: string, json: JsonObject): Tokenizer {
  const settings = settingsOf(path);
  const config = settings === undefined ? {} : jsonIn(settings, `the tokenizer_config.json beside ${path}`);
  const added: unknown[] = Array.isArray(json.added_tokens) ? json.added_tokens : [];
  const ordinary = added.filter((token) => isObject(token) && token.special !== true);
  const plain = {
    normalizer: null,
    pre_tokenizer: null,
    ...json,
    added_tokens: ordinary,
    post_processor: null,
    decoder: null,
  };
  try {
    const { Tokenizer }: typeof import('@huggingface/tokenizers') = load('@huggingface/tokenizers');
    const tokenizer = new Tokenizer(plain, config);
    tokenizer.tokenize('A first try, 1.');
    return tokenizer;
  } catch (error) {
    throw problem(path, `it is no tokenizer.json that can be used (${sentenceOf(error)})`);
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw problem(path, 'it cannot be read any more');
  }
}

function jsonIn(bytes: Buffer, path: string): JsonObject {
  try {
    const found: unknown = JSON.parse(bytes.toString('utf8'));
    if (isObject(found)) return found;
  } catch {
    throw problem(path, 'it is no JSON');
  }
  throw problem(path, 'it is no JSON object');
}

function problem(path: string, what: string): CurateError {
  return new CurateError(
    `tokenizer: ${path}: ${what}. \`tokenizer\` in the config names it; take the tokenizer.json that comes with your model.`,
  );
}

/** What the package says; it speaks of the file alone. */
function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 100) : 'it does not say why';
}
