import type { Rules } from './rules.ts';

/** Order of roles as those want it who take nothing else. */
const STRICT_ROLES = {
  roles_not_alternating: 'error',
  starts_with_assistant: 'error',
  ends_with_user: 'error',
  system_not_first: 'error',
  several_systems: 'error',
} as const;

/** What only `datasets` cares for. */
const LINE_BY_LINE = {
  type_changes: 'warning',
  key_in_some_rows: 'off',
  key_comes_late: 'off',
  key_in_some_splits: 'off',
  column_all_null: 'off',
  date_column: 'off',
  date_column_beside: 'off',
  not_available_cell: 'off',
} as const;

/** `datasets` and TRL, by which a data set goes that is meant for no trainer in particular. */
export const COMMON: Rules = {
  reader: 'datasets',
  extra_keys: 'ignored',
  // Labels were the same with `weight: 0` and without (run with trl 1.13).
  masks: [],
  arguments: 'either',
  call_ids: 'none',
  severity: {},
};

const LINES: Rules = { ...COMMON, reader: 'lines', masks: [], severity: { ...LINE_BY_LINE, blank_line: 'error' } };

/** OpenAI's file format, which Azure, Fireworks and others read: calls as OpenAI's API has them. */
const OPENAI: Rules = {
  ...LINES,
  masks: ['weight'],
  arguments: 'text',
  call_ids: 'any',
  // Chat_finetuning_data_prep.ipynb of the OpenAI cookbook: `missing_content`, `example_missing_assistant_message`.
  severity: {
    ...LINES.severity,
    tool_result_without_call: 'error',
    empty_text: 'error',
    null_beside_calls: 'off',
  },
};

/**
 * What trainers do with rows beyond what `src/targets` says of them, by the name of the target. Where each is from: the
 * documentation and code that its target names as sources.
 */
export const TRAINERS: Readonly<Record<string, Rules>> = {
  // Most chat templates of Hugging Face go through arguments as a mapping; some take text.
  trl: {
    ...COMMON,
    masks: [],
    arguments: 'object',
    severity: { mask_ignored: 'error', mixed_kinds: 'warning', tool_arguments_not_object: 'warning' },
  },
  // docs/dataset-formats/conversation.qmd: `message_field_training: train`; `training` is its older name.
  // prompt_strategies/dpo/chat_template.py: `str.find` of the answer in the rendered chat (run).
  axolotl: { ...COMMON, masks: ['train', 'training'], short_answers: true, severity: { mask_ignored: 'error' } },
  // src/llamafactory/data/converter.py: a row out of order is emptied and dropped ("Skipping this abnormal example").
  'llama-factory': { ...COMMON, masks: [], severity: { ...STRICT_ROLES, mask_ignored: 'error' } },
  // unsloth/chat_templates.py: standardize_data_formats asserts two keys in each turn.
  unsloth: {
    ...COMMON,
    masks: [],
    two_keys_a_turn: true,
    arguments: 'object',
    severity: { mask_ignored: 'error', tool_arguments_not_object: 'warning' },
  },
  // mlx_lm/tuner/datasets.py: json.loads of every line; nothing but `messages`, `tools`, `prompt`, `completion`, `text` is read.
  mlx: { ...LINES, arguments: 'text', severity: { ...LINES.severity, mask_ignored: 'error' } },
  openai: OPENAI,
  // Azure OpenAI, fine-tuning: UTF-8 "with a byte-order mark".
  azure: { ...OPENAI, severity: { ...OPENAI.severity, byte_order_mark: 'off' } },
  // together/utils/files.py of together 1.5.34: no other keys, no two roles in a row, no null.
  together: {
    ...OPENAI,
    extra_keys: 'refused',
    severity: {
      ...LINES.severity,
      roles_not_alternating: 'error',
      several_systems: 'error',
      system_not_first: 'error',
      null_beside_calls: 'error',
    },
  },
  // docs.fireworks.ai, fine-tuning-models: "system must be first".
  fireworks: { ...OPENAI, severity: { ...LINES.severity, system_not_first: 'error', several_systems: 'error' } },
  // mistral-common, tokens and validator: one system message, the last is the assistant's, arguments are text, ids of nine.
  mistral: {
    ...OPENAI,
    call_ids: 'nine',
    severity: {
      ...OPENAI.severity,
      empty_text: 'warning',
      several_systems: 'error',
      ends_with_user: 'error',
      null_beside_calls: 'error',
    },
  },
  gemini: { ...LINES, severity: { ...LINES.severity, ends_with_user: 'error' } },
  // aws-samples, data_validation.py of Claude 3 Haiku; docs: "No extraneous keys are allowed".
  'bedrock-claude': {
    ...LINES,
    extra_keys: 'refused',
    severity: { ...LINES.severity, ...STRICT_ROLES, empty_text: 'error' },
  },
  // aws-samples, nova_ft_dataset_validator.py: strict alternation, "empty text content".
  'bedrock-nova': { ...LINES, severity: { ...LINES.severity, ...STRICT_ROLES, empty_text: 'error' } },
  nemo: { ...COMMON, masks: [], severity: { mask_ignored: 'error', ends_with_user: 'error' } },
  // docs/source_en/Customization/Custom-dataset.md of ms-swift: `loss` of a message.
  'ms-swift': { ...COMMON, masks: ['loss'], severity: { mask_ignored: 'error' } },
};

/** Who reads rows of formats that one service alone has. */
const SERVICES: Readonly<Record<string, string>> = {
  gemini: 'gemini',
  'gemini-preference': 'gemini',
  'bedrock-converse': 'bedrock-nova',
  'openai-preference': 'openai',
};

/** Rows that others have, too, are theirs when they are called so. */
const SERVICES_BY_NAME: Readonly<Record<string, string>> = {
  ...SERVICES,
  'bedrock-claude': 'bedrock-claude',
  mistral: 'mistral',
};

/**
 * Whose rules hold where no trainer is named: those of the service whose format it is, else those of `datasets` and TRL.
 * @param named somebody calls the rows so; else they only look so
 */
export function usualReader(format: string, named: boolean): { readonly name: string; readonly rules: Rules } {
  const service = (named ? SERVICES_BY_NAME : SERVICES)[format];
  const rules = service === undefined ? undefined : TRAINERS[service];
  return service === undefined || rules === undefined
    ? { name: 'datasets and TRL', rules: COMMON }
    : { name: service, rules };
}
