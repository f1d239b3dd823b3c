import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowSplitter } from '../../../src/engine/forget/rowSplitter.ts';
import { CONVERSATION_FORMATS, exampleOf, made, writerFor } from '../../formats/render.ts';
import { NASTY_TEXTS } from '../../formats/torture.ts';

const texts = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS.filter((text) => text.trim() !== '')),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '[', ']', '}', 'a', '\u2028'), minLength: 1 }),
);
const examples = fc
  .array(
    fc.record({ id: texts, turns: fc.tuple(texts, texts).map(([user, assistant]) => [{ user }, { assistant }]) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((list) => list.map(exampleOf));

test.each(CONVERSATION_FORMATS.map((format) => [format.name, format] as const))(
  '%s: the rows are those that were written',
  (_, format) => {
    fc.assert(
      fc.property(examples, fc.integer({ min: 1, max: 40 }), (list, step) => {
        const { frame, ...writer } = writerFor(format, list);
        const rows = list.flatMap((example) =>
          made(writer.rows(example)).map((row) => {
            const pieces = typeof row === 'string' ? [row] : row;
            return Buffer.concat(pieces.map((piece) => Buffer.from(piece))).toString();
          }),
        );
        const file = Buffer.from(frame.head + rows.join(frame.between) + frame.tail);
        const found: string[] = [];
        const splitter = rowSplitter(format.extension, (row) => found.push(row.toString()));
        for (let at = 0; at < file.length; at += step) splitter.push(Buffer.from(file.subarray(at, at + step)));
        splitter.end();
        expect(found).toEqual(rows);
      }),
    );
  },
);
