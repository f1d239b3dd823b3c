import { describe, expect, test } from 'vitest';
import { alpaca, chat, chats, exchange, pair, rated, sharegpt } from './clean.ts';
import { type Files, lines, placesOf, type ValidateOptions, validated } from './validated.ts';

/** The row in which most mistakes are planted, and its line. */
const ROW = 6;

type Rows = Record<string, unknown>[];

/** Twelve rows in three splits, with one of `train` changed. */
function splits(
  make: (number: number) => Record<string, unknown>,
  change?: (row: Record<string, unknown>) => unknown,
): Files {
  const rows = (count: number, from: number): Rows => Array.from({ length: count }, (_, place) => make(from + place));
  const train = rows(12, 0);
  const row = train[ROW];
  if (row !== undefined) change?.(row);
  return { 'train.jsonl': train, 'val.jsonl': rows(4, 20), 'test.jsonl': rows(4, 40) };
}

interface Mistake {
  /** Its number in the list of mistakes that users make. */
  readonly number: number;
  readonly name: string;
  readonly files: () => Files;
  readonly options?: ValidateOptions;
  /** Every problem that is told, and no other: `severity problem file:line key`. */
  readonly told: readonly string[];
}

type Turn = Record<string, unknown>;
/** The messages of a row of ours, under this key. */
function turnsIn(row: Record<string, unknown>, key = 'messages'): Turn[] {
  const turns = row[key];
  if (!Array.isArray(turns)) throw new TypeError(`a row with ${key}`);
  return turns;
}

const inChat = (change: (turns: Turn[]) => unknown): Files => splits(chat, (row) => change(turnsIn(row)));
const trainText = (files: Files): string => {
  const rows = files['train.jsonl'];
  if (!Array.isArray(rows)) throw new TypeError('a split of rows');
  return lines(rows);
};
/** The text of the train split changed. */
const inText = (change: (text: string) => string | Buffer): Files => ({
  ...splits(chat),
  'train.jsonl': change(trainText(splits(chat))),
});

const CALL = { id: 'call_1', type: 'function', function: { name: 'timetable', arguments: '{"line":"4b"}' } };
const withCall = (number: number): Record<string, unknown> => {
  const { question, answer } = exchange(number);
  return {
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: '', tool_calls: [structuredClone(CALL)] },
      { role: 'tool', content: '{"late":false}', tool_call_id: 'call_1', name: 'timetable' },
      { role: 'assistant', content: answer, tool_calls: [] },
    ],
    tools: '[{"type":"function","function":{"name":"timetable","description":"d","parameters":{"type":"object"}}}]',
  };
};

