import { entryName } from '../targets/datasetInfo.ts';
import { comment, headOf, yaml } from './lines.ts';
import type { Recipe, RecipeFacts, Training } from './recipe.ts';

const FILE = 'llama_factory.yaml';

/**
 * One YAML file. Names of options as in llamafactory 0.9.5 (src/llamafactory/hparams: data_args.py, finetuning_args.py,
 * model_args.py; examples/train_lora/llama3_lora_sft.yaml); the rest is transformers' TrainingArguments. The data sets are
 * those of the dataset_info.json beside the data.
 */
const llamaFactory: Recipe = {
  target: 'llama-factory',
  adapter: 'peft',
  files: (facts) => [{ name: FILE, text: `${configLines(facts).join('\n')}\n` }],
  commands: ({ recipe }) => [`llamafactory-cli train ${recipe}/${FILE}`],
};

export default llamaFactory;

/**
 * Names in src/llamafactory/data/template.py, by the name of the base model. Where none is named it reads the template of the
 * tokenizer.
 */
const TEMPLATES: readonly (readonly [RegExp, string])[] = [
  [/llama-?4/i, 'llama4'],
  [/llama-?3/i, 'llama3'],
  [/llama-?2/i, 'llama2'],
  [/qwen3/i, 'qwen3'],
  [/qwen/i, 'qwen'],
  [/gemma-?3n/i, 'gemma3n'],
  [/gemma-?3/i, 'gemma3'],
  [/gemma-?2/i, 'gemma2'],
  [/gemma/i, 'gemma'],
  [/ministral/i, 'ministral'],
  [/mistral-?small/i, 'mistral_small'],
  [/mistral|mixtral/i, 'mistral'],
  [/phi-?4-mini/i, 'phi4_mini'],
  [/phi-?4/i, 'phi4'],
  [/smollm2/i, 'smollm2'],
];

/** The part of its name that tells what a model is; a person's name before it tells nothing. */
export function templateOf(baseModel: string): string | undefined {
  const name = baseModel.slice(baseModel.lastIndexOf('/') + 1);
  return TEMPLATES.find(([pattern]) => pattern.test(name))?.[1];
}

const PLAIN_TEXT = ['text', 'chatml-text'];

function configLines(facts: RecipeFacts): string[] {
  const { training, dataset, folder, length, rows } = facts;
  const template = templateOf(training.base_model);
  return [
    ...comment(headOf('llama-factory', facts)),
    '',
    yaml('model_name_or_path', training.base_model),
    ...adapterLines(training),
    '',
    yaml('stage', PLAIN_TEXT.includes(dataset.format) ? 'pt' : 'sft'),
    yaml('do_train', true),
    yaml('dataset_dir', folder.fromHere),
    yaml('dataset', entryName(dataset, 'train')),
    ...(rows.val === 0 ? [] : [yaml('eval_dataset', entryName(dataset, 'val'))]),
    ...(template === undefined
      ? ['# template: which one fits this model is not known here; without it, that of the tokenizer is read']
      : [yaml('template', template)]),
    yaml('cutoff_len', length.max_length),
    '',
    yaml('num_train_epochs', training.epochs),
    yaml('per_device_train_batch_size', training.batch_size),
    yaml('gradient_accumulation_steps', training.gradient_accumulation_steps),
    yaml('learning_rate', training.learning_rate),
    yaml('lr_scheduler_type', 'cosine'),
    yaml('warmup_ratio', training.warmup_ratio),
    yaml('bf16', true),
    ...(rows.val === 0
      ? []
      : [yaml('eval_strategy', 'epoch'), yaml('per_device_eval_batch_size', training.batch_size)]),
    '',
    yaml('output_dir', facts.output.fromHere),
    yaml('logging_steps', 10),
    yaml('save_strategy', 'epoch'),
    yaml('plot_loss', true),
  ];
}

function adapterLines({ method, lora }: Training): string[] {
  if (method === 'full') return [yaml('finetuning_type', 'full')];
  return [
    ...(method === 'qlora' ? [yaml('quantization_bit', 4), yaml('quantization_method', 'bnb')] : []),
    yaml('finetuning_type', 'lora'),
    yaml('lora_rank', lora.rank),
    yaml('lora_alpha', lora.alpha),
    yaml('lora_dropout', lora.dropout),
    yaml('lora_target', lora.target_modules.join(',')),
  ];
}
