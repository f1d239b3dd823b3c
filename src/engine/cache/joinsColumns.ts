import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { ALIGNMENT, type Column, type ColumnSource, columnViews, FRESH } from '../../pipeline/columns.ts';
import type { RowPairs } from '../../pipeline/dedup/rowPairs.ts';
import type { FoundNear } from '../dedup/foundNear.ts';
import type { JoinsHeader } from './joinsHeader.ts';

type Counts = Pick<JoinsHeader, 'pairs' | 'asked' | 'covered' | 'signed' | 'shingles'>;

/** What was found of near duplicates, but for what the header has of it. */
export type JoinsColumns = Omit<FoundNear, 'canned' | 'isLimited'> & { readonly shingles: Uint32Array };

/** The columns that a header tells of in the bytes behind it; nothing when these are more or fewer. */
export function joinsFrom(bytes: Uint8Array, counts: Counts): JoinsColumns | undefined {
  const wanted = columnsOf(joinsOver(FRESH, counts)).reduce(
    (sum, { byteLength }) => sum + Math.ceil(byteLength / ALIGNMENT) * ALIGNMENT,
    0,
  );
  return bytes.length === wanted ? joinsOver(columnViews(bytes), counts) : undefined;
}

function joinsOver(source: ColumnSource, { pairs, asked, covered, signed, shingles }: Counts): JoinsColumns {
  return {
    pairs: pairsOver(source, pairs),
    asked: pairsOver(source, asked),
    covered: source.u32(covered),
    signed: {
      rows: source.u32(signed),
      words: source.u32(signed),
      signatures: source.u8(signed * SIGNATURE_BYTES),
    },
    shingles: source.u32(shingles),
  };
}

function pairsOver(source: ColumnSource, count: number): RowPairs {
  return { one: source.u32(count), other: source.u32(count), similarity: source.f64(count) };
}

/** The columns in the order in which they stand in the file. */
export function columnsOf({ pairs, asked, covered, signed, shingles }: JoinsColumns): Column[] {
  return [
    ...[pairs.one, pairs.other, pairs.similarity],
    ...[asked.one, asked.other, asked.similarity],
    ...[covered, signed.rows, signed.words, signed.signatures, shingles],
  ];
}

/** Copies of the columns, with the numbers of rows as `rowOf` has them now. */
export function renumbered(columns: JoinsColumns, rowOf: Uint32Array): JoinsColumns {
  const now = (rows: Uint32Array): Uint32Array => rows.map((row) => rowOf[row] ?? 0);
  const pairs = ({ one, other, similarity }: RowPairs): RowPairs => ({
    one: now(one),
    other: now(other),
    similarity: similarity.slice(),
  });
  const { signed } = columns;
  return {
    pairs: pairs(columns.pairs),
    asked: pairs(columns.asked),
    covered: now(columns.covered),
    signed: { rows: now(signed.rows), words: signed.words.slice(), signatures: signed.signatures.slice() },
    shingles: columns.shingles.slice(),
  };
}
