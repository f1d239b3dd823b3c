import type { SchemaElement } from 'hyparquet';
import { type Column, type ColumnType, isList, isStruct, type ScalarType } from '../../formats/columnType.ts';

/** Physical and logical types (parquet-format, LogicalTypes.md). A value of any shape is JSON text to Parquet. */
const SCALARS: Readonly<Record<ScalarType, Partial<SchemaElement>>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  int64: { type: 'INT64' },
  float64: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON', logical_type: { type: 'JSON' } },
};

/** Optional, though nothing is ever missing: so pyarrow writes it, and readers compare schemas with what they would write. */
const OPTIONAL = { repetition_type: 'OPTIONAL' } as const;

/** The schema of a Parquet file with these columns. */
export function parquetSchemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(({ name, type }) => elements(name, type))];
}

/** A list has three levels (LogicalTypes.md, Lists): itself, `list`, `element`. */
function elements(name: string, type: ColumnType): SchemaElement[] {
  if (isList(type)) {
    return [
      { name, ...OPTIONAL, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elements('element', type.list),
    ];
  }
  if (!isStruct(type)) return [{ name, ...OPTIONAL, ...SCALARS[type] }];
  const fields = Object.entries(type.struct);
  return [
    { name, ...OPTIONAL, num_children: fields.length },
    ...fields.flatMap(([field, inner]) => elements(field, inner)),
  ];
}
