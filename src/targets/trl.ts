import { ENDS_WITH_ANSWER, ruled, within } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const trl: Target = {
  name: 'trl',
  title: 'TRL',
  summary: 'Hugging Face TRL: SFT, DPO, KTO and Reward trainers',
  sources: [
    {
      at: 'https://huggingface.co/docs/trl/dataset_formats',
      tells: 'which columns each trainer reads; other columns are carried along',
      tried: true,
    },
    {
      at: 'https://huggingface.co/docs/trl/sft_trainer',
      tells: 'prompt and completion train on the completion alone; messages train on all, but with assistant_only_loss',
      tried: true,
    },
    {
      at: 'https://huggingface.co/docs/trl/kto_trainer',
      tells: 'the label is true or false; weights where one side outnumbers the other',
      tried: true,
    },
  ],
  // The first: only what the assistant says last is learned, whatever the chat template (trl 1.13.0, labels looked at).
  formats: [
    'prompt-completion-messages',
    'chatml',
    'prompt-completion',
    'text',
    'chatml-text',
    'preference',
    'kto',
    'reward',
  ],
  containers: ['jsonl', 'json', 'parquet', 'csv'],
  gzip: true,
  files: OUR_NAMES,
  byte_order_mark: false,
  // Chat templates of Hugging Face go through the arguments of a call as a mapping.
  options: { tool_keys: 'uniform', tool_arguments: 'object' },
  limits: {},
  masked_turns: 'ignores `weight: 0` without a word: the turn is learned',
  ...ruled(
    // trl 1.13.0: a prompt that ends with a system message is a ValueError; without any message an IndexError.
    within(['prompt-completion-messages', 'preference', 'kto'], ENDS_WITH_ANSWER),
  ),
  beside: () => ({}),
};

export default trl;
