import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type PairExample, type RatedExample, shapeOf } from '../../src/formats/format.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { columnSchema } from './columnSchema.ts';
import {
  PAIR_FORMATS,
  pairExampleOf,
  pairWriter,
  RATED_FORMATS,
  ratedExampleOf,
  ratedWriter,
  renderPairs,
  renderRated,
  shapeOfPair,
} from './ratedExamples.ts';
import { PLAIN_OPTIONS } from './render.ts';
import { rowsIn } from './rowsIn.ts';
import { NASTY_TEXTS } from './torture.ts';

/** Formats of ratings: their cases (`<format>.yaml`, as those of conversations) and their laws. */
const caseSchema = z.strictObject({
  note: z.string(),
  options: z
    .strictObject({
      tool_keys: z.enum(['uniform', 'native']).default(PLAIN_OPTIONS.tool_keys),
      tool_arguments: z.enum(['text', 'object']).default(PLAIN_OPTIONS.tool_arguments),
    })
    .prefault({}),
  examples: z.array(z.unknown()),
  file: z.string().optional(),
  refused: z.string().optional(),
});

function casesOf(name: string) {
  return z.array(caseSchema).parse(load(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8')));
}

describe.each(RATED_FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  test.each(casesOf(name).map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const options = { ...PLAIN_OPTIONS, ...entry.options };
    const examples = entry.examples.map(ratedExampleOf);
    for (const example of examples.slice(0, 1)) expect(format.refuses(shapeOf(example), options)).toBe(entry.refused);
    if (entry.refused === undefined) expect(renderRated(format, examples, options)).toBe(entry.file);
  });

  test('every row fits the schema and the columns, and gives the example back', () => {
    fc.assert(
      fc.property(fc.array(ratedExamples, { minLength: 1, maxLength: 4 }), (examples) => {
        const { columns } = ratedWriter(format, examples);
        const rows = rowsIn(format, renderRated(format, examples));
        expect(rows.length).toBe(examples.length);
        for (const [place, row] of rows.entries()) {
          fits(row, columns);
          expect(format.schema.safeParse(row).success).toBe(true);
          const example = examples[place];
          expect(format.read(row)?.label).toBe(example?.label);
          expect(spoken(format.read(row)?.messages)).toEqual(spoken(example?.messages));
        }
      }),
    );
  });
});

describe.each(PAIR_FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const cases = casesOf(name);

  test.each(cases.map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const options = { ...PLAIN_OPTIONS, ...entry.options };
    const examples = entry.examples.map(pairExampleOf);
    for (const example of examples.slice(0, 1))
      expect(format.refuses(shapeOfPair(example), options)).toBe(entry.refused);
    if (entry.refused === undefined) expect(renderPairs(format, examples, options)).toBe(entry.file);
  });

  test('every declared reason is shown by a case, and no other', () => {
    const shown = new Set(cases.flatMap(({ refused }) => refused ?? []));
    expect([...shown].sort()).toEqual(Object.keys(format.reasons).sort());
  });

  test('every row fits the schema and the columns, and gives both answers back', () => {
    fc.assert(
      fc.property(fc.array(pairExamples, { minLength: 1, maxLength: 4 }), (examples) => {
        const { columns } = pairWriter(format, examples);
        const rows = rowsIn(format, renderPairs(format, examples));
        expect(rows.length).toBe(examples.length);
        for (const [place, row] of rows.entries()) {
          fits(row, columns);
          expect(format.schema.safeParse(row).success).toBe(true);
          const read = format.read(row);
          const example = examples[place];
          expect(spoken(read?.messages)).toEqual(spoken(example?.messages));
          expect(spoken(read?.chosen)).toEqual(spoken(example?.chosen));
          expect(spoken(read?.rejected)).toEqual(spoken(example?.rejected));
          if ('margin' in row) expect(read?.margin).toBe(example?.margin);
        }
      }),
    );
  });

  test('what is no row of it is read as nothing', () => {
    for (const row of [{}, { messages: [] }, { prompt: 'a', chosen: 'b', rejected: 'c' }])
      expect(format.read(row)).toBeUndefined();
  });
});

const anyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'grapheme', minLength: 1 }));
const context = fc
  .tuple(fc.option(anyText, { nil: undefined }), fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }), anyText)
  .map(([system, turns, question]) => [
    ...(system === undefined ? [] : [{ system }]),
    ...turns.flatMap(([user, assistant]) => [{ user }, { assistant }]),
    { user: question },
  ]);
const ratedExamples: fc.Arbitrary<RatedExample> = fc
  .tuple(context, anyText, fc.boolean())
  .map(([turns, assistant, label]) => ratedExampleOf({ turns: [...turns, { assistant }], label }));
const pairExamples: fc.Arbitrary<PairExample> = fc
  .tuple(context, anyText, anyText, fc.double({ min: 0.001, max: 4, noNaN: true }))
  .map(([turns, one, other, margin]) =>
    pairExampleOf({ turns, chosen: [{ assistant: one }], rejected: [{ assistant: other }], margin }),
  );

/** Keys that are there are declared, in that order; only the system prompt of `gemini-preference` may be left out. */
function fits(row: Record<string, unknown>, columns: ReturnType<typeof pairWriter>['columns']): void {
  const names = columns.map(({ name }) => name);
  const optional = ['system_instruction'];
  expect(Object.keys(row)).toEqual(names.filter((name) => name in row || !optional.includes(name)));
  for (const { name, type } of columns)
    if (name in row) expect(() => columnSchema(type).parse(row[name])).not.toThrow();
}

function spoken(messages: readonly Message[] = []): { role: string; content: string }[] {
  return messages.map(({ role, content }) => ({ role, content: content.toWellFormed() }));
}
