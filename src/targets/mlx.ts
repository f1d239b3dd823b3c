import { ENDS_WITH_ANSWER, ruled, within } from './rules.ts';
import type { Target } from './target.ts';

const mlx: Target = {
  name: 'mlx',
  title: 'mlx-lm',
  summary: 'Apple’s mlx-lm: LoRA on a Mac, from a folder of files with fixed names',
  sources: [
    {
      at: 'https://github.com/ml-explore/mlx-lm/blob/main/mlx_lm/LORA.md',
      tells: 'names of the files, the shapes of rows, --mask-prompt',
      tried: false,
    },
    {
      at: 'github.com/ml-explore/mlx-lm mlx_lm/tuner/datasets.py',
      tells:
        'the first row settles the shape of all; val.jsonl is not looked for; a blank line, a mark or an empty file is an error',
      tried: true,
    },
    {
      at: 'github.com/ml-explore/mlx-lm mlx_lm/tuner/trainer.py',
      tells: 'a split with fewer rows than a batch (4, where nothing else is said) is an error',
      tried: false,
    },
  ],
  formats: ['chatml', 'prompt-completion', 'text', 'chatml-text'],
  containers: ['jsonl'],
  gzip: false,
  files: { train: 'train', val: 'valid', test: 'test' },
  byte_order_mark: false,
  // Rows are read with Python's json alone; `tools` goes to the chat template as it stands.
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: { min_train: 4, min_val: 4 },
  masked_turns: 'ignores `weight: 0` without a word; --mask-prompt learns the last message alone',
  ...ruled(within(['chatml'], ENDS_WITH_ANSWER)),
  beside: () => ({}),
};

export default mlx;
