import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Example } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import { exchangesOf } from '../../src/formats/messages.ts';
import { anyOrder, anyText, exampleWith, inTurns, withTools } from './arbitraries.ts';
import { columnSchema } from './columnSchema.ts';
import { CONVERSATION_FORMATS, exampleOf, PLAIN_OPTIONS, refusalOf, render, takenBy, writerFor } from './render.ts';
import { rowsIn } from './rowsIn.ts';
import { NASTY_TEXTS } from './torture.ts';

/** Laws of all formats, held against conversations of any shape and text of any kind. */
const anyExamples = fc.array(exampleWith(fc.oneof(inTurns, anyOrder, withTools())), { maxLength: 5 });
const options = fc.record({
  several_turns: fc.constantFrom('transcript' as const, 'drop' as const),
  system_messages: fc.constantFrom('fold' as const, 'drop' as const),
  tool_messages: fc.constantFrom('fold' as const, 'drop' as const),
  tool_keys: fc.constantFrom('uniform' as const, 'native' as const),
  tool_arguments: fc.constantFrom('text' as const, 'object' as const),
  no_tools: fc.constantFrom('none' as const, 'list' as const),
  escape_formulas: fc.boolean(),
  chat_template: fc.constant(PLAIN_OPTIONS.chat_template),
});

describe.each(CONVERSATION_FORMATS.map((format) => [format.name, format] as const))('%s', (_name, format) => {
  test('refuses for declared reasons only and throws on nothing it takes', () => {
    fc.assert(
      fc.property(anyExamples, options, (examples, chosen) => {
        for (const example of examples) {
          const reason = refusalOf(format, example, chosen);
          expect([undefined, ...Object.keys(format.reasons)]).toContain(reason);
        }
        expect(() => render(format, examples, chosen)).not.toThrow();
      }),
    );
  });

  test('every file is well-formed, without null, and has the declared columns in every row', () => {
    fc.assert(
      fc.property(anyExamples, options, (examples, chosen) => {
        const { columns } = writerFor(format, takenBy(format, examples, chosen), chosen);
        const file = render(format, examples, chosen);
        expect(file.isWellFormed()).toBe(true);
        for (const row of rowsIn(format, file)) {
          const there = columns.filter(({ name, optional }) => !optional || Object.hasOwn(row, name));
          expect(Object.keys(row)).toEqual(there.map(({ name }) => name));
          for (const { name, type, optional } of columns) {
            if (optional && !Object.hasOwn(row, name)) continue;
            expect(() => columnSchema(type).parse(row[name])).not.toThrow();
          }
        }
      }),
    );
  });

  test('an example in which nothing is missing gives a row', () => {
    fc.assert(
      fc.property(exampleWith(inTurns), (example) => {
        expect(rowsIn(format, render(format, [example])).length).toBeGreaterThan(0);
      }),
    );
  });
});

test.each(['chatml', 'json'])('%s gives every message back', (name) => {
  fc.assert(
    fc.property(exampleWith(anyOrder), (example) => {
      const rows = rowsIn(formatNamed(name), render(formatNamed(name), [example]));
      const read = rows.flatMap((row) => formatNamed(name).read(row)?.messages ?? []);
      expect(read.map(({ role, content }) => ({ role, content }))).toEqual(wellFormedMessages(example));
    }),
  );
});

test('chatml-text gives the same turns to whoever cuts it at the control tokens', () => {
  const format = formatNamed('chatml-text');
  fc.assert(
    fc.property(exampleWith(anyOrder), (example) => {
      const text = rowsIn(format, render(format, [example]))
        .map((row) => String(row.text))
        .join('');
      const turns = text === '' ? [] : text.slice(0, -'<|im_end|>\n'.length).split('<|im_end|>\n');
      const read = turns.map((turn) => /^<\|im_start\|>(\w+)\n(.*)$/s.exec(turn)?.slice(1));
      const expected = refusalOf(format, example) === undefined ? wellFormedMessages(example) : [];
      expect(read.map((turn) => turn?.[0])).toEqual(expected.map(({ role }) => role));
      expect(read.map((turn) => turn?.[1]?.replaceAll('< ', '<'))).toEqual(
        expected.map(({ content }) => content.replaceAll('< ', '<')),
      );
      for (const turn of read) expect(turn?.[1]).not.toMatch(/<[|｜][^\s<>|｜]{1,64}[|｜]>/);
    }),
  );
});

test('alpaca gives every question and answer back', () => {
  const rowSchema = z.looseObject({ instruction: z.string(), output: z.string(), history: TYPES.turns.default([]) });
  fc.assert(
    fc.property(exampleWith(inTurns), (example) => {
      const [row] = rowsIn(formatNamed('alpaca'), render(formatNamed('alpaca'), [example]));
      const { history, instruction, output } = rowSchema.parse(row);
      const spoken = [...history.flat(), instruction, output];
      expect(spoken).toEqual(wellFormedMessages(example).map(({ content }) => content));
    }),
  );
});

test('instruction gives question and answer back', () => {
  const format = formatNamed('instruction');
  fc.assert(
    fc.property(anyText, anyText, (user, assistant) => {
      const [row] = rowsIn(format, render(format, [exampleOf({ turns: [{ user }, { assistant }] })]));
      expect(row).toEqual({ instruction: user.toWellFormed(), response: assistant.toWellFormed() });
    }),
  );
});

test('csv gives every exchange back, with its length in code points', () => {
  const format = formatNamed('csv');
  fc.assert(
    fc.property(exampleWith(inTurns), (example) => {
      const rows = rowsIn(format, render(format, [example]));
      const read = rows.map((row) => ({ user: row.user_message, assistant: row.bot_response }));
      expect(read).toEqual(exchangesOf(example.messages));
      for (const row of rows) expect(row.user_length).toBe([...String(row.user_message)].length);
    }),
  );
});

test('no reader of lines cuts a JSONL row, whatever it takes for a line end', () => {
  const endings = new Set(PYTHON_LINE_ENDS);
  for (const format of CONVERSATION_FORMATS.filter(({ extension }) => extension === 'jsonl')) {
    const examples = NASTY_TEXTS.map((text) => exampleOf({ turns: [{ user: text }, { assistant: text }] }));
    const file = render(format, examples);
    expect([...file].filter((sign) => endings.has(sign))).toEqual(examples.map(() => '\n'));
  }
});

/** Those of `str.splitlines`. */
const PYTHON_LINE_ENDS = ['\n', '\v', '\f', '\r', '\x1c', '\x1d', '\x1e', '\u0085', '\u2028', '\u2029'];

const TYPES = {
  turns: z.array(z.tuple([z.string(), z.string()])),
};

function wellFormedMessages({ messages }: Example): { role: string; content: string }[] {
  return messages.map(({ role, content }) => ({ role, content: content.toWellFormed() }));
}
