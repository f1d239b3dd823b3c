import { ENDS_WITH_ANSWER, everyMessage, ONE_SYSTEM, type Rule, ruled, STARTS_WITH_USER } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

/** mistral-common: either text or calls, and not both. The user may say nothing. */
const TEXT_OR_CALLS: Rule = {
  reason: 'text_or_calls',
  says: 'a message of the assistant has neither text nor calls, or both',
  isBroken: (example) =>
    everyMessage(example).some(
      ({ role, content, tool_calls }) => role === 'assistant' && (content === '') === (tool_calls === undefined),
    ),
};

const TOOL_NAMES: Rule = {
  reason: 'tool_name',
  says: 'the name of a tool is none that Mistral takes: up to 64 of A-Z, a-z, 0-9, _ and -',
  isBroken: (example) =>
    everyMessage(example).some(({ tool_calls = [] }) =>
      tool_calls.some(({ name }) => !/^[a-zA-Z0-9_-]{1,64}$/.test(name)),
    ),
};

const mistral: Target = {
  name: 'mistral',
  title: 'mistral-finetune',
  summary: 'mistral-finetune and Mistral’s service, as mistral-common checks rows',
  sources: [
    {
      at: 'https://github.com/mistralai/mistral-finetune',
      tells: 'JSONL of messages; weight 0 or 1; with tools the last answer alone is learned; no `:` or `,` in paths',
      tried: false,
    },
    {
      at: 'github.com/mistralai/mistral-common src/mistral_common/protocol/instruct/validator.py',
      tells: 'one system message, the assistant last, text or calls, names and ids of tools',
      tried: true,
    },
  ],
  formats: ['mistral', 'text', 'chatml-text'],
  containers: ['jsonl'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'native', tool_arguments: 'text' },
  limits: {},
  masked_turns: 'does not learn an assistant’s turn with `weight: 0`',
  ...ruled(ONE_SYSTEM, STARTS_WITH_USER, ENDS_WITH_ANSWER, TEXT_OR_CALLS, TOOL_NAMES),
  beside: () => ({}),
};

export default mistral;
