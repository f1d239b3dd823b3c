import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openContainer } from '../../../src/engine/containers/openContainer.ts';
import { readRows } from '../../../src/engine/containers/readRows.ts';
import { rowEncoder } from '../../../src/engine/containers/rowEncoder.ts';
import { type Column, type ColumnType, isList, isStruct } from '../../../src/formats/columnType.ts';
import type { Container } from '../../../src/formats/container.ts';
import { jsonText } from '../../../src/formats/jsonText.ts';
import { TextBytes } from '../../../src/formats/textBytes.ts';

export type Rows = readonly Readonly<Record<string, unknown>>[];

/** The bytes of a file of these rows, handed over in tasks of so many rows each. */
export async function fileOfRows(
  container: Container,
  columns: readonly Column[],
  rows: Rows,
  task = 100,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const encode = rowEncoder(container, columns, { escape_formulas: false });
  const writer = await openContainer(container, columns, async (piece) => {
    pieces.push(Buffer.from(piece));
  });
  const text = new TextBytes();
  for (let from = 0; from < rows.length; from += task) {
    const some = rows.slice(from, from + task);
    text.clear(); // the memory of a task is written over by the next
    for (const row of some) encode(jsonText(row), text);
    await writer.add({ rows: some.length, text: text.bytes() });
  }
  await writer.end();
  if (writer.rows !== rows.length) throw new Error('rows were lost');
  return Buffer.concat(pieces);
}

/** The rows that our reader finds in a file of these bytes. */
export async function rowsOfFile(name: string, bytes: Buffer): Promise<Rows> {
  const folder = mkdtempSync(join(tmpdir(), 'curate-containers-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const rows: Record<string, unknown>[] = [];
    const problem = (found: string): void => {
      throw new Error(found);
    };
    await readRows(join(folder, name), { row: (row) => rows.push({ ...row }), problem });
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const NASTY = [
  '',
  '😀',
  '\ufeffmark',
  'a\u2028b\u0085',
  '"',
  ',',
  '\r',
  '\r\n',
  '\n',
  '\0',
  'NA',
  'null',
  '1',
  '=1+1',
  '\ufffd',
];
const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }).map((any) => any.toWellFormed()),
);

const SCALARS = {
  string: text,
  int64: fc.maxSafeInteger(),
  float64: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0), // JSON has no -0
  boolean: fc.boolean(),
  // The reader of Parquet loses a key of that name, which nobody has; JSON text, as arguments are by default, keeps it.
  json: fc
    .jsonValue({ maxDepth: 2 })
    .map((value): unknown => JSON.parse(JSON.stringify(value).replaceAll('"__proto__"', '"proto"'))),
} as const;

/** Values of a type. */
export function valuesOf(type: ColumnType): fc.Arbitrary<unknown> {
  if (isList(type)) return fc.array(valuesOf(type.list), { maxLength: 3 });
  if (!isStruct(type)) return SCALARS[type];
  return fc.record(
    Object.fromEntries(Object.entries(type.struct).map(([name, inner]) => [name, valuesOf(inner)] as const)),
    { noNullPrototype: true },
  );
}

const flat = fc.constantFrom('string' as const, 'int64' as const, 'float64' as const, 'boolean' as const);
const { nested } = fc.letrec<{ nested: ColumnType }>((tie) => ({
  nested: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(flat, fc.constant('json' as const)),
    tie('nested').map((list) => ({ list })),
    fc
      .dictionary(fc.constantFrom('role', 'content', 'parts', 'id'), tie('nested'), {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      })
      .map((struct) => ({ struct })),
  ),
}));

const named = (type: fc.Arbitrary<ColumnType>): fc.Arbitrary<Column[]> =>
  fc
    .uniqueArray(fc.constantFrom('id', 'text', 'messages', 'label'), { minLength: 1, maxLength: 4 })
    .chain((names) => fc.tuple(...names.map((name) => type.map((of) => ({ name, type: of })))));

/** Columns of any types with rows of them; those of flat types for CSV. */
export const tables = (type: 'nested' | 'flat', maxLength = 8): fc.Arbitrary<{ columns: Column[]; rows: Rows }> =>
  named(type === 'nested' ? nested : flat).chain((columns) =>
    fc
      .array(
        fc.record(Object.fromEntries(columns.map(({ name, type: of }) => [name, valuesOf(of)])), {
          noNullPrototype: true,
        }),
        {
          maxLength,
        },
      )
      .map((rows) => ({ columns, rows })),
  );
