/** Every sign that ends a line somewhere, as the inside of a character class; CR LF counts as one end (UAX #14, classes BK, CR, LF, NL). */
export const LINE_ENDS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';
/** Every space inside a line, as the inside of a character class: tab and Unicode's Zs. */
export const SPACES = ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';
