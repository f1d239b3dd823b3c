/**
 * The type of a column, or of what is in it. `json` is any JSON value, its shape differing from row to row, such as the
 * arguments of a tool call as an object.
 */
export type ColumnType = ScalarType | ListType | StructType;

export type ScalarType = 'string' | 'int64' | 'float64' | 'boolean' | 'json';

export interface ListType {
  readonly list: ColumnType;
}

/** An object with these keys, always all of them and in this order. */
export interface StructType {
  readonly struct: Readonly<Record<string, ColumnType>>;
}

/** A key of every row. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Left out of rows that have nothing for it: of services that refuse an empty value, and guess no types. */
  readonly optional?: true;
}

/** Messages as most formats have them. */
export const MESSAGES: ColumnType = { list: { struct: { role: 'string', content: 'string' } } };

/** Turns before the last, each as [question, answer]. */
export const TURNS: ColumnType = { list: { list: 'string' } };

export function isList(type: ColumnType): type is ListType {
  return typeof type === 'object' && 'list' in type;
}

export function isStruct(type: ColumnType): type is StructType {
  return typeof type === 'object' && 'struct' in type;
}
