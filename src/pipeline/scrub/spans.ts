import type { Span } from './detector.ts';

/** A span and what it is; `priority` 0 is the highest (the place of its detector in the registry). */
export interface Finding extends Span {
  readonly priority: number;
  readonly score: number;
}

/**
 * Makes findings of several detectors into sorted spans that do not overlap. Of two that overlap, the one that holds the
 * other wins; where neither does, one span covers both, so that no half of a value is left, and is what the one of higher
 * priority is; of one that stays as it is and one that does not, what the latter is. n log n in the number of findings.
 * @param stays whether findings of a priority are left in the text; none without it
 */
export function mergeFindings(findings: readonly Finding[], stays?: (priority: number) => boolean): Finding[] {
  const merged: Finding[] = [];
  for (const finding of inOrder(findings)) {
    const last = merged.at(-1);
    if (last === undefined || finding.start >= last.end) merged.push(finding);
    else if (finding.end > last.end) merged[merged.length - 1] = union(last, finding, stays);
  }
  return merged;
}

/** Those of one detector are in order already, and sorting them again takes as long as finding some. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  for (let place = 1; place < findings.length; place++) {
    const before = findings[place - 1];
    const finding = findings[place];
    if (before !== undefined && finding !== undefined && byStartThenLength(before, finding) > 0)
      return [...findings].sort(byStartThenLength);
  }
  return findings;
}

function byStartThenLength(a: Finding, b: Finding): number {
  return a.start - b.start || b.end - a.end || a.priority - b.priority;
}

function union(a: Finding, b: Finding, stays: (priority: number) => boolean = () => false): Finding {
  if (a.start === b.start) return b;
  const aStays = stays(a.priority);
  const { priority, score } = aStays === stays(b.priority) ? (a.priority < b.priority ? a : b) : aStays ? b : a;
  return { start: a.start, end: Math.max(a.end, b.end), priority, score };
}
