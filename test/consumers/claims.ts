import type { ContainerName } from './containers.ts';
import type { LayerName } from './layers.ts';

/** A program that reads training data, and the Python file that runs exports through it. */
export interface Consumer {
  /** The head of its column. */
  readonly name: string;
  /** A module in `python/consumers/`. */
  readonly module: string;
  /** What it runs over, the first one on top. */
  readonly layers: readonly LayerName[];
  /** Formats in which it reads a hundred thousand rows, which takes trainers minutes; or all of them. */
  readonly large: readonly string[] | 'all';
  /** What it reads rows from, by the names in containers.ts. */
  readonly containers: readonly ContainerName[];
}

const TRAINER = { layers: ['trainers', 'torch', 'readers'], large: [], containers: ['jsonl'] } as const;
/** Trainers that load their data with `datasets`. */
const BY_DATASETS = { ...TRAINER, containers: ['jsonl', 'parquet'] } as const;
const READER = { layers: ['readers'], large: 'all', containers: ['jsonl', 'gz', 'json', 'parquet'] } as const;

export const CONSUMERS = {
  datasets: { ...READER, name: '`datasets`', module: 'datasets_bare' },
  card: {
    ...READER,
    name: '`datasets` by the card',
    module: 'datasets_card',
    // Where guessing fails on many rows, and the types of the card help.
    large: ['chatml', 'alpaca', 'kto'],
  },
  pandas: { ...READER, name: 'pandas', module: 'pandas_reader' },
  // Ours: looking at all rows of all formats takes it four minutes.
  polars: {
    ...READER,
    name: 'polars',
    module: 'polars_reader',
    large: ['chatml', 'alpaca', 'csv', 'kto', 'prompt-completion-messages'],
  },
  duckdb: { ...READER, name: 'duckdb', module: 'duckdb_reader' },
  sft: { ...BY_DATASETS, name: 'TRL SFT', module: 'trl_sft' },
  dpo: { ...BY_DATASETS, name: 'TRL DPO', module: 'trl_dpo' },
  kto: { ...BY_DATASETS, name: 'TRL KTO', module: 'trl_kto' },
  reward: { ...BY_DATASETS, name: 'TRL Reward', module: 'trl_reward' },
  axolotl: { ...BY_DATASETS, name: 'axolotl', module: 'axolotl_strategies' },
  axolotl_dpo: { ...BY_DATASETS, name: 'axolotl DPO', module: 'axolotl_dpo' },
  llamafactory: {
    name: 'LLaMA-Factory',
    module: 'llamafactory_loader',
    layers: ['llamafactory', 'torch'],
    large: [],
    containers: ['jsonl', 'parquet'],
  },
  mlx: { ...TRAINER, name: 'mlx-lm', module: 'mlx_lm' },
  together: { name: 'together', module: 'together_files', layers: ['together'], large: [], containers: ['jsonl'] },
  tiktoken: { ...TRAINER, layers: ['readers'], name: 'tiktoken', module: 'tiktoken_counts' },
  mistral: { ...TRAINER, name: 'mistral-common', module: 'mistral_validator' },
} as const satisfies Record<string, Consumer>;

export type ConsumerName = keyof typeof CONSUMERS;

const READERS = ['datasets', 'card', 'pandas', 'polars', 'duckdb'] as const satisfies ConsumerName[];

/**
 * Which consumer claims to read which format, by its own documentation (../shared/reference/formats.md, section 1).
 * A new format is one line here; a format without a line fails the run.
 */
export const CLAIMS: Readonly<Record<string, readonly ConsumerName[]>> = {
  // Tokens are those of the conversation, whatever the format; so they are held against tiktoken once.
  chatml: [...READERS, 'sft', 'axolotl', 'llamafactory', 'mlx', 'together', 'tiktoken'],
  'chatml-text': [...READERS, 'sft', 'axolotl', 'llamafactory', 'mlx', 'together'],
  alpaca: [...READERS, 'axolotl', 'llamafactory'],
  instruction: [...READERS, 'llamafactory'],
  json: READERS,
  csv: READERS,
  sharegpt: [...READERS, 'axolotl', 'llamafactory'],
  'prompt-completion': [...READERS, 'sft', 'llamafactory', 'mlx', 'together'],
  'prompt-completion-messages': [...READERS, 'sft'],
  text: [...READERS, 'sft', 'axolotl', 'llamafactory', 'mlx', 'together'],
  preference: [...READERS, 'dpo', 'reward', 'axolotl_dpo'],
  'openai-preference': [...READERS, 'together'],
  kto: [...READERS, 'kto'],
  reward: [...READERS, 'reward'],
  gemini: READERS,
  'gemini-preference': READERS,
  'bedrock-converse': READERS,
  'bedrock-claude': READERS,
  mistral: [...READERS, 'mistral'],
  'nemo-preference': READERS,
  'input-output': [...READERS, 'axolotl'],
};

/**
 * Who must take what `export --for` writes, without more ado, in every format of the target that the consumer claims. Targets
 * that are services have nobody here.
 */
export const TARGETS: Readonly<Record<string, readonly ConsumerName[]>> = {
  trl: ['sft', 'dpo', 'kto', 'reward'],
  axolotl: ['axolotl', 'axolotl_dpo'],
  'llama-factory': ['llamafactory'],
  mlx: ['mlx'],
  together: ['together'],
  mistral: ['mistral'],
};
