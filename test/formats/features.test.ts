import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { type Column, MESSAGES, TURNS } from '../../src/formats/columnType.ts';
import { holdsJson, pythonFeature, yamlFeature } from '../../src/formats/features.ts';

const CALL = { struct: { id: 'string', name: 'string', arguments: 'json' } } as const;

const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'label', type: 'boolean' },
  { name: 'margin', type: 'float64' },
  { name: 'length', type: 'int64' },
  { name: 'messages', type: { list: { struct: { role: 'string', tool_calls: { list: CALL } } } } },
  { name: 'chosen', type: MESSAGES },
  { name: 'history', type: TURNS },
  { name: 'contents', type: { list: { struct: { role: 'string', parts: { list: { struct: { text: 'string' } } } } } } },
  { name: 'systemInstruction', type: { struct: { parts: { list: { struct: { text: 'string' } } } } } },
  { name: 'tags', type: { list: 'string' } },
];

test('nested types as `datasets` 5.0.1 writes them itself (Features._to_yaml_list)', () => {
  const text = (name: string) => ({ name, dtype: 'string' });
  expect(load(COLUMNS.flatMap((column) => yamlFeature(column, '  ')).join('\n'))).toEqual([
    text('id'),
    { name: 'label', dtype: 'bool' },
    { name: 'margin', dtype: 'float64' },
    { name: 'length', dtype: 'int64' },
    {
      name: 'messages',
      list: [
        text('role'),
        { name: 'tool_calls', list: [text('id'), text('name'), { name: 'arguments', dtype: 'json' }] },
      ],
    },
    { name: 'chosen', list: [text('role'), text('content')] },
    { name: 'history', list: { list: 'string' } },
    { name: 'contents', list: [text('role'), { name: 'parts', list: [text('text')] }] },
    { name: 'systemInstruction', struct: [{ name: 'parts', list: [text('text')] }] },
    { name: 'tags', list: 'string' },
  ]);
});

test('the same as expressions of Python', () => {
  expect(COLUMNS.map(({ type }) => pythonFeature(type))).toEqual([
    'text',
    'Value("bool")',
    'Value("float64")',
    'Value("int64")',
    '[{"role": text, "tool_calls": [{"id": text, "name": text, "arguments": Json()}]}]',
    '[{"role": text, "content": text}]',
    '[[text]]',
    '[{"role": text, "parts": [{"text": text}]}]',
    '{"parts": [{"text": text}]}',
    '[text]',
  ]);
});

test('Json is imported only where a column has it', () => {
  expect(COLUMNS.filter(({ type }) => holdsJson(type)).map(({ name }) => name)).toEqual(['messages']);
});
