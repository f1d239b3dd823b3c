import { z } from 'zod';
import { type ColumnType, isList, isStruct } from '../../src/formats/columnType.ts';

/** The values of a column type. */
export function columnSchema(type: ColumnType): z.ZodType {
  if (isList(type)) return z.array(columnSchema(type.list));
  if (isStruct(type)) {
    return z.strictObject(Object.fromEntries(Object.entries(type.struct).map(([key, of]) => [key, columnSchema(of)])));
  }
  return SCALARS[type];
}

const SCALARS = {
  string: z.string(),
  int64: z.int(),
  float64: z.number(),
  boolean: z.boolean(),
  json: z.json(),
} as const;
