import type { Span } from './detector.ts';

/** Spans of one detector in order, those that overlap made into one. Changes the list that it is given; n log n. */
export function apart(spans: Span[]): Span[] {
  if (spans.length < 2) return spans;
  spans.sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const { start, end, score } of spans) {
    const last = result.at(-1);
    if (last === undefined || start >= last.end)
      result.push(score === undefined ? { start, end } : { start, end, score });
    else if (end > last.end) result[result.length - 1] = { ...last, end };
  }
  return result;
}
