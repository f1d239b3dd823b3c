import { closest } from 'fastest-levenshtein';
import { CurateError } from '../errors.ts';
import alpaca from './alpaca.ts';
import chatml from './chatml.ts';
import chatmlText from './chatml-text.ts';
import csv from './csv.ts';
import type { Format } from './format.ts';
import geminiPreference from './gemini-preference.ts';
import instruction from './instruction.ts';
import json from './json.ts';
import kto from './kto.ts';
import nemoPreference from './nemo-preference.ts';
import openaiPreference from './openai-preference.ts';
import preference from './preference.ts';
import reward from './reward.ts';

/** Every format, in the order in which people are shown them. A new one is its file, its line here and its cases. */
export const FORMATS: readonly Format[] = [
  chatml,
  chatmlText,
  alpaca,
  instruction,
  json,
  csv,
  kto,
  preference,
  reward,
  openaiPreference,
  geminiPreference,
  nemoPreference,
];

/**
 * The format of that name.
 * @throws CurateError with the nearest name and all names when there is none
 */
export function formatNamed(name: string): Format {
  const found = FORMATS.find((format) => format.name === name);
  if (found !== undefined) return found;
  const names = FORMATS.map((format) => format.name);
  throw new CurateError(
    `There is no format ${JSON.stringify(name)}: the nearest is \`${closest(name, names)}\`; choose one of ${names.join(', ')}.`,
  );
}
