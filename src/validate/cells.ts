import type { Tell } from './problemLog.ts';
import type { RowView } from './view.ts';

/** What pandas takes for a missing value (pandas/_libs/parsers.pyx, STR_NA_VALUES). */
const NOT_AVAILABLE: ReadonlySet<string> = new Set(
  '#N/A,#N/A N/A,#NA,-1.#IND,-1.#QNAN,-NaN,-nan,1.#IND,1.#QNAN,<NA>,N/A,NA,NULL,NaN,None,n/a,nan,null'.split(','),
);

/** OWASP, CSV injection: the signs with which a formula begins. */
const FORMULA = /^[=+\-@\t\r]/;

/** What becomes of cells of CSV when pandas, `datasets` or a spreadsheet reads them. */
export function checkCells({ prompt, answer }: RowView, tell: Tell): void {
  for (const { text, list } of [...prompt, ...answer]) {
    if (text === '' || NOT_AVAILABLE.has(text)) tell('not_available_cell', list);
    else if (FORMULA.test(text)) tell('formula_cell', list);
  }
}
