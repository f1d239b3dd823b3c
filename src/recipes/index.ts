import { closest } from 'fastest-levenshtein';
import { CurateError } from '../errors.ts';
import axolotl from './axolotl.ts';
import llamaFactory from './llama-factory.ts';
import mlx from './mlx.ts';
import type { Recipe } from './recipe.ts';
import trl from './trl.ts';
import unsloth from './unsloth.ts';

/** Every recipe, in the order of the targets. A new one is its file, its line here and its golden files. */
export const RECIPES: readonly Recipe[] = [trl, axolotl, llamaFactory, unsloth, mlx];

/**
 * The recipe for a target.
 * @throws CurateError with the nearest name and all names when there is none
 */
export function recipeFor(target: string): Recipe {
  const found = RECIPES.find((recipe) => recipe.target === target);
  if (found !== undefined) return found;
  const names = RECIPES.map((recipe) => recipe.target);
  throw new CurateError(
    `There is no recipe for ${JSON.stringify(target)}: the nearest is \`${closest(target, names)}\`; choose one of ${names.join(', ')}. Services train without a file of ours.`,
  );
}
