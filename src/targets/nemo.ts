import { ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ruled } from './rules.ts';
import type { Target } from './target.ts';

const nemo: Target = {
  name: 'nemo',
  title: 'NVIDIA NeMo',
  summary: 'NVIDIA NeMo Customizer, and NeMo-RL for pairs',
  sources: [
    {
      at: 'https://docs.nvidia.com/nemo/microservices/latest/customizer/tutorials/format-training-dataset.html',
      tells: 'JSONL of messages, or of prompt and completion; the assistant last; folders training/ and validation/',
      tried: false,
    },
    {
      at: 'https://docs.nvidia.com/nemo/rl/latest/guides/dpo.html',
      tells: 'pairs: context, and completions with a rank',
      tried: false,
    },
  ],
  formats: ['chatml', 'prompt-completion', 'nemo-preference'],
  containers: ['jsonl'],
  gzip: false,
  files: { train: 'training/train', val: 'validation/val', test: 'testing/test' },
  byte_order_mark: false,
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: {},
  masked_turns: 'knows no `weight` (the older NeMo has `mask`); every answer is learned',
  ...ruled(ENDS_WITH_ANSWER, NO_EMPTY_TEXT),
  beside: () => ({}),
};

export default nemo;
