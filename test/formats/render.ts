import { z } from 'zod';
import { frameOf } from '../../src/engine/containers/frame.ts';
import { rowEncoder } from '../../src/engine/containers/rowEncoder.ts';
import type { Column } from '../../src/formats/columnType.ts';
import type { Container } from '../../src/formats/container.ts';
import {
  type ConversationFormat,
  DEFAULT_OPTIONS,
  type Example,
  type ExportShape,
  type Format,
  type FormatOptions,
  type Row,
  type RowWriter,
  shapeOf,
} from '../../src/formats/format.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { TextBytes } from '../../src/formats/textBytes.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { callsOf } from '../../src/pipeline/toolCalls.ts';

/** ChatML as a template, with a system message wherever there is one. */
const CHAT_TEMPLATE = `{%- for message in messages -%}
<|im_start|>{{ message.role }}
{{ message.content }}
{%- for call in message.tool_calls or [] %}{{ call.function | tojson }}{% endfor -%}
<|im_end|>
{% endfor %}`;

export const PLAIN_OPTIONS: FormatOptions = {
  ...DEFAULT_OPTIONS,
  chat_template: { template: CHAT_TEMPLATE, bos_token: '<s>', eos_token: '</s>' },
};

export const CONVERSATION_FORMATS = FORMATS.filter(
  (format): format is ConversationFormat => format.kind === 'conversations',
);

/** Text of a case; `⟨D83D⟩` stands for that lone surrogate, which YAML cannot hold. */
const text = z
  .string()
  .transform((short) => short.replace(/⟨(D[89A-F][0-9A-F]{2})⟩/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`))));

const callSchema = z.strictObject({ call: z.string(), with: z.record(z.string(), z.unknown()), id: z.string() });

const turnSchema = z.union([
  z.strictObject({ system: text }).transform(({ system }) => ({ role: 'system' as const, content: system })),
  z.strictObject({ user: text }).transform(({ user }) => ({ role: 'user' as const, content: user })),
  z
    .strictObject({ assistant: text })
    .transform(({ assistant }) => ({ role: 'assistant' as const, content: assistant })),
  z
    .strictObject({ tool: text, answers: z.string().optional(), name: z.string().optional() })
    .transform(({ tool, answers, name }) => ({
      role: 'tool' as const,
      content: tool,
      ...(answers !== undefined && { tool_call_id: answers }),
      ...(name !== undefined && { name }),
    })),
  // Calls of tools: the name of each, what it is called with, and its id.
  callSchema.transform((call) => ({ role: 'assistant' as const, content: '', ...withCalls([call]) })),
  z
    .strictObject({ calls: z.array(callSchema), content: text.default('') })
    .transform(({ calls, content }) => ({ role: 'assistant' as const, content, ...withCalls(calls) })),
]);

/** An example in short, as the case files have it: turns in order, the rest only where the case is about it. */
const exampleSchema = z.strictObject({
  id: text.default('c1'),
  timestamp: z.number().optional(),
  user: text.optional(),
  session: text.optional(),
  rating: z.number().optional(),
  facets: z.record(z.string(), text).default({}),
  turns: z.array(turnSchema),
  /** Definitions of tools, as JSON. */
  tools: z.string().optional(),
});

function withCalls(short: readonly z.infer<typeof callSchema>[]): Pick<Message, 'tool_calls'> {
  const calls = callsOf(
    { tool_calls: short.map(({ id, call, with: args }) => ({ id, function: { name: call, arguments: args } })) },
    0,
  );
  return calls === undefined || calls === 'broken' ? {} : { tool_calls: calls };
}

/** @throws z.ZodError when `short` is not as `exampleSchema` says */
export function exampleOf(short: unknown): Example {
  const { turns, id, facets, timestamp, user, session, rating, tools } = exampleSchema.parse(short);
  const messages = turns.map((turn, index) => ({ ...turn, index }));
  return { id, timestamp, user, session, rating, facets, messages, ...(tools !== undefined && { tools }) };
}

/** The examples that the format has a place for. */
export function takenBy(format: Format, examples: readonly Example[], options = PLAIN_OPTIONS): Example[] {
  return examples.filter((example) => format.refuses(shapeOf(example), options) === undefined);
}

/** A writer for an export of these examples, all of them taken by the format. */
export function writerFor(format: Format, examples: readonly Example[], options = PLAIN_OPTIONS): RowWriter {
  const shapes = examples.map(shapeOf);
  const shape: ExportShape = {
    system: shapes.some(({ system }) => system),
    several_turns: shapes.some(({ several_turns }) => several_turns),
    tools: shapes.some(({ tools }) => tools),
    definitions: shapes.some(({ definitions }) => definitions),
  };
  if (format.kind !== 'conversations') throw new TypeError(`${format.name} is made of ${format.kind}`);
  return format.open(shape, options);
}

/** The whole file of one split; `exported` are the examples of all splits. */
export function render(
  format: Format,
  examples: readonly Example[],
  options = PLAIN_OPTIONS,
  exported = examples,
): string {
  const { columns, rows } = writerFor(format, takenBy(format, exported, options), options);
  const taken = takenBy(format, examples, options).flatMap((example) => made(rows(example)).map(rowText));
  return fileOf(format.extension, columns, taken, options);
}

/** A file of rows in a container of text. */
export function fileOf(
  container: Container,
  columns: readonly Column[],
  rows: readonly Row[],
  options = PLAIN_OPTIONS,
): string {
  const { head, between, tail } = frameOf(container, columns);
  const encode = rowEncoder(container, columns, options);
  const text = new TextBytes();
  for (const row of rows) encode(row, text);
  return head + Buffer.from(text.bytes()).toString('utf8').slice(between.length) + tail;
}

/** Why the format refuses the example, by its shape or by its text; nothing where it does not. */
export function refusalOf(format: Format, example: Example, options = PLAIN_OPTIONS): string | undefined {
  const reason = format.refuses(shapeOf(example), options);
  if (reason !== undefined) return reason;
  const rows = writerFor(format, [example], options).rows(example);
  return 'refused' in rows ? rows.refused : undefined;
}

export function made(rows: ReturnType<RowWriter['rows']>): Row[] {
  return 'refused' in rows ? [] : rows;
}

/** Pieces of a row hold until the next is made. */
export function rowText(row: Row): string {
  return typeof row === 'string' ? row : row.map((piece) => Buffer.from(piece).toString('utf8')).join('');
}
