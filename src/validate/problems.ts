/** `error`: a trainer refuses the file, or drops or changes a row without a word. `warning`: unwise. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

export interface ProblemKind {
  /** Where no trainer's rules say otherwise. */
  readonly severity: Severity;
  /** What is wrong, without what somebody wrote. */
  readonly sentence: string;
  /** How to mend it. */
  readonly cure: string;
}

/**
 * Every kind of problem. What each is known from stands in docs/validate.md; a trainer's own word on a row comes as
 * `refused_by_target`.
 */
export const PROBLEMS = {
  // Files.
  byte_order_mark: {
    severity: 'error',
    sentence: 'the file begins with a byte-order mark',
    cure: 'Save it as UTF-8 without one: some readers fail, `datasets` takes it for part of the first key.',
  },
  byte_order_mark_missing: {
    severity: 'warning',
    sentence: 'the file has no byte-order mark, which this service asks for',
    cure: 'Save it as UTF-8 with one, or export it with `--for azure`.',
  },
  empty_file: {
    severity: 'error',
    sentence: 'the file has no rows',
    cure: 'Leave the file out: loaders fail on an empty split, and none needs it.',
  },
  blank_line: {
    severity: 'warning',
    sentence: 'a line is empty',
    cure: 'Remove it: many readers take every line for a row.',
  },
  array_not_lines: {
    severity: 'error',
    sentence: 'the file holds one array, but its name says one row a line',
    cure: 'Write each element on a line of its own, without the brackets and commas, or call the file .json.',
  },
  pretty_printed: {
    severity: 'error',
    sentence: 'rows stretch over several lines',
    cure: 'Write each row on one line, without indentation.',
  },
  not_utf8: {
    severity: 'error',
    sentence: 'the line is not UTF-8',
    cure: 'Convert the file to UTF-8.',
  },
  not_json: {
    severity: 'error',
    sentence: 'the line is not JSON',
    cure: 'Write rows by a JSON library, one on each line, never by joining text.',
  },
  control_character: {
    severity: 'error',
    sentence: 'a text holds a raw control character, such as a tab or line end that is not escaped',
    cure: 'Write rows by a JSON library: it escapes them as \\t and \\n.',
  },
  not_an_object: {
    severity: 'error',
    sentence: 'the row is no JSON object',
    cure: 'Write a row as {"key": value, …}.',
  },
  line_too_long: {
    severity: 'warning',
    sentence: 'the row is longer than `inputs.max_line_bytes`, and was not checked',
    cure: 'Raise that limit in the config, or leave the row out.',
  },
  broken_gzip: {
    severity: 'error',
    sentence: 'the file is not, or not wholly, gzip',
    cure: 'Pack it again, or fetch it again.',
  },
  broken_array: {
    severity: 'error',
    sentence: 'the array is broken: it does not close, has an empty element, or text follows it',
    cure: 'Write the file by a JSON library.',
  },
  lone_surrogate: {
    severity: 'error',
    sentence: 'a text holds half of a character (a lone surrogate, such as \\ud83d)',
    cure: 'Never cut text by UTF-16 units; make it well-formed before it is written.',
  },
  duplicate_key: {
    severity: 'error',
    sentence: 'an object has the same key twice',
    cure: 'Keep one: readers take the last, the first, or fail.',
  },
  crlf: {
    severity: 'note',
    sentence: 'lines end in CR LF',
    cure: 'Nothing need be done for JSON; LF alone is what every reader expects.',
  },
  no_final_newline: {
    severity: 'note',
    sentence: 'the last line has no end',
    cure: 'End it by a line feed, so that files can be joined.',
  },
  gzip_refused: {
    severity: 'error',
    sentence: 'the trainer does not read gzip',
    cure: 'Unpack the file.',
  },
  container_refused: {
    severity: 'error',
    sentence: 'the trainer does not read files of this kind',
    cure: 'Write the rows as `curate targets` says.',
  },
  file_name: {
    severity: 'error',
    sentence: 'the trainer does not look for a file of this name, and passes over it without a word',
    cure: 'Call the file as `curate targets` says.',
  },
  file_not_listed: {
    severity: 'note',
    sentence: 'the file has no entry in dataset_info.json, so LLaMA-Factory cannot be told to read it',
    cure: 'Add an entry, or leave the file out.',
  },
  missing_column: {
    severity: 'error',
    sentence: 'dataset_info.json names a column that the file has not',
    cure: 'Take it out of `columns`, or write the key in every row: LLaMA-Factory stops with a KeyError.',
  },
  file_too_large: {
    severity: 'error',
    sentence: 'the file is larger than the trainer takes',
    cure: 'Divide it, or leave rows out.',
  },
  too_few_rows: {
    severity: 'error',
    sentence: 'there are fewer rows than the trainer asks for',
    cure: 'Collect more; `curate targets` says how many are needed.',
  },
  too_many_rows: {
    severity: 'error',
    sentence: 'there are more rows than the trainer takes',
    cure: 'Leave some out; `curate targets` says how many it takes.',
  },
  formats_differ: {
    severity: 'error',
    sentence: 'the folder holds rows of several formats, which loaders take for one data set',
    cure: 'Give each format a folder of its own, and load them one by one.',
  },
  unknown_format: {
    severity: 'error',
    sentence: 'the rows have the shape of no format that is known',
    cure: 'Say which is meant by --format, and the keys that are missing will be told.',
  },
  format_refused: {
    severity: 'error',
    sentence: 'the trainer does not read rows of this format',
    cure: 'Write one of the formats that `curate targets` names for it.',
  },
  edited_by_hand: {
    severity: 'warning',
    sentence: 'the file is not as `curate export` wrote it: its SHA-256 differs from that in manifest.json',
    cure: 'Export it again, or remove manifest.json if the change is meant.',
  },
  // Rows.
  missing_key: { severity: 'error', sentence: 'a key is missing', cure: 'Give every row the keys of its format.' },
  unknown_key: {
    severity: 'error',
    sentence: 'the trainer refuses rows with other keys than its own',
    cure: 'Remove the key; keep ids and the like in a file beside the rows.',
  },
  wrong_type: {
    severity: 'error',
    sentence: 'a value is not of the type that its key has in this format',
    cure: 'Write texts as texts and lists as lists; docs/formats.md shows each row.',
  },
  null_value: {
    severity: 'error',
    sentence: 'a value that must be there is null',
    cure: 'Leave the row out, or write the text; never write null.',
  },
  null_beside_calls: {
    severity: 'warning',
    sentence: 'the content of a message that calls a tool is null',
    cure: 'Write "" instead: some chat templates fail on null.',
  },
  refused_by_target: {
    severity: 'error',
    sentence: 'the trainer refuses the row, or drops it without a word',
    cure: 'Mend or leave out the row.',
  },
  empty_text: {
    severity: 'warning',
    sentence: 'a text is empty',
    cure: 'Leave the row out: there is nothing to learn from it, and some trainers refuse it.',
  },
  empty_messages: {
    severity: 'error',
    sentence: 'a list of messages is empty',
    cure: 'Leave the row out: one such row stops a whole run.',
  },
  unknown_role: {
    severity: 'error',
    sentence: 'a role has a name that the trainer does not know',
    cure: 'Rename it: `system`, `user`, `assistant` and `tool` with `messages`, `human` and `gpt` with `conversations`.',
  },
  roles_not_alternating: {
    severity: 'warning',
    sentence: 'user and assistant do not take turns',
    cure: 'Join neighbouring messages of one role, or cut the conversation there.',
  },
  starts_with_assistant: {
    severity: 'warning',
    sentence: 'the conversation begins with the assistant',
    cure: 'Remove the greeting.',
  },
  ends_with_user: {
    severity: 'warning',
    sentence: 'the conversation does not end with the assistant',
    cure: 'Remove what follows its last answer.',
  },
  system_not_first: {
    severity: 'warning',
    sentence: 'a system message stands in the middle of the conversation',
    cure: 'Join it with the first, or put it into the next question.',
  },
  several_systems: {
    severity: 'warning',
    sentence: 'the conversation has several system messages',
    cure: 'Join them to one at the beginning.',
  },
  no_answer: {
    severity: 'error',
    sentence: 'there is no answer of the assistant, so nothing to learn',
    cure: 'Leave the row out.',
  },
  control_token: {
    severity: 'warning',
    sentence: 'a text holds a control token of a chat template, which tokenizers obey instead of reading',
    cure: 'Take its force by a space (`< |im_end|>`), as the stage `control_tokens` does, or leave the row out.',
  },
  mask_ignored: {
    severity: 'warning',
    sentence: 'a turn is marked as not to be learned, but the trainer does not know the mark and learns it',
    cure: 'Cut the conversation before that turn, or end a prompt/completion row at the last good one.',
  },
  mask_not_valid: {
    severity: 'error',
    sentence: '`weight` is neither 0 nor 1, or not on a message of the assistant',
    cure: 'Write 0 or 1, on messages of the assistant alone.',
  },
  tool_arguments_not_text: {
    severity: 'error',
    sentence: 'the arguments of a tool call are an object, where the trainer wants JSON text',
    cure: 'Write them as a string: "{\\"city\\": \\"Oslo\\"}".',
  },
  tool_arguments_not_object: {
    severity: 'error',
    sentence: 'the arguments of a tool call are text, where the chat templates of this trainer want an object',
    cure: 'Write them as an object, or set `tool_arguments: object`.',
  },
  tool_arguments_broken: {
    severity: 'error',
    sentence: 'the arguments of a tool call are no JSON object',
    cure: 'Write the arguments as a JSON object, {} where there are none.',
  },
  tool_call_broken: {
    severity: 'error',
    sentence: 'a tool call has no name, or not the shape {"id", "type", "function": {"name", "arguments"}}',
    cure: 'Write it as OpenAI has it.',
  },
  tool_call_id: {
    severity: 'error',
    sentence: 'the id of a tool call is not as the trainer wants it',
    cure: 'Mistral takes nine letters and digits, others any text; the tool that answers repeats it.',
  },
  tool_result_without_call: {
    severity: 'warning',
    sentence: 'a tool answers a call that was not made',
    cure: 'Keep call and result together, with the same id.',
  },
  tool_call_without_result: {
    severity: 'warning',
    sentence: 'a tool was called, and the conversation goes on without its result',
    cure: 'Keep call and result together, or cut the conversation there.',
  },
  tools_broken: {
    severity: 'error',
    sentence: 'the definitions of tools are no list, nor JSON text of one',
    cure: 'Write [{"type": "function", "function": {"name", "parameters"}}], or that as text.',
  },
  identical_pair: {
    severity: 'error',
    sentence: 'the chosen and the rejected answer are the same',
    cure: 'Leave the pair out: there is nothing to prefer.',
  },
  same_but_for_space: {
    severity: 'error',
    sentence: 'the chosen and the rejected answer differ in white space alone',
    cure: 'Leave the pair out: it would teach white space.',
  },
  prompt_in_answer: {
    severity: 'warning',
    sentence: 'both answers repeat the prompt that stands beside them',
    cure: 'Leave the prompt out of `chosen` and `rejected`.',
  },
  mixed_kinds: {
    severity: 'error',
    sentence: 'one of prompt and answers is a text, another a list of messages',
    cure: 'Write all of them as texts, or all as lists.',
  },
  label_not_boolean: {
    severity: 'error',
    sentence: 'a label is not true or false',
    cure: 'Write true or false without quotes: a text stops some trainers, and others learn the row as good.',
  },
  one_label_only: {
    severity: 'warning',
    sentence: 'all labels are the same',
    cure: 'Add rows of the other kind: good answers need bad ones beside them.',
  },
  ranks_not_valid: {
    severity: 'error',
    sentence: 'two answers are not ranked as better and worse',
    cure: 'Give the better one score 1 (gemini) or rank 0 (nemo), the other 0 or 1.',
  },
  short_answer: {
    severity: 'warning',
    sentence: 'an answer is so short that axolotl finds it in the head of the chat template instead',
    cure: 'Leave out pairs with answers of a word.',
  },
  history_trained: {
    severity: 'note',
    sentence: 'earlier answers in `history` are learned as well',
    cure: 'Cut the conversation at bad turns; leave `history` out where only the last answer is good.',
  },
  not_available_cell: {
    severity: 'error',
    sentence: 'a cell reads as missing (`NA`, `null`, empty): pandas and `datasets` make None of it',
    cure: 'Write JSONL for training, or another word in the cell.',
  },
  formula_cell: {
    severity: 'warning',
    sentence: 'a cell begins like a formula, which a spreadsheet runs',
    cure: 'Write JSONL for training; for review `export.escape_formulas`.',
  },
  cells_missing: {
    severity: 'error',
    sentence: 'a row has another number of cells than the head',
    cure: 'Quote cells with commas, quotes and line ends in them.',
  },
  too_many_tokens: {
    severity: 'warning',
    sentence: 'an example is longer than `max_length`, so that its end, the answer, is cut off',
    cure: 'Raise max_length, or shorten the conversation from the front.',
  },
  // Columns.
  type_changes: {
    severity: 'error',
    sentence: 'the type of a column changes',
    cure: 'Write ids and the like always as text; `datasets` takes the type from the first rows and fails at the change.',
  },
  key_in_some_rows: {
    severity: 'warning',
    sentence: 'only some rows have this key',
    cure: 'Write the same keys in every row, "" where there is nothing.',
  },
  key_comes_late: {
    severity: 'error',
    sentence: 'a key comes first when `datasets` has settled the columns by the rows before',
    cure: 'Write the same keys in every row, "" where there is nothing.',
  },
  key_in_some_splits: {
    severity: 'error',
    sentence: 'one split has a key, or a filled list, that another has not',
    cure: 'Write the same keys in every row of every split, decided over all of them.',
  },
  column_all_null: {
    severity: 'warning',
    sentence: 'a column holds nothing but null',
    cure: 'Leave the column out, or write "".',
  },
  date_column: {
    severity: 'error',
    sentence:
      'every text of a column looks like a date, so that `datasets` makes times of them and writes them differently',
    cure: 'Keep bare dates out of the rows, in a file beside them.',
  },
  date_column_beside: {
    severity: 'note',
    sentence: 'every text of a column that is not trained on looks like a date; `datasets` makes times of them',
    cure: 'Nothing need be done unless they must stay texts.',
  },
  // The data set.
  leak: {
    severity: 'error',
    sentence: 'the same example is in two splits, so that the test asks what was learned by heart',
    cure: 'Remove it from one of them; `curate export` keeps what is alike in one split.',
  },
  leak_near: {
    severity: 'warning',
    sentence: 'nearly the same example is in two splits',
    cure: 'Keep what is alike in one split.',
  },
  leak_prompt: {
    severity: 'warning',
    sentence: 'the same question is in two splits, with another answer',
    cure: 'Keep one question in one split.',
  },
  near_not_checked: {
    severity: 'note',
    sentence: 'the splits are too large to look for near duplicates in them',
    cure: 'Nothing need be done; the same text in two splits was looked for.',
  },
  duplicate: {
    severity: 'warning',
    sentence: 'the same example is in a split twice',
    cure: 'Keep one, unless it is to weigh twice.',
  },
  personal_data: {
    severity: 'warning',
    sentence: 'there is personal data in a text',
    cure: '`curate scan` tells where exactly; `curate export` takes it out.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemName = keyof typeof PROBLEMS;
