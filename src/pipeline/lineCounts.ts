/** How many lines a file (or a part of one) has of each kind. */
export interface LineCounts {
  lines: number;
  blank: number;
  pending: number;
  malformed: number;
  records: number;
}

export function noLines(): LineCounts {
  return { lines: 0, blank: 0, pending: 0, malformed: 0, records: 0 };
}

export function addLines(to: LineCounts, more: LineCounts): void {
  to.lines += more.lines;
  to.blank += more.blank;
  to.pending += more.pending;
  to.malformed += more.malformed;
  to.records += more.records;
}
