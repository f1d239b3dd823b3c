import { defaultConfig } from '../../src/config/config.ts';
import { type Column, MESSAGES } from '../../src/formats/columnType.ts';
import { PLAIN_SHAPE } from '../../src/formats/format.ts';
import type { RecipeFacts, Training } from '../../src/recipes/recipe.ts';

const { training } = defaultConfig();

const TOOLS: Column = { name: 'tools', type: 'string' };
const CALLING: Column['type'] = { list: 'json' };

const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  chatml: [{ name: 'messages', type: MESSAGES }],
  alpaca: [
    { name: 'instruction', type: 'string' },
    { name: 'input', type: 'string' },
    { name: 'output', type: 'string' },
  ],
};

/** Facts of an export in a format. */
export function factsOf(
  format: string,
  more: {
    readonly training?: Partial<Training>;
    readonly container?: string;
    readonly val?: number;
    readonly weights?: RecipeFacts['weights'];
    readonly columns?: readonly Column[];
  } = {},
): RecipeFacts {
  const { container = 'jsonl', val = 200, weights } = more;
  return {
    training: { ...training, ...more.training },
    dataset: {
      name: 'curated',
      format,
      shape: PLAIN_SHAPE,
      columns: more.columns ?? COLUMNS[format] ?? [],
      files: {
        train: `train.${container}`,
        ...(val > 0 && { val: `val.${container}` }),
        test: `test.${container}`,
      },
    },
    folder: { fromHere: 'data/curated/set', fromRecipe: '..' },
    recipe: 'data/curated/set/recipe',
    output: { fromHere: 'outputs/set', fromRecipe: '../../../../outputs/set' },
    rows: { train: 1600, val, test: 200 },
    length: { max_length: 1280, cut: 9, examples: 1800, counted: 'counted by o200k_base' },
    weights,
  };
}

/** What is made of an export, by the name of the folder of its golden files. */
export const CASES: readonly (readonly [name: string, target: string, facts: RecipeFacts])[] = [
  ['trl_lora', 'trl', factsOf('prompt-completion-messages')],
  ['trl_qlora', 'trl', factsOf('chatml', { training: { method: 'qlora' }, container: 'parquet' })],
  ['trl_full', 'trl', factsOf('prompt-completion', { training: { method: 'full', learning_rate: 1e-7 }, val: 0 })],
  ['trl_pairs', 'trl', factsOf('preference', { training: { learning_rate: 5e-6 } })],
  ['trl_kto', 'trl', factsOf('kto', { training: { batch_size: 1 }, weights: { desirable: 1, undesirable: 2.5 } })],
  ['trl_reward', 'trl', factsOf('reward', { training: { method: 'full' } })],
  [
    'trl_tools',
    'trl',
    factsOf('prompt-completion-messages', {
      columns: [{ name: 'prompt', type: CALLING }, { name: 'completion', type: CALLING }, TOOLS],
    }),
  ],
  ['unsloth_tools', 'unsloth', factsOf('chatml', { columns: [{ name: 'messages', type: CALLING }, TOOLS] })],
  ['axolotl_lora', 'axolotl', factsOf('chatml')],
  ['axolotl_pairs', 'axolotl', factsOf('preference', { training: { method: 'qlora' } })],
  ['axolotl_full', 'axolotl', factsOf('sharegpt', { training: { method: 'full' }, container: 'parquet', val: 0 })],
  ['llama_factory_lora', 'llama-factory', factsOf('sharegpt')],
  [
    'llama_factory_qlora',
    'llama-factory',
    factsOf('alpaca', { training: { method: 'qlora', base_model: 'our-team/house-model-7b' }, val: 0 }),
  ],
  [
    'llama_factory_text',
    'llama-factory',
    factsOf('text', { training: { method: 'full', base_model: 'Qwen/Qwen3-8B' } }),
  ],
  ['unsloth_qlora', 'unsloth', factsOf('chatml', { training: { method: 'qlora' } })],
  ['unsloth_sharegpt', 'unsloth', factsOf('sharegpt', { val: 0 })],
  ['unsloth_pairs', 'unsloth', factsOf('preference')],
  ['unsloth_kto', 'unsloth', factsOf('kto', { weights: { desirable: 1.5, undesirable: 1 } })],
  ['unsloth_text', 'unsloth', factsOf('text', { training: { method: 'full' } })],
  ['mlx_lora', 'mlx', factsOf('chatml')],
  ['mlx_qlora', 'mlx', factsOf('text', { training: { method: 'qlora' } })],
  ['mlx_full', 'mlx', factsOf('prompt-completion', { training: { method: 'full' }, val: 0 })],
];
