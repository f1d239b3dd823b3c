import { NO_TOOLS, ruled, within } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const unsloth: Target = {
  name: 'unsloth',
  title: 'Unsloth',
  summary: 'Unsloth: TRL’s trainers on one GPU, with less memory',
  sources: [
    {
      at: 'https://docs.unsloth.ai/basics/datasets-guide',
      tells: 'which shapes it reads, and standardize_data_formats for ShareGPT',
      tried: false,
    },
    {
      at: 'github.com/unslothai/unsloth-zoo unsloth_zoo/dataset_utils.py',
      tells: 'a turn must have exactly two keys, both texts; train_on_responses_only masks what is asked',
      tried: false,
    },
  ],
  formats: ['chatml', 'sharegpt', 'text', 'chatml-text', 'preference', 'kto'],
  containers: ['jsonl', 'json', 'parquet', 'csv'],
  gzip: true,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'uniform', tool_arguments: 'object' },
  limits: {},
  masked_turns: 'ignores `weight: 0` without a word; train_on_responses_only learns every answer',
  // A turn with a call has more than two keys.
  ...ruled(within(['sharegpt'], NO_TOOLS)),
  beside: () => ({}),
};

export default unsloth;
