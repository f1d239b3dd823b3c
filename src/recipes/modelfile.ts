import { comment, headOf } from './lines.ts';
import type { Recipe, RecipeFacts, RecipeFile } from './recipe.ts';

export const MODELFILE = 'Modelfile';

/**
 * Ollama's Modelfile (docs.ollama.com/modelfile): FROM a folder of safetensors, ADAPTER likewise, both relative to the file.
 * There is no TEMPLATE: Ollama takes the one it knows for the base model, and another than it was trained with would undo the
 * training. What fits the examples is too little for a chat that goes on, so `num_ctx` is the most that the config allows. A
 * trainer of rewards leaves no model that speaks.
 */
export function modelfile(facts: RecipeFacts, { target, adapter }: Recipe): RecipeFile | undefined {
  if (facts.dataset.format === 'reward') return undefined;
  const { from, adapted, says, commands } = served(facts, adapter);
  const lines = [
    ...comment([...headOf(target, facts), says, ...commands, create(facts)]),
    '',
    `FROM ${local(from)}`,
    ...(adapted ? [`ADAPTER ${local(facts.output.fromRecipe)}`] : []),
    `PARAMETER num_ctx ${facts.training.max_seq_length}`,
  ];
  return { name: MODELFILE, text: `${lines.join('\n')}\n` };
}

/** The commands that serve what was trained, in order. */
export function servingCommands(facts: RecipeFacts, { adapter }: Recipe): readonly string[] {
  return [...served(facts, adapter).commands, create(facts)];
}

function create({ recipe }: RecipeFacts): string {
  return `ollama create tuned -f ${recipe}/${MODELFILE}`;
}

interface Served {
  /** The folder of the model. */
  readonly from: string;
  /** The adapter comes on top of it. */
  readonly adapted: boolean;
  /** What has to be done before, in words. */
  readonly says: string;
  readonly commands: readonly string[];
}

function served({ training, output }: RecipeFacts, adapter: Recipe['adapter']): Served {
  const { base_model, method } = training;
  if (adapter === 'mlx') {
    // mlx_lm/fuse.py; what was trained on 4 bits becomes whole again, as Ollama reads no quantised weights of MLX.
    const model = method === 'qlora' ? `${output.fromHere}-base --dequantize` : base_model;
    const fuse = `mlx_lm.fuse --model ${model} --adapter-path ${output.fromHere} --save-path ${output.fromHere}-fused`;
    const says = 'Ollama reads no adapters of MLX, so all becomes one model first:';
    return { from: `${output.fromRecipe}-fused`, adapted: false, says, commands: [fuse] };
  }
  if (method === 'full')
    return { from: output.fromRecipe, adapted: false, says: 'The tuned model is served as it is:', commands: [] };
  if (base_model.startsWith('/'))
    return { from: base_model, adapted: true, says: 'The adapter goes onto the model that was tuned:', commands: [] };
  const fetch = `hf download ${base_model} --local-dir ${output.fromHere}-base`;
  const says = 'The base model must be the one that was tuned. Fetch it:';
  return { from: `${output.fromRecipe}-base`, adapted: true, says, commands: [fetch] };
}

/** A path in a Modelfile that is no name of a model in a library begins with a dot or a slash. */
function local(path: string): string {
  return /^[./]/.test(path) ? path : `./${path}`;
}
