/** Any column of a digest. */
export type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Gives columns one after the other: fresh ones, or views on a file that was read. */
export interface ColumnSource {
  f64(length: number): Float64Array;
  f32(length: number): Float32Array;
  i32(length: number): Int32Array;
  u32(length: number): Uint32Array;
  u16(length: number): Uint16Array;
  u8(length: number): Uint8Array;
}

/** Fresh columns, all zeros; memory is taken up only where they are written. */
export const FRESH: ColumnSource = {
  f64: (length) => new Float64Array(length),
  f32: (length) => new Float32Array(length),
  i32: (length) => new Int32Array(length),
  u32: (length) => new Uint32Array(length),
  u16: (length) => new Uint16Array(length),
  u8: (length) => new Uint8Array(length),
};

/** Columns begin at multiples of it in a file, so that views on them are aligned. */
export const ALIGNMENT = 8;

/** Views on the columns that stand one behind another in `bytes`, each at a multiple of `ALIGNMENT`. */
export function columnViews(bytes: Uint8Array): ColumnSource {
  let at = bytes.byteOffset;
  const next = (size: number): number => {
    const begin = at;
    at += Math.ceil(size / ALIGNMENT) * ALIGNMENT;
    return begin;
  };
  const { buffer } = bytes;
  return {
    f64: (length) => new Float64Array(buffer, next(length * 8), length),
    f32: (length) => new Float32Array(buffer, next(length * 4), length),
    i32: (length) => new Int32Array(buffer, next(length * 4), length),
    u32: (length) => new Uint32Array(buffer, next(length * 4), length),
    u16: (length) => new Uint16Array(buffer, next(length * 2), length),
    u8: (length) => new Uint8Array(buffer, next(length), length),
  };
}

/** Copies the first `count` values of each column to the column at the same place in `to`, from `at` on. */
export function copyColumns(from: readonly Column[], count: number, to: readonly Column[], at: number): void {
  for (const [place, column] of from.entries()) if (column.length > 0) to[place]?.set(column.subarray(0, count), at);
}
