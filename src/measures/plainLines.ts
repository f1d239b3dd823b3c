/** Lines that are built of words, not of sentences: items of a list, rows of a table, headings, quotations, fields (`Name: …`). */
const BUILT_LINE = /^[ \t]*(?:[-*+•–|#>]|\d{1,4}[.):]|\p{L}[.)]|[^\s:][^\n:]{0,40}:[ \t]).*$/gmu;
const SEPARATORS = /[,;、，；·|]/g;
/** Ours: three words between two commas; sentences have six and more. */
const WORDS_AN_ITEM = 3;

/** `prose` without lists, tables and headings: what is left should be sentences. */
export function plainLinesOf(prose: string): string {
  return prose.replace(BUILT_LINE, '');
}

/** Whether a text of so many words is one enumeration: names, ingredients, keywords between commas. */
export function isEnumeration(prose: string, words: number): boolean {
  return (prose.match(SEPARATORS)?.length ?? 0) * WORDS_AN_ITEM >= words;
}
