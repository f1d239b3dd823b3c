import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CurateError } from '../src/errors.ts';
import { FORMATS, formatNamed } from '../src/formats/index.ts';
import { CONVERSATION_FORMATS, exampleOf, PLAIN_OPTIONS, refusalOf, render } from './formats/render.ts';
import { rowsIn } from './formats/rowsIn.ts';

/** Every case of every format: `test/formats/<format>.yaml` is a list of them. A new case is data, not code. */
const caseSchema = z.strictObject({
  note: z.string(),
  options: z
    .strictObject({
      several_turns: z.enum(['transcript', 'drop']).default(PLAIN_OPTIONS.several_turns),
      system_messages: z.enum(['fold', 'drop']).default(PLAIN_OPTIONS.system_messages),
      tool_messages: z.enum(['fold', 'drop']).default(PLAIN_OPTIONS.tool_messages),
      tool_keys: z.enum(['uniform', 'native']).default(PLAIN_OPTIONS.tool_keys),
      tool_arguments: z.enum(['text', 'object']).default(PLAIN_OPTIONS.tool_arguments),
      no_tools: z.enum(['none', 'list']).default(PLAIN_OPTIONS.no_tools),
      escape_formulas: z.boolean().default(PLAIN_OPTIONS.escape_formulas),
      chat_template: z
        .string()
        .transform((template) => ({ template, bos_token: '<s>', eos_token: '</s>' }))
        .optional(),
    })
    .prefault({}),
  examples: z.array(z.unknown().transform(exampleOf)),
  /** The whole file, byte for byte, or the reason for which the first example is refused. */
  file: z.string().optional(),
  refused: z.string().optional(),
});

const folder = new URL('./formats/', import.meta.url);

test('every format has cases, and every case file a format', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  expect(files.sort()).toEqual(FORMATS.map(({ name }) => `${name}.yaml`).sort());
});

test('a name nobody knows is answered with the nearest and all names', () => {
  expect(formatNamed('alpaca').name).toBe('alpaca');
  expect(() => formatNamed('chatlm')).toThrow(CurateError);
  expect(() => formatNamed('chatlm')).toThrow('`chatml`; choose one of chatml, chatml-text, text, sharegpt');
});

describe.each(CONVERSATION_FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const cases = z.array(caseSchema).parse(load(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')));

  test.each(cases.map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const options = { ...entry.options, chat_template: entry.options.chat_template ?? PLAIN_OPTIONS.chat_template };
    const [first] = entry.examples;
    if (first !== undefined) expect(refusalOf(format, first, options)).toBe(entry.refused);
    if (entry.refused === undefined) expect(render(format, entry.examples, options)).toBe(entry.file);
  });

  test('every row fits the schema', () => {
    for (const { examples, options, refused } of cases) {
      if (refused !== undefined) continue;
      const chosen = { ...options, chat_template: options.chat_template ?? PLAIN_OPTIONS.chat_template };
      for (const row of rowsIn(format, render(format, examples, chosen))) {
        expect(format.schema.safeParse(row).error).toBeUndefined();
        expect(format.read(row)).toBeDefined();
      }
    }
  });

  test('every declared reason is shown by a case, and no other', () => {
    const shown = new Set(cases.flatMap(({ refused }) => refused ?? []));
    expect([...shown].sort()).toEqual(Object.keys(format.reasons).sort());
  });
});
