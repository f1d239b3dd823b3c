import { closest } from 'fastest-levenshtein';
import { CurateError } from '../errors.ts';
import axolotl from './axolotl.ts';
import azure from './azure.ts';
import bedrockClaude from './bedrock-claude.ts';
import bedrockNova from './bedrock-nova.ts';
import fireworks from './fireworks.ts';
import gemini from './gemini.ts';
import llamaFactory from './llama-factory.ts';
import mistral from './mistral.ts';
import mlx from './mlx.ts';
import msSwift from './ms-swift.ts';
import nemo from './nemo.ts';
import openai from './openai.ts';
import type { Target } from './target.ts';
import together from './together.ts';
import trl from './trl.ts';
import unsloth from './unsloth.ts';

/** Every target, in the order in which people are shown them. A new one is its file and its line here. */
export const TARGETS: readonly Target[] = [
  trl,
  axolotl,
  llamaFactory,
  unsloth,
  mlx,
  openai,
  azure,
  together,
  fireworks,
  mistral,
  gemini,
  bedrockClaude,
  bedrockNova,
  nemo,
  msSwift,
];

/**
 * The target of that name.
 * @throws CurateError with the nearest name and all names when there is none
 */
export function targetNamed(name: string): Target {
  const found = TARGETS.find((target) => target.name === name);
  if (found !== undefined) return found;
  const names = TARGETS.map((target) => target.name);
  throw new CurateError(
    `There is no target ${JSON.stringify(name)}: the nearest is \`${closest(name, names)}\`; choose one of ${names.join(', ')}.`,
  );
}
