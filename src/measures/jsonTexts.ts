/** Ours: numbers of fewer digits are nobody's phone or card number. */
const LONG_NUMBER = 1e6;

/**
 * Applies `rewrite` to every text in a JSON document: strings, keys, and numbers long enough to be a phone's, which become
 * text where they change. Gives the same text when nothing changed.
 * @param json well-formed, and not nested deeper than the stack is (`pipeline/toolCalls.ts` sees to both)
 */
export function rewriteJsonTexts(json: string, rewrite: (text: string) => string): string {
  let changed = false;
  const tell = (text: string): string => {
    const after = rewrite(text);
    if (after !== text) changed = true;
    return after;
  };
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return tell(value);
    if (typeof value === 'number') return visitNumber(value, tell);
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [tell(key), visit(inner)]));
  };
  const rewritten = visit(JSON.parse(json));
  return changed ? JSON.stringify(rewritten) : json;
}

function visitNumber(value: number, tell: (text: string) => string): string | number {
  if (Math.abs(value) < LONG_NUMBER) return value;
  const digits = String(value);
  const after = tell(digits);
  return after === digits ? value : after;
}
