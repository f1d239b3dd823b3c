import type { CurateError } from '../../errors.ts';
import type { ChatTemplate } from '../../formats/format.ts';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';

/** Makes an error of what is wrong with the file, half a sentence. */
type Refuse = (what: string) => CurateError;

/**
 * The chat template of a `tokenizer_config.json` of transformers, with its tokens. Of several named ones it is `default`, as
 * `apply_chat_template` takes it.
 */
export function templateIn(text: string, refuse: Refuse): ChatTemplate {
  const config = objectIn(text, refuse);
  return { template: templateOf(config.chat_template, refuse), ...tokens(config) };
}

/** The tokens alone. */
export function tokensOf(text: string, refuse: Refuse): Omit<ChatTemplate, 'template'> {
  return tokens(objectIn(text, refuse));
}

function objectIn(text: string, refuse: Refuse): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse('is not valid JSON.');
  }
  if (!isObject(value)) throw refuse('holds no JSON object.');
  return value;
}

function templateOf(value: unknown, refuse: Refuse): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) throw refuse('has no `chat_template`; name the .jinja file of the model instead.');
  const named = value.filter(isObject);
  const found = named.find(({ name }) => name === 'default') ?? (named.length === 1 ? named[0] : undefined);
  if (typeof found?.template === 'string') return found.template;
  throw refuse('has several templates and none of the name `default`; put the one you want into a .jinja file.');
}

function tokens({ bos_token, eos_token }: JsonObject): Omit<ChatTemplate, 'template'> {
  return { bos_token: tokenText(bos_token), eos_token: tokenText(eos_token) };
}

/** A token is its text, or an object with its text (AddedToken). */
function tokenText(value: unknown): string {
  const text = isObject(value) ? value.content : value;
  return typeof text === 'string' ? text : '';
}
