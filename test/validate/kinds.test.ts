import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPool } from '../../src/engine/pool.ts';
import { openDataSet } from '../../src/engine/validate/dataSet.ts';
import { validateData } from '../../src/engine/validate/validateData.ts';
import { PROBLEMS } from '../../src/validate/problems.ts';
import { chat, chats, exchange, pair } from './clean.ts';
import { type Files, lines, placesOf, type ValidateOptions, validated } from './validated.ts';

const user = { role: 'user', content: 'Which tram goes to the harbour on Sundays?' };
const assistant = { role: 'assistant', content: 'Number four, every ten minutes.' };
const result = { role: 'tool', content: '4', tool_call_id: 'c1' };
const calling = (call: unknown, content: unknown = ''): object => ({ role: 'assistant', content, tool_calls: [call] });
const call = (fields: object): object => ({ id: 'c1', type: 'function', function: { name: 'tram', ...fields } });
const talk = (...messages: object[]): Files => ({ 'a.jsonl': [{ messages }] });
const gemini = (...scores: number[]): object => ({
  contents: [{ role: 'user', parts: [{ text: user.content }] }],
  completions: scores.map((score) => ({ score, completion: { role: 'model', parts: [{ text: `It is ${score}.` }] } })),
});

/** What is told of a data set that the 27 mistakes do not show. */
const CASES: readonly (readonly [files: Files, told: readonly string[], options?: ValidateOptions])[] = [
  [talk(user, { role: 'assistant', content: 4 }), ['error wrong_type a.jsonl:1 messages[1].content']],
  [{ 'a.jsonl': [{ messages: 'none' }] }, ['error wrong_type a.jsonl:1 messages']],
  [talk(user, { ...assistant, weight: 0 }), ['warning mask_ignored a.jsonl:1 messages[1].weight']],
  [talk(user), ['error no_answer a.jsonl:1 messages']],
  [
    talk(user, calling(call({ arguments: '{}' }), null), result, assistant),
    [
      'warning null_beside_calls a.jsonl:1 messages[1].content',
      'warning key_in_some_rows a.jsonl:1 messages[].tool_calls',
    ],
  ],
  // Answers with a key that questions never have: datasets reads JSON, and any other key may come and go.
  [
    {
      'train.jsonl': [{ messages: [user, { ...assistant, weight: 1 }] }],
      'test.jsonl': [
        {
          messages: [
            { ...user, content: 'And on Mondays?' },
            { ...calling(call({ arguments: '{}' })), weight: 1 },
            { ...result, name: 'tram' },
            { ...assistant, content: 'Number seven.', weight: 1 },
          ],
        },
      ],
    },
    [],
  ],
  [
    talk(user, calling(call({ arguments: '{"line":' })), result),
    [
      'error tool_arguments_broken a.jsonl:1 messages[1].tool_calls[0].function.arguments',
      'warning ends_with_user a.jsonl:1 messages[2]',
    ],
  ],
  [
    talk(user, calling({ id: 'c1', function: {} }), result, { ...assistant, tool_calls: [] }),
    [
      'error tool_call_broken a.jsonl:1 messages[1].tool_calls[0]',
      'warning tool_result_without_call a.jsonl:1 messages[2].tool_call_id',
    ],
  ],
  [
    talk(user, calling(call({ arguments: '{"line":4}' })), result, { ...assistant, tool_calls: [] }),
    ['warning tool_arguments_not_object a.jsonl:1 messages[1].tool_calls[0].function.arguments'],
    { target: 'trl' },
  ],
  [{ 'a.jsonl': [{ ...chat(1), tools: '{' }] }, ['error tools_broken a.jsonl:1 tools']],
  [{ 'a.jsonl': [gemini(1, 1)] }, ['error ranks_not_valid a.jsonl:1 completions']],
  [{ 'a.jsonl': [gemini(1, 0)] }, []],
  [
    { 'a.jsonl': [{ ...pair(1), rejected: [{ role: 'assistant', content: 'user' }] }] },
    ['warning short_answer a.jsonl:1 rejected[0].content'],
    { target: 'axolotl' },
  ],
  [
    {
      'a.jsonl': Array.from({ length: 12 }, (_, number) => ({
        messages: [user, { ...assistant, content: `${number} o’clock`, weight: 0.5 }],
      })),
    },
    Array.from({ length: 12 }, (_, number) => `error mask_not_valid a.jsonl:${number + 1} messages[1].weight`),
    { target: 'openai' },
  ],
  [{ 'a.csv': 'prompt,completion\nWho?,NA\n' }, ['error not_available_cell a.csv:2 completion']],
  [{ 'a.csv': 'user_message,bot_response\n"Who\nis it?",Me\nWho?,Me, too\n' }, ['error cells_missing a.csv:4']],
  [
    { 'a.jsonl': [chat(1), chat(2)] },
    ['warning line_too_long a.jsonl:1', 'warning line_too_long a.jsonl:2'],
    { max_line_bytes: 100 },
  ],
];

test.each(CASES.map(([files, told, options]) => ({ files, told, options })))(
  '$told',
  async ({ files, told, options }) => {
    expect(placesOf(await validated(files, options))).toEqual(expect.arrayContaining([...told]));
    if (told.length === 0) expect(placesOf(await validated(files, options))).toEqual([]);
  },
);

test('more rows than a service takes', async () => {
  const rows = Array.from({ length: 1001 }, (_, number) => chat(number));
  const files = { 'train.jsonl': chats(40, 2000), 'val.jsonl': rows };
  const told = placesOf(await validated(files, { target: 'bedrock-claude' }));
  expect(told).toEqual(['error too_many_rows val.jsonl:0']);
});

test('a key that comes behind the first ten megabytes', async () => {
  const long = 'word '.repeat(20_000);
  const rows = Array.from({ length: 110 }, (_, number) => ({
    instruction: exchange(number).question,
    output: `${number} ${long}`,
    ...(number === 108 && { source: 'log' }),
  }));
  expect(placesOf(await validated({ 'a.jsonl': rows }))).toEqual(['error key_comes_late a.jsonl:109 source']);
});

test('files of gigabytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'curate-validate-'));
  try {
    writeFileSync(join(folder, 'train.jsonl'), lines(chats(12)));
    writeFileSync(join(folder, 'test.jsonl'), lines(chats(3, 40)));
    const set = await openDataSet(folder, { target: 'openai' });
    const files = set.files.map((ready) => ({ ...ready, file: { ...ready.file, bytes: 1_500_000_000 } }));
    const settings = { scan: undefined, max_tokens: undefined, tokenizer: undefined, max_line_bytes: 16_000_000 };
    const report = await validateData({ ...set, files }, settings, openPool(0), { update() {} });
    expect(placesOf(report).map((line) => line.replace(folder, 'set'))).toEqual([
      'error file_too_large train.jsonl:0',
      'error file_too_large test.jsonl:0',
      'note near_not_checked set:0',
    ]);
    expect(report.rows).toBe(15);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every kind is shown by some test', () => {
  const folder = new URL('./', import.meta.url);
  const tests = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const commands = readFileSync(new URL('../heavy/validateCommand.test.ts', import.meta.url), 'utf8');
  const heavy = readFileSync(new URL('../heavy/validate.test.ts', import.meta.url), 'utf8');
  const all = [...tests, commands, heavy].join('\n');
  const unseen = Object.keys(PROBLEMS).filter((name) => !new RegExp(`\\b${name}\\b`).test(all));
  expect(unseen).toEqual([]);
});
