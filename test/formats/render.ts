import { z } from 'zod';
import type { Example, ExportShape, Format, FormatOptions, Row, RowWriter } from '../../src/formats/format.ts';
import { shapeOf } from '../../src/formats/format.ts';

export const PLAIN_OPTIONS: FormatOptions = { several_turns: 'transcript', escape_formulas: false };

/** Text of a case; `⟨D83D⟩` stands for that lone surrogate, which YAML cannot hold. */
const text = z
  .string()
  .transform((short) => short.replace(/⟨(D[89A-F][0-9A-F]{2})⟩/g, (_, hex) => String.fromCharCode(Number(`0x${hex}`))));

const turnSchema = z.union([
  z.strictObject({ system: text }).transform(({ system }) => ({ role: 'system' as const, content: system })),
  z.strictObject({ user: text }).transform(({ user }) => ({ role: 'user' as const, content: user })),
  z
    .strictObject({ assistant: text })
    .transform(({ assistant }) => ({ role: 'assistant' as const, content: assistant })),
  z.strictObject({ tool: text }).transform(({ tool }) => ({ role: 'tool' as const, content: tool })),
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
});

/** @throws z.ZodError when `short` is not as `exampleSchema` says */
export function exampleOf(short: unknown): Example {
  const { turns, id, facets, timestamp, user, session, rating } = exampleSchema.parse(short);
  const messages = turns.map((turn, index) => ({ ...turn, index }));
  return { id, timestamp, user, session, rating, facets, messages };
}

/** The examples that the format has a place for. */
export function takenBy(format: Format, examples: readonly Example[], options = PLAIN_OPTIONS): Example[] {
  return examples.filter(({ messages }) => format.refuses(shapeOf(messages), options) === undefined);
}

/** A writer for an export of these examples, all of them taken by the format. */
export function writerFor(format: Format, examples: readonly Example[], options = PLAIN_OPTIONS): RowWriter {
  const shapes = examples.map(({ messages }) => shapeOf(messages));
  const shape: ExportShape = {
    system: shapes.some(({ system }) => system),
    several_turns: shapes.some(({ several_turns }) => several_turns),
    tools: shapes.some(({ tools }) => tools),
  };
  return format.open(shape, options);
}

/** The whole file of one split; `exported` are the examples of all splits. */
export function render(
  format: Format,
  examples: readonly Example[],
  options = PLAIN_OPTIONS,
  exported = examples,
): string {
  const { frame, rows } = writerFor(format, takenBy(format, exported, options), options);
  const texts = takenBy(format, examples, options).flatMap((example) => rows(example).map(rowText));
  return frame.head + texts.join(frame.between) + frame.tail;
}

function rowText(row: Row): string {
  return typeof row === 'string' ? row : row.map((piece) => Buffer.from(piece).toString('utf8')).join('');
}
