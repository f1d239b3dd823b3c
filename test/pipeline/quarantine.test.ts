import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countReasons, QuarantineBuilder, quarantinedLines } from '../../src/pipeline/quarantine.ts';

const lines = fc.array(
  fc.record({
    line: fc.integer({ min: 1, max: 2 ** 31 }),
    offset: fc.integer({ min: 0, max: 2 ** 45 }),
    reason: fc.constantFrom('not_json', 'not_utf8', 'too_long'),
  }),
  { maxLength: 100 },
);

function quarantineOf(entries: readonly { line: number; offset: number; reason: string }[]) {
  const builder = new QuarantineBuilder();
  for (const { line, offset, reason } of entries) builder.add(line, offset, reason);
  return builder.finish();
}

test('lines come out as they went in, those of later parts with their numbers moved on', () => {
  fc.assert(
    fc.property(lines, lines, fc.nat(1_000_000), (first, second, moved) => {
      const builder = new QuarantineBuilder();
      builder.append(quarantineOf(first), 0);
      builder.append(quarantineOf(second), moved);
      const wanted = [...first, ...second.map((entry) => ({ ...entry, line: entry.line + moved }))];
      expect([...quarantinedLines(builder.finish())]).toEqual(wanted);
    }),
  );
});

test('reasons are counted over several parts', () => {
  const at = { line: 1, offset: 0 };
  const one = quarantineOf([{ ...at, reason: 'not_json' }]);
  const other = quarantineOf(['too_long', 'not_json', 'too_long'].map((reason) => ({ ...at, reason })));
  expect([...countReasons([one, other])]).toEqual([
    ['not_json', 2],
    ['too_long', 2],
  ]);
});
