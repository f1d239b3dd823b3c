import { axolotlDatasets } from './axolotlDatasets.ts';
import { ENDS_WITH_ANSWER, everyMessage, NO_TOOLS, ONE_MESSAGE_ANSWERS, type Rule, ruled, within } from './rules.ts';
import { OUR_NAMES, type Target } from './target.ts';

/**
 * What axolotl puts before an answer when it looks for it in a conversation rendered for the purpose, in the templates
 * people use most: an answer that stands in there is found there, and what is learned begins too early.
 */
const HEADS = [
  '<|im_start|>user\n[[dummy_message]]<|im_end|>\n<|im_start|>assistant\n',
  '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n[[dummy_message]]<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
  '<s>[INST] [[dummy_message]] [/INST]',
  '<bos><start_of_turn>user\n[[dummy_message]]<end_of_turn>\n<start_of_turn>model\n',
];

const NOT_FOUND_IN_HEAD: Rule = {
  reason: 'answer_in_template',
  says: 'an answer is so short that it stands in the chat template itself, where axolotl then takes it from',
  isBroken: ({ chosen = [], rejected = [] }) =>
    [chosen.at(-1), rejected.at(-1)].some(
      (answer) => answer !== undefined && HEADS.some((head) => head.includes(answer.content)),
    ),
};

const axolotl: Target = {
  name: 'axolotl',
  title: 'axolotl',
  summary: 'axolotl: one YAML file for SFT and DPO on your own GPUs',
  sources: [
    {
      at: 'https://docs.axolotl.ai/docs/dataset-formats/conversation.html',
      tells: '`type: chat_template`, its fields, and that the assistant’s turns alone are learned',
      tried: false,
    },
    {
      at: 'https://docs.axolotl.ai/docs/dataset-formats/template_free.html',
      tells: '`type: input_output` with segments',
      tried: false,
    },
    {
      at: 'github.com/axolotl-ai-cloud/axolotl src/axolotl/prompt_strategies/dpo/chat_template.py',
      tells: 'where pairs are read from, and that an answer is searched for in the rendered template',
      tried: true,
    },
  ],
  formats: ['chatml', 'sharegpt', 'alpaca', 'input-output', 'text', 'chatml-text', 'preference'],
  containers: ['jsonl', 'json', 'parquet', 'csv'],
  gzip: false,
  files: OUR_NAMES,
  byte_order_mark: false,
  // Its documentation asks for JSON text where the types of arguments vary from row to row.
  // `tools` it reads as JSON in every row.
  options: { tool_keys: 'uniform', tool_arguments: 'text', no_tools: 'list' },
  // Messages with keys of their own are JSON to `datasets`; the texts that axolotl puts in their place become lists of letters.
  pair_options: { tool_keys: 'native' },
  limits: {},
  masked_turns: 'knows no `weight`; a turn with `train: false` is not learned where `message_field_training` says so',
  ...ruled(
    // Its roles of ShareGPT are but human and gpt, and `tools` must be JSON in every row, which an empty text is not.
    within(['sharegpt'], NO_TOOLS),
    within(['chatml', 'sharegpt'], ENDS_WITH_ANSWER),
    within(['preference'], ONE_MESSAGE_ANSWERS),
    within(['preference'], { ...NOT_FOUND_IN_HEAD }),
    within(['preference'], noCallsInPairs()),
  ),
  beside: (dataset) => ({ 'datasets.yml': axolotlDatasets(dataset, '.') }),
};

export default axolotl;

/** Its strategy for pairs hands on role and content alone. */
function noCallsInPairs(): Rule {
  return {
    reason: 'tools_in_pair',
    says: 'tools are called in a pair, of which axolotl reads roles and texts alone',
    isBroken: (example) => everyMessage(example).some(({ tool_calls }) => tool_calls !== undefined),
  };
}
