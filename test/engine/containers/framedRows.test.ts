import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FramedRows } from '../../../src/engine/containers/framedRows.ts';

const text = fc.string({ maxLength: 3 });
const frames = fc.record({ head: text, between: text, tail: text });

test('rows of many tasks become one file, in whatever parts they come', async () => {
  await fc.assert(
    fc.asyncProperty(frames, fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 5 }), async (frame, tasks) => {
      let written = '';
      const framed = new FramedRows(frame, async (piece) => {
        written += Buffer.from(piece).toString('utf8');
      });
      for (const rows of tasks) {
        await framed.add({ rows: rows.length, text: Buffer.from(rows.map((row) => frame.between + row).join('')) });
      }
      await framed.end();
      const all = tasks.flat();
      expect(framed.rows).toBe(all.length);
      expect(written).toBe(all.length === 0 ? '' : frame.head + all.join(frame.between) + frame.tail);
    }),
  );
});
