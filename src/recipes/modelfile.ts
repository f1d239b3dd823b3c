import { comment, headOf } from './lines.ts';
import type { Recipe, RecipeFacts, RecipeFile } from './recipe.ts';

export const MODELFILE = 'Modelfile';

/**
 * Ollama's Modelfile (docs.ollama.com/modelfile): FROM a folder of safetensors, ADAPTER likewise, both relative to the file.
 * There is no TEMPLATE: Ollama takes the one it knows for the base model, and another than it was trained with would undo the
 * training. A trainer of rewards leaves no model that speaks.
 */
export function modelfile(facts: RecipeFacts, { target, adapter }: Recipe): RecipeFile | undefined {
  const { training, length, dataset, output } = facts;
  if (dataset.format === 'reward') return undefined;
  const { from, adapted, how } = served(facts, training.method === 'full' ? 'whole' : adapter);
  const lines = [
    ...comment([...headOf(target, facts), ...how, `Then: ollama create tuned -f ${facts.recipe}/${MODELFILE}`]),
    '',
    `FROM ${local(output, from)}`,
    ...(adapted ? [`ADAPTER ${local(output, '')}`] : []),
    `PARAMETER num_ctx ${length.max_length}`,
  ];
  return { name: MODELFILE, text: `${lines.join('\n')}\n` };
}

/** What is served: a base model and an adapter, or one model. Folders are told by what is added to that of the output. */
function served(
  { training, output }: RecipeFacts,
  what: Recipe['adapter'] | 'whole',
): { readonly from: string; readonly adapted: boolean; readonly how: readonly string[] } {
  if (what === 'whole') return { from: '', adapted: false, how: ['The tuned model is served as it is.'] };
  if (what === 'mlx') {
    const fuse = `mlx_lm.fuse --model ${training.base_model} --adapter-path ${output.fromHere} --save-path ${output.fromHere}-fused`;
    return {
      from: '-fused',
      adapted: false,
      how: ['Ollama reads no adapters of MLX, so all becomes one model first:', fuse],
    };
  }
  const fetch = `hf download ${training.base_model} --local-dir ${output.fromHere}-base`;
  return { from: '-base', adapted: true, how: ['The base model must be the one that was tuned. Fetch it:', fetch] };
}

/** A path in a Modelfile that is no name of a model in a library begins with a dot or a slash. */
function local({ fromRecipe }: RecipeFacts['output'], ending: string): string {
  return /^[./]/.test(fromRecipe) ? `${fromRecipe}${ending}` : `./${fromRecipe}${ending}`;
}
