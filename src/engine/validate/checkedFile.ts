import { addColumn, type ColumnNode, newColumn } from '../../validate/columns.ts';
import type { Layout } from '../../validate/layout.ts';
import type { DataFile } from './dataFiles.ts';
import { PrintsBuilder } from './prints.ts';
import type { ValidateResult } from './recordChecker.ts';
import type { ValidatePlan } from './validatePlan.ts';

/** What the rows of a file gave, of all its ranges. */
export class CheckedFile {
  /** As reports name it. */
  readonly file: string;
  /** As files beside the rows name it. */
  readonly listed: string;
  readonly split: DataFile['split'];
  readonly layout: Layout;
  readonly csv: boolean;
  readonly columns: ColumnNode = newColumn();
  readonly printed: PrintsBuilder;
  lines = 0;
  rows = 0;
  /** Labels that were true, and false. */
  wanted = 0;
  unwanted = 0;

  constructor({ name, listed, split }: DataFile, { layout, shape, signatures }: ValidatePlan) {
    this.file = name;
    this.listed = listed;
    this.split = split;
    this.layout = layout;
    this.csv = shape === 'csv';
    this.printed = new PrintsBuilder(signatures);
  }

  /** Adds what the next range gave. */
  add({ columns, prints, labels: [wanted, unwanted], rows, lines }: ValidateResult): void {
    addColumn(this.columns, columns, this.lines);
    this.printed.append(prints, this.lines);
    this.wanted += wanted;
    this.unwanted += unwanted;
    this.rows += rows;
    this.lines += lines;
  }
}