const MISTAKES: readonly Mistake[] = [
  {
    number: 1,
    name: 'roles that do not alternate',
    files: () => inChat((turns) => turns.splice(1, 1)),
    told: ['warning roles_not_alternating train.jsonl:7 messages[1]'],
  },
  {
    number: 1,
    name: 'roles that do not alternate, for a trainer that drops such rows',
    files: () =>
      inChat((turns) => turns.splice(1, 2, { role: 'assistant', content: 'x' }, { role: 'assistant', content: 'y' })),
    options: { target: 'llama-factory' },
    told: ['error roles_not_alternating train.jsonl:7 messages[2]'],
  },
  {
    number: 2,
    name: 'the user speaks last',
    files: () => inChat((turns) => turns.pop()),
    told: ['warning ends_with_user train.jsonl:7 messages[2]'],
  },
  {
    number: 2,
    name: 'the assistant speaks first',
    files: () => inChat((turns) => turns.shift()),
    told: ['warning starts_with_assistant train.jsonl:7 messages[0]'],
  },
  {
    number: 3,
    name: 'a system message in the middle',
    files: () => inChat((turns) => turns.splice(2, 0, { role: 'system', content: 'Be brief.' })),
    told: ['warning system_not_first train.jsonl:7 messages[2]'],
  },
  {
    number: 3,
    name: 'two system messages',
    files: () =>
      inChat((turns) =>
        turns.unshift({ role: 'system', content: 'Be brief.' }, { role: 'system', content: 'Be kind.' }),
      ),
    told: ['warning several_systems train.jsonl:7 messages[1]'],
  },
  {
    number: 4,
    name: 'names of roles that are those of another format',
    files: () => inChat((turns) => Object.assign(turns[1] ?? {}, { role: 'gpt' })),
    told: ['error unknown_role train.jsonl:7 messages[1].role'],
  },
  {
    number: 5,
    name: 'a row that LLaMA-Factory empties and drops',
    files: () => splits(sharegpt, (row) => turnsIn(row, 'conversations').pop()),
    options: { target: 'llama-factory' },
    told: ['error ends_with_user train.jsonl:7 conversations[2]'],
  },
  {
    number: 6,
    name: 'a text that is null',
    files: () => inChat((turns) => Object.assign(turns[3] ?? {}, { content: null })),
    told: ['error null_value train.jsonl:7 messages[3].content'],
  },
  {
    number: 6,
    name: 'a text that is empty',
    files: () => inChat((turns) => Object.assign(turns[3] ?? {}, { content: ' ' })),
    told: ['warning empty_text train.jsonl:7 messages[3].content'],
  },
  {
    number: 6,
    name: 'no messages',
    files: () => inChat((turns) => turns.splice(0)),
    told: ['error empty_messages train.jsonl:7 messages'],
  },
  {
    number: 7,
    name: 'a column whose type changes between rows',
    files: () => splits((number) => ({ ...chat(number), ref: number === ROW ? 'a7' : number })),
    told: ['error type_changes train.jsonl:7 ref'],
  },
  {
    number: 7,
    name: 'a column whose type changes between splits',
    files: () => splits((number) => ({ ...chat(number), ref: number >= 40 ? 'a7' : number })),
    told: ['error type_changes test.jsonl:1 ref'],
  },
  {
    number: 8,
    name: 'a column of nothing but null in one split',
    files: () => splits((number) => ({ ...chat(number), ref: number >= 40 ? 'a7' : null })),
    told: [
      'error type_changes test.jsonl:1 ref',
      'warning column_all_null train.jsonl:1 ref',
      'warning column_all_null val.jsonl:1 ref',
    ],
  },
  {
    number: 9,
    name: 'a key of messages in some rows',
    files: () => inChat((turns) => Object.assign(turns[1] ?? {}, { name: 'guide' })),
    told: [
      'error key_in_some_splits val.jsonl:1 messages[].name',
      'error key_in_some_splits test.jsonl:1 messages[].name',
      'warning key_in_some_rows train.jsonl:1 messages[].name',
    ],
  },
  {
    number: 9,
    name: 'a key in one split',
    files: () => splits((number) => ({ ...chat(number), ...(number >= 40 && { source: 'log' }) })),
    told: ['error key_in_some_splits test.jsonl:1 source'],
  },
  {
    number: 9,
    name: 'a list that is filled in one split alone',
    files: () => splits((number) => ({ ...alpaca(number), history: number >= 40 ? [['a b c', 'd e f']] : [] })),
    told: [
      'error key_in_some_splits test.jsonl:1 history',
      'note history_trained test.jsonl:1 history',
      ...[2, 3, 4].map((line) => `note history_trained test.jsonl:${line} history`),
    ],
  },
  {
    number: 10,
    name: 'texts that all look like dates',
    files: () =>
      splits((number) => ({ instruction: exchange(number).question, output: `2026-01-${String(10 + (number % 18))}` })),
    told: [
      'error date_column train.jsonl:1 output',
      'error date_column val.jsonl:1 output',
      'error date_column test.jsonl:1 output',
    ],
  },
  {
    number: 11,
    name: 'a byte-order mark',
    files: () => inText((text) => `\ufeff${text}`),
    told: ['error byte_order_mark train.jsonl:1'],
  },
  {
    number: 11,
    name: 'no byte-order mark where one is asked for',
    files: () => ({ 'train.jsonl': lines(chats(12)) }),
    options: { target: 'azure' },
    told: ['warning byte_order_mark_missing train.jsonl:1'],
  },
  {
    number: 12,
    name: 'half an emoji',
    files: () => inChat((turns) => Object.assign(turns[1] ?? {}, { content: 'fine \ud83d' })),
    told: ['error lone_surrogate train.jsonl:7 messages[1].content'],
  },
  {
    number: 13,
    name: 'an array instead of lines',
    files: () => inText((text) => `[${text.trimEnd().split('\n').join(',\n')}]\n`),
    told: ['error array_not_lines train.jsonl:1'],
  },
  {
    number: 13,
    name: 'JSON over several lines',
    files: () => ({
      'train.jsonl': chats(12)
        .map((row) => `${JSON.stringify(row, null, 2)}\n`)
        .join(''),
    }),
    told: ['error pretty_printed train.jsonl:1'],
  },
  {
    number: 13,
    name: 'an empty line',
    files: () => inText((text) => text.replace('\n', '\n\n')),
    told: ['warning blank_line train.jsonl:2'],
  },
  {
    number: 13,
    name: 'an empty line, for a trainer that reads each',
    files: () => ({ 'train.jsonl': `${lines(chats(12))}\n` }),
    options: { target: 'mlx' },
    told: ['error blank_line train.jsonl:13'],
  },
  {
    number: 14,
    name: 'a raw line end in a text',
    files: () => inText((text) => text.replace('Take line 6g', 'Take\tline 6g')),
    told: ['error control_character train.jsonl:7'],
  },
  {
    number: 15,
    name: 'a key that stands twice',
    files: () =>
      inText((text) =>
        text.replace(
          '{"role":"user","content":"How do I get to the tram 6g',
          '{"role":"user","role":"user","content":"How do I get to the tram 6g',
        ),
      ),
    told: ['error duplicate_key train.jsonl:7'],
  },
  {
    number: 16,
    name: 'a conversation in two splits',
    files: () => ({ ...splits(chat), 'test.jsonl': [chat(41), chat(3), chat(42)] }),
    told: ['error leak test.jsonl:2'],
  },
  {
    number: 16,
    name: 'the same but for case and punctuation in two splits',
    files: () => ({
      ...splits(chat),
      'test.jsonl': lines([chat(41), chat(3), chat(42)]).replace('Take line 3d', 'TAKE, line: 3D'),
    }),
    told: ['error leak test.jsonl:2'],
  },
  {
    number: 16,
    name: 'nearly the same in two splits',
    files: () => {
      const long = (word: string): object => ({
        messages: [
          { role: 'user', content: `Which of the forty bridges is the oldest, ${word}?` },
          { role: 'assistant', content: Array.from({ length: 60 }, (_, place) => `pier${place}`).join(' ') },
        ],
      });
      return { 'train.jsonl': [...chats(11), long('please')], 'test.jsonl': [chat(41), long('then')] };
    },
    told: ['warning leak_near test.jsonl:2'],
  },
  {
    number: 16,
    name: 'the same question in two splits',
    files: () => ({
      ...splits(alpaca),
      'test.jsonl': [alpaca(41), { ...alpaca(3), output: exchange(77).answer }],
    }),
    told: ['warning leak_prompt test.jsonl:2'],
  },
  {
    number: 16,
    name: 'a row that stands twice',
    files: () => ({ ...splits(chat), 'train.jsonl': [...chats(12), chat(4)] }),
    told: ['warning duplicate train.jsonl:13'],
  },
  {
    number: 17,
    name: 'an answer that is cut off',
    files: () => inChat((turns) => Object.assign(turns[3] ?? {}, { content: 'word '.repeat(2000) })),
    options: { max_tokens: 1024 },
    told: ['warning too_many_tokens train.jsonl:7'],
  },
  {
    number: 18,
    name: 'a bad turn that is learned',
    files: () => ({
      'train.jsonl': chats(12).map((row, place) => {
        for (const turn of row.messages) if (turn.role === 'assistant') turn.weight = place === ROW ? 0 : 1;
        return row;
      }),
    }),
    options: { target: 'trl' },
    told: [
      'error mask_ignored train.jsonl:7 messages[1].weight',
      'error mask_ignored train.jsonl:7 messages[3].weight',
    ],
  },
  {
    number: 19,
    name: 'a label as text',
    files: () => splits(rated, (row) => Object.assign(row, { label: 'true' })),
    told: ['error label_not_boolean train.jsonl:7 label', 'error type_changes train.jsonl:7 label'],
  },
  {
    number: 19,
    name: 'one kind of label alone',
    files: () => ({ 'train.jsonl': Array.from({ length: 12 }, (_, number) => ({ ...rated(number), label: true })) }),
    told: ['warning one_label_only train.jsonl:0'],
  },
  {
    number: 20,
    name: 'the same answer twice',
    files: () => splits(pair, (row) => Object.assign(row, { rejected: row.chosen })),
    told: ['error identical_pair train.jsonl:7 rejected[0].content'],
  },
  {
    number: 20,
    name: 'answers that differ in white space alone',
    files: () =>
      splits(pair, (row) =>
        Object.assign(row, {
          rejected: [{ role: 'assistant', content: exchange(ROW).answer.replace(' ', '  ') }],
        }),
      ),
    told: ['error same_but_for_space train.jsonl:7 rejected[0].content'],
  },
  {
    number: 20,
    name: 'answers that repeat the prompt',
    files: () =>
      splits(pair, (row) => {
        for (const side of ['chosen', 'rejected']) row[side] = [...turnsIn(row, 'prompt'), ...turnsIn(row, side)];
      }),
    told: ['warning prompt_in_answer train.jsonl:7 chosen[1].content'],
  },
  {
    number: 21,
    name: 'a text beside lists',
    files: () => splits(pair, (row) => Object.assign(row, { prompt: exchange(ROW).question })),
    told: ['error mixed_kinds train.jsonl:7 chosen', 'error type_changes train.jsonl:7 prompt'],
  },
  {
    number: 22,
    name: 'control tokens in a text',
    files: () =>
      inChat((turns) => Object.assign(turns[2] ?? {}, { content: 'ok<|im_end|>\n<|im_start|>assistant\nyes' })),
    told: ['warning control_token train.jsonl:7 messages[2].content'],
  },
  {
    number: 23,
    name: 'a cell that reads as missing',
    files: () => ({
      'train.csv':
        'id,user_message,bot_response\n1,Who wrote Emma?,Jane Austen.\n2,Which gas is Na?,NA\n3,"1+1,\nhow much?",=2\n',
    }),
    told: ['error not_available_cell train.csv:3 bot_response', 'warning formula_cell train.csv:4 bot_response'],
  },
  {
    number: 24,
    name: 'too few rows',
    files: () => ({ 'train.jsonl': chats(9) }),
    options: { target: 'openai' },
    told: ['error too_few_rows train.jsonl:0'],
  },
  {
    number: 24,
    name: 'an empty file',
    files: () => ({ ...splits(chat), 'val.jsonl': '' }),
    told: ['error empty_file val.jsonl:0'],
  },
  {
    number: 25,
    name: 'two formats in one folder',
    files: () => ({ 'train.jsonl': chats(12), 'test.jsonl': [sharegpt(41)] }),
    told: ['error formats_differ test.jsonl:1'],
  },
  {
    number: 25,
    name: 'two formats in folders of one',
    files: () => ({ 'sft/train.jsonl': chats(12), 'dpo/train.jsonl': [pair(41)] }),
    told: ['error formats_differ sft/train.jsonl:1'],
  },
  {
    number: 26,
    name: 'arguments as an object, where text is asked for',
    files: () =>
      splits(withCall, (row) => {
        const [, turn] = turnsIn(row);
        if (turn !== undefined)
          turn.tool_calls = [{ ...CALL, function: { name: 'timetable', arguments: { line: '4b' } } }];
      }),
    options: { target: 'openai' },
    told: ['error tool_arguments_not_text train.jsonl:7 messages[1].tool_calls[0].function.arguments'],
  },
  {
    number: 26,
    name: 'a result without its call',
    files: () => splits(withCall, (row) => Object.assign(turnsIn(row)[2] ?? {}, { tool_call_id: 'call_2' })),
    told: [
      'warning tool_result_without_call train.jsonl:7 messages[2].tool_call_id',
      'warning tool_call_without_result train.jsonl:7 messages[3]',
    ],
  },
  {
    number: 26,
    name: 'ids that Mistral does not take',
    files: () => ({ 'train.jsonl': Array.from({ length: 12 }, (_, number) => withCall(number)).slice(ROW) }),
    options: { target: 'mistral' },
    told: Array.from(
      { length: 6 },
      (_, place) => `error tool_call_id train.jsonl:${place + 1} messages[1].tool_calls[0].id`,
    ),
  },
  {
    number: 27,
    name: 'history that is learned',
    files: () => ({
      'train.jsonl': [alpaca(1), alpaca(2)].map((row, place) => ({
        ...row,
        history: [[`Who is ${place}?`, 'A friend.']],
      })),
    }),
    told: ['note history_trained train.jsonl:1 history', 'note history_trained train.jsonl:2 history'],
  },
];

test('a clean data set has no problems', async () => {
  for (const make of [chat, sharegpt, pair, rated, alpaca, withCall]) {
    expect(placesOf(await validated(splits(make)))).toEqual([]);
  }
});

test('folders of one may hold several formats where configs tell them apart', async () => {
  const readme = '---\nconfigs:\n- config_name: sft\n  data_files: sft/train.jsonl\n---\n';
  const files = { 'README.md': readme, 'sft/train.jsonl': chats(12), 'dpo/train.jsonl': [pair(41)] };
  expect(placesOf(await validated(files))).toEqual([]);
});

describe('each mistake is found, with its line, and nothing else', () => {
  test.each(MISTAKES)('$number: $name', async ({ files, options, told }) => {
    const report = await validated(files(), options);
    expect(placesOf(report)).toEqual(told);
    expect(report.ok).toBe(!told.some((line) => line.startsWith('error')));
  });

  test('none of the 27 is left out', () => {
    expect(new Set(MISTAKES.map(({ number }) => number)).size).toBe(27);
  });
});
