import { closest } from 'fastest-levenshtein';
import { CurateError } from '../errors.ts';
import alpaca from './alpaca.ts';
import bedrockClaude from './bedrock-claude.ts';
import bedrockConverse from './bedrock-converse.ts';
import chatml from './chatml.ts';
import chatmlText from './chatml-text.ts';
import csv from './csv.ts';
import type { Format } from './format.ts';
import gemini from './gemini.ts';
import geminiPreference from './gemini-preference.ts';
import inputOutput from './input-output.ts';
import instruction from './instruction.ts';
import json from './json.ts';
import kto from './kto.ts';
import mistral from './mistral.ts';
import nemoPreference from './nemo-preference.ts';
import openaiPreference from './openai-preference.ts';
import preference from './preference.ts';
import promptCompletion from './prompt-completion.ts';
import promptCompletionMessages from './prompt-completion-messages.ts';
import reward from './reward.ts';
import sharegpt from './sharegpt.ts';
import text from './text.ts';

/** Every format, in the order in which people are shown them. A new one is its file, its line here and its cases. */
export const FORMATS: readonly Format[] = [
  chatml,
  chatmlText,
  text,
  sharegpt,
  promptCompletionMessages,
  promptCompletion,
  inputOutput,
  alpaca,
  instruction,
  mistral,
  gemini,
  bedrockConverse,
  bedrockClaude,
  json,
  csv,
  kto,
  preference,
  reward,
  openaiPreference,
  geminiPreference,
  nemoPreference,
];

/** Other names of a format: `chatml` means the token format to some (OpenAI's chatml.md), and a JSON shape to others (TRL). */
const ALIASES: Readonly<Record<string, string>> = { openai: 'chatml', 'openai-messages': 'chatml' };

/**
 * The format of that name, or of another name of it.
 * @throws CurateError with the nearest name and all names when there is none
 */
export function formatNamed(name: string): Format {
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  const found = FORMATS.find((format) => format.name === known);
  if (found !== undefined) return found;
  const names = FORMATS.map((format) => format.name);
  throw new CurateError(
    `There is no format ${JSON.stringify(name)}: the nearest is \`${closest(name, names)}\`; choose one of ${names.join(', ')}.`,
  );
}
