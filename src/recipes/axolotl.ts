import { axolotlDatasets } from '../targets/axolotlDatasets.ts';
import { comment, headOf, yaml } from './lines.ts';
import type { Recipe, RecipeFacts, Training } from './recipe.ts';

const FILE = 'axolotl.yml';

/**
 * One YAML file. Names of options as in axolotl 0.19 (src/axolotl/utils/schemas: config.py, training.py, peft.py, datasets.py;
 * docs.axolotl.ai/docs/config-reference.html).
 */
const axolotl: Recipe = {
  target: 'axolotl',
  adapter: 'peft',
  files: (facts) => [{ name: FILE, text: `${configLines(facts).join('\n')}\n` }],
  commands: ({ recipe }) => [`axolotl train ${recipe}/${FILE}`],
};

export default axolotl;

function configLines(facts: RecipeFacts): string[] {
  const { training, dataset, folder, length, rows } = facts;
  const pairs = dataset.format === 'preference';
  return [
    ...comment(headOf('axolotl', facts)),
    '',
    yaml('base_model', training.base_model),
    ...adapterLines(training),
    '',
    axolotlDatasets(dataset, folder.fromHere).trimEnd(),
    ...(pairs ? [yaml('rl', 'dpo')] : []),
    // The template that the model was made with.
    yaml('chat_template', 'tokenizer_default'),
    ...(rows.val === 0 ? [yaml('val_set_size', 0)] : []),
    yaml('dataset_prepared_path', `${facts.output.fromHere}-prepared`),
    '',
    yaml('sequence_len', length.max_length),
    // It would leave longer examples out without a word otherwise; what is cut is the end.
    ...(pairs ? [] : [yaml('excess_length_strategy', 'truncate')]),
    yaml('sample_packing', false),
    '',
    yaml('num_epochs', training.epochs),
    yaml('micro_batch_size', training.batch_size),
    yaml('gradient_accumulation_steps', training.gradient_accumulation_steps),
    yaml('learning_rate', training.learning_rate),
    yaml('lr_scheduler', 'cosine'),
    yaml('warmup_ratio', training.warmup_ratio),
    yaml('optimizer', training.method === 'qlora' ? 'adamw_bnb_8bit' : 'adamw_torch_fused'),
    yaml('bf16', 'auto'),
    yaml('gradient_checkpointing', true),
    '',
    yaml('output_dir', facts.output.fromHere),
    yaml('logging_steps', 10),
    ...(rows.val === 0 ? [] : [yaml('evals_per_epoch', 1)]),
    yaml('saves_per_epoch', 1),
  ];
}

function adapterLines({ method, lora }: Training): string[] {
  if (method === 'full') return [];
  return [
    yaml('adapter', method),
    ...(method === 'qlora' ? [yaml('load_in_4bit', true)] : []),
    yaml('lora_r', lora.rank),
    yaml('lora_alpha', lora.alpha),
    yaml('lora_dropout', lora.dropout),
    yaml('lora_target_modules', lora.target_modules),
  ];
}
