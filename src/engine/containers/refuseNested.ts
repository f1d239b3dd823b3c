import { CurateError } from '../../errors.ts';
import { isList, isStruct } from '../../formats/columnType.ts';
import type { Container } from '../../formats/container.ts';
import type { ExportShape, Format, FormatOptions } from '../../formats/format.ts';

/** @throws CurateError when the container is CSV, and a column holds more than one value */
export function refuseNested(
  { format, container, shape }: { readonly format: Format; readonly container: Container; readonly shape: ExportShape },
  options: FormatOptions,
): void {
  if (container !== 'csv') return;
  const nested = format
    .open(shape, options)
    .columns.find(({ type }) => isList(type) || isStruct(type) || type === 'json');
  if (nested === undefined) return;
  throw new CurateError(
    `${format.name} does not go into CSV: its column \`${nested.name}\` is nested, and a cell holds one value. Choose the container jsonl, json or parquet, or the format csv.`,
  );
}
