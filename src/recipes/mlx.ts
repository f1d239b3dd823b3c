import { comment, headOf, numberText, yaml } from './lines.ts';
import type { Recipe, RecipeFacts } from './recipe.ts';

const FILE = 'lora.yaml';

/**
 * One YAML file. Names of options as in mlx-lm 0.32 (mlx_lm/lora.py, CONFIG_DEFAULTS; mlx_lm/examples/lora_config.yaml). It
 * counts in batches (`iters`), where others count in epochs, and in `scale`, where others divide alpha by the rank.
 */
const mlx: Recipe = {
  target: 'mlx',
  adapter: 'mlx',
  files: (facts) => [{ name: FILE, text: `${configLines(facts).join('\n')}\n` }],
  commands: (facts) => [
    // Where the base model is not in 4 bits yet, it is brought there first.
    ...(facts.training.method === 'qlora'
      ? [`mlx_lm.convert --hf-path ${facts.training.base_model} -q --mlx-path ${quantized(facts)}`]
      : []),
    `mlx_lm.lora --config ${facts.recipe}/${FILE}`,
  ],
};

export default mlx;

/** Where a base model in 4 bits is put. */
function quantized({ output }: RecipeFacts): string {
  return `${output.fromHere}-base`;
}

function configLines(facts: RecipeFacts): string[] {
  const { training, dataset, folder, length, rows } = facts;
  const iters = Math.max(Math.ceil((rows.train / training.batch_size) * training.epochs), 1);
  const updates = Math.max(Math.floor(iters / training.gradient_accumulation_steps), 1);
  const warmup = Math.round(updates * training.warmup_ratio);
  return [
    ...comment(headOf('mlx', facts)),
    '',
    yaml('model', training.method === 'qlora' ? quantized(facts) : training.base_model),
    yaml('train', true),
    yaml('fine_tune_type', training.method === 'full' ? 'full' : 'lora'),
    yaml('data', folder.fromHere),
    // The last message alone is learned; mlx-lm has no such mask for plain text.
    yaml('mask_prompt', !['text', 'chatml-text'].includes(dataset.format)),
    yaml('max_seq_length', length.max_length),
    '',
    `# ${numberText(training.epochs)} epochs of ${rows.train} rows, ${training.batch_size} at a time`,
    yaml('iters', iters),
    yaml('batch_size', training.batch_size),
    yaml('grad_accumulation_steps', training.gradient_accumulation_steps),
    yaml('learning_rate', training.learning_rate),
    'lr_schedule:',
    `  ${yaml('name', 'cosine_decay')}`,
    `  ${yaml('warmup', warmup)}`,
    `  arguments: [${numberText(training.learning_rate)}, ${updates}]`,
    yaml('optimizer', 'adamw'),
    yaml('num_layers', -1),
    ...loraLines(facts),
    '',
    yaml('adapter_path', facts.output.fromHere),
    yaml('steps_per_report', 10),
    yaml('steps_per_eval', Math.max(Math.ceil(rows.train / training.batch_size), 1)),
    yaml('save_every', Math.max(Math.ceil(rows.train / training.batch_size), 1)),
    yaml('grad_checkpoint', true),
    yaml('test', rows.test > 0),
  ];
}

function loraLines({ training: { method, lora } }: RecipeFacts): string[] {
  if (method === 'full') return [];
  return [
    'lora_parameters:',
    `  ${yaml('keys', lora.target_modules.map(moduleKey))}`,
    `  ${yaml('rank', lora.rank)}`,
    `  ${yaml('scale', lora.alpha / lora.rank)}`,
    `  ${yaml('dropout', lora.dropout)}`,
  ];
}

const ATTENTION = new Set(['q_proj', 'k_proj', 'v_proj', 'o_proj']);
const FEED_FORWARD = new Set(['gate_proj', 'up_proj', 'down_proj']);

/** The path of a module inside of a layer, as mlx-lm's models of the Llama kind name it; others stand as they are. */
function moduleKey(name: string): string {
  if (ATTENTION.has(name)) return `self_attn.${name}`;
  return FEED_FORWARD.has(name) ? `mlp.${name}` : name;
}
