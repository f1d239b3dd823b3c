import { ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ONE_MESSAGE_ANSWERS, ruled } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const openai: Target = {
  name: 'openai',
  title: 'OpenAI',
  summary: 'OpenAI’s fine-tuning service, closed to new users; many others read its files',
  sources: [
    {
      at: 'https://developers.openai.com/docs/guides/supervised-fine-tuning',
      tells: 'at least 10 examples; JSONL of messages; weight 0 or 1',
      tried: false,
    },
    {
      at: 'https://developers.openai.com/docs/guides/direct-preference-optimization',
      tells: 'pairs: input, preferred_output, non_preferred_output, text alone',
      tried: false,
    },
    {
      at: 'github.com/openai/openai-openapi FineTuneChatRequestInput',
      tells: 'roles and keys of messages',
      tried: false,
    },
    { at: 'https://platform.openai.com/docs/api-reference/files', tells: 'a file has 512 MB at most', tried: false },
    {
      at: 'github.com/openai/openai-cookbook examples/Chat_finetuning_data_prep.ipynb',
      tells: 'its checks of an example, such as one without an answer or with an empty text',
      tried: true,
    },
  ],
  formats: ['chatml', 'openai-preference'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  // An empty list of calls is refused.
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: { min_train: 10, max_bytes: 512_000_000 },
  masked_turns: 'does not learn an assistant’s turn with `weight: 0`',
  ...ruled(ENDS_WITH_ANSWER, NO_EMPTY_TEXT, ONE_MESSAGE_ANSWERS),
  beside: () => ({}),
};

export default openai;
