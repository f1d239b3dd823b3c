import { mkdirSync, writeFileSync } from 'node:fs';
import { DEFAULT_OPTIONS, type Example, type ExportShape, type Format, shapeOf } from '../src/formats/format.ts';
import { FORMATS } from '../src/formats/index.ts';
import { TextBytes } from '../src/formats/textBytes.ts';
import { ExchangeSource } from './exchanges.ts';
import type { ScoreTable, Value } from './pii/result.ts';
import { drawTable } from './pii/tables.ts';
import { bestOf } from './scrub/cpuTime.ts';

/**
 * Measures what the rows of each format cost, of exchanges of two kilobytes as `bench:data` makes them: alone, and beside all
 * others, which share the JSON of texts. Processor time, the best of three rounds. Prints a table and writes
 * `build/formats.json`.
 */
const EXAMPLES = 5_000;
const ROUNDS = 3;

/** ChatML, as most templates of today look. */
const TEMPLATE =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}";
const OPTIONS = { ...DEFAULT_OPTIONS, chat_template: { template: TEMPLATE, bos_token: '', eos_token: '<|im_end|>' } };

const plain = examples();
const tables = [
  tableOf('exchanges of two kilobytes', plain),
  tableOf('the same, each with a call', plain.map(withCall)),
];
mkdirSync('build', { recursive: true });
writeFileSync('build/formats.json', `${JSON.stringify(tables, null, 2)}\n`);
process.stdout.write(`${tables.map(drawTable).join('\n\n')}\n`);

function tableOf(title: string, made: readonly Example[]): ScoreTable {
  const conversations = FORMATS.filter(({ kind }) => kind === 'conversations');
  const alone = conversations.map((format) => bestOf(ROUNDS, () => write([format], made)));
  const all = bestOf(ROUNDS, () => write(conversations, made));
  const rows = conversations.map(({ name }, place): Value[] => [name, rate(alone[place] ?? 0), alone[place] ?? 0]);
  return {
    title: `Rows of ${title}`,
    columns: ['format', 'rows/s', 'ms for 5,000'],
    rows: [...rows, ['all of them', rate(all), all]],
  };
}

function rate(milliseconds: number): number {
  return Math.round((EXAMPLES / milliseconds) * 1000);
}

/** As a worker of an export does it: one example after the other, its rows of all formats. */
function write(formats: readonly Format[], made: readonly Example[]): number {
  const shape = joined(made);
  const writers = formats.flatMap((format) =>
    format.kind === 'conversations' ? [{ text: new TextBytes(), writer: format.open(shape, OPTIONS) }] : [],
  );
  // A fresh list of messages, as a worker reads one: what is kept of the last round must not count.
  for (const example of made.map((one) => ({ ...one, messages: [...one.messages] }))) {
    for (const { text, writer } of writers) {
      if (text.length > 512 * 1024) text.clear();
      const rows = writer.rows(example);
      if ('refused' in rows) continue;
      for (const row of rows) for (const piece of typeof row === 'string' ? [row] : row) text.add(piece);
    }
  }
  return writers.length;
}

function joined(made: readonly Example[]): ExportShape {
  const shapes = made.map(shapeOf);
  return {
    system: shapes.some(({ system }) => system),
    several_turns: shapes.some(({ several_turns }) => several_turns),
    tools: shapes.some(({ tools }) => tools),
    definitions: shapes.some(({ definitions }) => definitions),
  };
}

function examples(): Example[] {
  const source = new ExchangeSource(1);
  return Array.from({ length: EXAMPLES }, (_, number) => {
    const { question, answer } = source.next();
    return {
      id: `example-${number}`,
      timestamp: 0,
      user: undefined,
      session: undefined,
      rating: undefined,
      facets: {},
      messages: [
        { role: 'user', content: question, index: 0 },
        { role: 'assistant', content: answer, index: 1 },
      ],
    };
  });
}

function withCall(example: Example): Example {
  const [question, answer] = example.messages;
  if (question === undefined || answer === undefined) return example;
  const call = { id: 'call_1_0', name: 'find', arguments: '{"what":"everything","most":3}' };
  return {
    ...example,
    tools: '[{"type":"function","function":{"name":"find","description":"Finds.","parameters":{"type":"object"}}}]',
    messages: [
      question,
      { role: 'assistant', content: '', index: 1, tool_calls: [call] },
      { role: 'tool', content: '{"found": 3}', index: 2, tool_call_id: 'call_1_0', name: 'find' },
      answer,
    ],
  };
}
