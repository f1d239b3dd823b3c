const NEEDS_QUOTES = /[",\n\r]/;

/** Beginnings that a spreadsheet takes for a formula: those of OWASP (CSV Injection), also in full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * A cell of RFC 4180. A lone CR is quoted as well, as pandas would end the row there.
 * @param escape_formulas puts a quote mark before what a spreadsheet would run
 */
export function csvCell(text: string, escape_formulas: boolean): string {
  const cell = escape_formulas && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
