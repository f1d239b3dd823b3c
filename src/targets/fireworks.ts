import { ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ONE_MESSAGE_ANSWERS, ONE_SYSTEM, ruled } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const fireworks: Target = {
  name: 'fireworks',
  title: 'Fireworks AI',
  summary: 'Fireworks AI’s fine-tuning service',
  sources: [
    {
      at: 'https://docs.fireworks.ai/fine-tuning/fine-tuning-models',
      tells: '3 to 3 million examples; the system message first; weight 0 or 1 on any message',
      tried: false,
    },
    {
      at: 'https://docs.fireworks.ai/fine-tuning/dpo-fine-tuning',
      tells: 'pairs in OpenAI’s shape, one message in each answer',
      tried: false,
    },
  ],
  formats: ['chatml', 'openai-preference'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: { min_train: 3, max_train: 3_000_000 },
  masked_turns: 'does not learn a turn with `weight: 0`',
  ...ruled(ONE_SYSTEM, ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ONE_MESSAGE_ANSWERS),
  beside: () => ({}),
};

export default fireworks;
