import { expect, test } from 'vitest';
import type { Example } from '../../../src/formats/format.ts';
import {
  CONVERSATION_FORMATS,
  exampleOf,
  made,
  PLAIN_OPTIONS,
  rowText,
  takenBy,
  writerFor,
} from '../../formats/render.ts';
import { fileOfRows, rowsOfFile } from './written.ts';

const EXAMPLES: readonly Example[] = [
  { turns: [{ user: 'Tea?' }, { assistant: 'Yes.' }] },
  {
    turns: [{ system: 'Be brief.' }, { user: 'Tea?' }, { assistant: 'Yes.' }, { user: 'Milk?' }, { assistant: 'No.' }],
  },
  {
    tools: '[{"type":"function","function":{"name":"sum","description":"Adds.","parameters":{"type":"object"}}}]',
    turns: [
      { user: '2+2?' },
      { call: 'sum', with: { of: [2, 2], by: { hand: true } }, id: 'c1' },
      { tool: '4', answers: 'c1', name: 'sum' },
      { assistant: 'Four.' },
    ],
  },
].map(exampleOf);

const cases = CONVERSATION_FORMATS.flatMap((format) =>
  (['uniform', 'native'] as const).map((tool_keys) => [format.name, tool_keys, format] as const),
);

test.each(cases)('Parquet by the columns of %s, keys %s, gives back every row', async (_, tool_keys, format) => {
  const options = { ...PLAIN_OPTIONS, tool_keys };
  const taken = takenBy(format, EXAMPLES, options);
  const { columns, rows } = writerFor(format, taken, options);
  const written = taken.flatMap((example) => made(rows(example)).map((row) => JSON.parse(rowText(row))));
  const read = await rowsOfFile('a.parquet', await fileOfRows('parquet', columns, written));
  // What a row leaves out is null in a table.
  const missing = Object.fromEntries(columns.flatMap(({ name, optional }) => (optional ? [[name, null]] : [])));
  expect(read).toEqual(written.map((row) => ({ ...missing, ...row })));
});
