import { ENDS_WITH_ANSWER, NO_TOOLS, ruled, within } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

const msSwift: Target = {
  name: 'ms-swift',
  title: 'ms-swift',
  summary: 'ModelScope’s ms-swift',
  sources: [
    {
      at: 'https://swift.readthedocs.io/en/latest/Customization/Custom-dataset.html',
      tells: 'which shapes it knows by their keys; `loss` of a turn',
      tried: false,
    },
    {
      at: 'https://swift.readthedocs.io/en/latest/Instruction/Agent-support.html',
      tells: 'calls are messages of the role tool_call, results of tool_response: OpenAI’s calls are none',
      tried: false,
    },
  ],
  formats: ['chatml', 'alpaca', 'sharegpt'],
  containers: ['jsonl', 'json', 'csv'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  options: { tool_keys: 'uniform', tool_arguments: 'text' },
  limits: {},
  masked_turns: 'knows no `weight`; a turn with `loss: false` is not learned',
  ...ruled(NO_TOOLS, within(['chatml', 'sharegpt'], ENDS_WITH_ANSWER)),
  beside: () => ({}),
};

export default msSwift;
