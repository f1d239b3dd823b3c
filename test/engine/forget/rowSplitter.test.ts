import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf } from '../../../src/engine/containers/frame.ts';
import { rowSplitter } from '../../../src/engine/forget/rowSplitter.ts';
import { CONVERSATION_FORMATS, exampleOf, fileOf, made, rowText, writerFor } from '../../formats/render.ts';
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
        const { columns, rows } = writerFor(format, list);
        const texts = list.flatMap((example) => made(rows(example)).map(rowText));
        const container = format.extension === 'csv' ? 'csv' : format.extension === 'json' ? 'json' : 'jsonl';
        const file = Buffer.from(fileOf(container, columns, texts));
        const found: string[] = [];
        const heads: string[] = [];
        const splitter = rowSplitter(
          container,
          (row) => found.push(row.toString()),
          (header) => heads.push(`${header.toString()}\n`),
        );
        for (let at = 0; at < file.length; at += step) splitter.push(Buffer.from(file.subarray(at, at + step)));
        splitter.end();
        const { head, between, tail } = frameOf(container, columns);
        expect(heads.join('')).toBe(container === 'csv' ? head : '');
        expect(found).toHaveLength(texts.length);
        expect(head + found.join(between) + tail).toBe(file.toString());
      }),
    );
  },
);
