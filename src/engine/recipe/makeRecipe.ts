import { basename, join, relative, resolve, sep } from 'node:path';
import { DEFAULT_OPTIONS } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { weightsFor } from '../../pipeline/signals/balance.ts';
import { recipeFor } from '../../recipes/index.ts';
import { LM_EVAL_FILE, lmEvalCommand, lmEvalTask } from '../../recipes/lmEval.ts';
import { chooseMaxLength } from '../../recipes/maxLength.ts';
import { MODELFILE, modelfile, servingCommands } from '../../recipes/modelfile.ts';
import type { Recipe, RecipeFacts, RecipeFile, Seen } from '../../recipes/recipe.ts';
import type { RecipeReport } from '../../report/types.ts';
import { targetNamed } from '../../targets/index.ts';
import { datasetOf } from '../export/besideFiles.ts';
import { RECIPE_FOLDER } from '../export/exportFolders.ts';
import type { Project } from '../project.ts';
import { tokensOf } from '../tokenizer/tokensOf.ts';
import { estimatedTokens, measureRows } from './exampleLengths.ts';
import { findExport, type TrainerExport } from './findExport.ts';
import { writeRecipe } from './writeRecipe.ts';

export interface RecipeRequest {
  /** The target, by name. */
  readonly for: string;
  /** Another of its formats than the first. */
  readonly format?: string | undefined;
  /** Where to write; `recipe/` in the folder of the export when left out. */
  readonly out?: string | undefined;
  readonly force: boolean;
}

const EQUAL = { desirable: 1, undesirable: 1 };
/** Trained models are put there, from where the trainer is started. */
const OUTPUTS = 'outputs';
/** In words, for the head of the files. */
const ESTIMATED = 'estimated, at four bytes each, as the config names no tokenizer';

/**
 * Makes a training config of the section `training` and an export.
 * @throws CurateError when there is no such recipe, no export yet, or a file that was changed by hand
 */
export async function makeRecipe(project: Project, request: RecipeRequest): Promise<RecipeReport> {
  const recipe = recipeFor(request.for);
  const found = findExport(project.curated, targetNamed(recipe.target), request.format);
  const folder = resolve(request.out ?? join(found.folder, RECIPE_FOLDER));
  const facts = await factsOf(project, found, folder);
  const files = filesOf(recipe, facts);
  const { length } = facts;
  const { target, format } = found.manifest;
  writeRecipe(folder, files, { target, format, length }, request.force);
  return {
    command: 'recipe',
    target: recipe.target,
    format,
    export: found.folder,
    out: folder,
    files: files.map(({ name }) => name),
    length,
    weights: facts.weights ?? null,
    commands: commandsOf(recipe, facts, files),
  };
}

async function factsOf(project: Project, { folder, manifest }: TrainerExport, recipe: string): Promise<RecipeFacts> {
  const format = formatNamed(manifest.format);
  const options = { ...DEFAULT_OPTIONS, ...targetNamed(manifest.target ?? '').options };
  const { columns } = format.open(manifest.shape, options);
  const dataset = datasetOf(manifest.format, manifest.shape, columns, manifest.outputs);
  const { train, val } = dataset.files;
  const { tokenizer } = project.plans.survey;
  const tokens = tokensOf(project.plans.survey) ?? estimatedTokens();
  const measured = (file: string | undefined) => measureRows(folder, file === undefined ? [] : [file], format, tokens);
  const [learned, watched] = [await measured(train), await measured(val)];
  const { training } = project.config;
  const rows = (split: string) => manifest.outputs.find((output) => output.split === split)?.rows ?? 0;
  return {
    training,
    dataset,
    folder: seen(folder, recipe),
    output: seen(resolve(OUTPUTS, basename(folder)), recipe),
    recipe: pathFrom(process.cwd(), recipe),
    rows: { train: rows('train'), val: rows('val'), test: rows('test') },
    length: chooseMaxLength(
      [...learned.lengths, ...watched.lengths],
      training.max_seq_length,
      tokenizer === undefined ? ESTIMATED : `counted by ${tokenizer.name}`,
    ),
    weights:
      format.kind === 'rated' ? (weightsFor(learned.labels.desirable, learned.labels.undesirable) ?? EQUAL) : undefined,
  };
}

function filesOf(recipe: Recipe, facts: RecipeFacts): RecipeFile[] {
  const more = [lmEvalTask(facts, recipe.target), modelfile(facts, recipe)];
  return [...recipe.files(facts), ...more.filter((file) => file !== undefined)];
}

/** What is run, in order: the training, the test, the server. */
function commandsOf(recipe: Recipe, facts: RecipeFacts, files: readonly RecipeFile[]): string[] {
  const has = (name: string) => files.some((file) => file.name === name);
  const tested = has(LM_EVAL_FILE) && recipe.adapter === 'peft';
  return [
    ...recipe.commands(facts),
    ...(tested ? [lmEvalCommand(facts)] : []),
    ...(has(MODELFILE) ? servingCommands(facts, recipe) : []),
  ];
}

function seen(folder: string, recipe: string): Seen {
  return { fromHere: pathFrom(process.cwd(), folder), fromRecipe: slashes(relative(recipe, folder)) };
}

/** A path as seen from a folder; as it is where it lies outside of it. */
function pathFrom(folder: string, path: string): string {
  const seen = relative(folder, path);
  if (seen === '') return '.';
  return seen.startsWith('..') ? slashes(path) : slashes(seen);
}

function slashes(path: string): string {
  return path.replaceAll(sep, '/');
}
