/** Line ends to Unicode and to Python's `str.splitlines`, but not to JSON, which lets them stand raw in a string. */
const UNICODE_LINE_ENDS = /[\u0085\u2028\u2029]/g;
const UNICODE_LINE_END = /[\u0085\u2028\u2029]/;

/**
 * `value` as JSON on one line: raw UTF-8, except that NEL, U+2028 and U+2029 are escaped, so that no reader
 * cuts the line there. Its strings must be well-formed already: a lone surrogate makes Arrow refuse the whole file.
 */
export function jsonText(value: object | string): string {
  return JSON.stringify(value).replace(UNICODE_LINE_ENDS, escaped);
}

/** Whether JSON of this text differs from what `JSON.stringify` makes of it. */
export function hasUnicodeLineEnd(text: string): boolean {
  return UNICODE_LINE_END.test(text);
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
