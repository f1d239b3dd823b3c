import type { Column } from '../formats/columnType.ts';

/** Whether every row has the key. */
export function columnNamed(columns: readonly Column[], name: string): boolean {
  return columns.some((column) => column.name === name);
}
