import { datasetInfo } from './datasetInfo.ts';
import { NO_TOOLS, ONE_SYSTEM, type Rule, ruled, within } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const CHATS = ['sharegpt', 'chatml'];

/** converter.py: user or a tool's result at odd places, assistant or a call at even ones, an even number in all. */
const ODD_AND_EVEN: Rule = {
  reason: 'turns_out_of_step',
  says: 'messages do not alternate between what is asked (user or a tool’s result) and what is answered, or end with a question',
  isBroken({ messages }) {
    const spoken = messages.filter(({ role }) => role !== 'system');
    return (
      spoken.length === 0 ||
      spoken.length % 2 === 1 ||
      spoken.some(({ role }, place) => (role === 'assistant') !== (place % 2 === 1))
    );
  },
};

const llamaFactory: Target = {
  name: 'llama-factory',
  title: 'LLaMA-Factory',
  summary: 'LLaMA-Factory: data sets by name, from a dataset_info.json',
  sources: [
    {
      at: 'https://github.com/hiyouga/LLaMA-Factory/blob/main/data/README.md',
      tells: 'dataset_info.json: formatting, columns, tags; answers in `history` are learned as well',
      tried: false,
    },
    {
      at: 'github.com/hiyouga/LLaMA-Factory src/llamafactory/data/converter.py',
      tells:
        'rows whose roles do not alternate are dropped without an error; every column of the mapping must be there',
      tried: true,
    },
  ],
  formats: ['sharegpt', 'chatml', 'alpaca', 'text', 'chatml-text'],
  containers: ['jsonl', 'json', 'csv', 'parquet'],
  // It tells the type of a file by the last ending of its name.
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'uniform', tool_arguments: 'text' },
  limits: {},
  masked_turns: 'ignores `weight: 0` without a word: the turn is learned, as are all answers of `history`',
  ...ruled(
    // With tags for OpenAI's names it takes calls for nothing, and the role `tool` for a mistake.
    within(['chatml'], NO_TOOLS),
    within(CHATS, ONE_SYSTEM),
    within(CHATS, ODD_AND_EVEN),
  ),
  beside: (dataset) => ({ 'dataset_info.json': datasetInfo(dataset) }),
};

export default llamaFactory;
