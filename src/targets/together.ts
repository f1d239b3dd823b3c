import {
  ALTERNATING,
  ENDS_WITH_ANSWER,
  NO_EMPTY_TEXT,
  NO_TOOLS,
  ONE_MESSAGE_ANSWERS,
  ONE_SYSTEM,
  ruled,
  STARTS_WITH_USER,
} from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const together: Target = {
  name: 'together',
  title: 'Together AI',
  summary: 'Together AI’s fine-tuning service',
  sources: [
    {
      at: 'https://docs.together.ai/docs/fine-tuning/data-preparation',
      tells:
        'begins with system or user, then alternates; 100 GB a file; Parquet holds tokens, not text; weight 0 or 1',
      tried: false,
    },
    {
      at: 'together 1.5.34 (PyPI), together.utils.check_file',
      tells:
        'no other keys, `tools` neither; no two messages of one role in a row; one message in each answer of a pair',
      tried: true,
    },
  ],
  formats: ['chatml', 'prompt-completion', 'openai-preference', 'text', 'chatml-text'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: { max_bytes: 100_000_000_000 },
  masked_turns: 'does not learn a turn with `weight: 0`',
  ...ruled(NO_TOOLS, ONE_SYSTEM, STARTS_WITH_USER, ALTERNATING, ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ONE_MESSAGE_ANSWERS),
  beside: () => ({}),
};

export default together;
