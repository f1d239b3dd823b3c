/** The cells of one CSV row (RFC 4180), without the quotes around them. Never fails: what breaks the rules is taken as text. */
export function csvCells(row: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const { cell, end } = row.startsWith('"', at) ? quotedCell(row, at) : plainCell(row, at);
    cells.push(cell);
    if (end >= row.length) return cells;
    at = end + 1;
  }
}

interface FoundCell {
  readonly cell: string;
  /** Where the comma behind it stands, or the length of the row. */
  readonly end: number;
}

function plainCell(row: string, start: number): FoundCell {
  const comma = row.indexOf(',', start);
  const end = comma === -1 ? row.length : comma;
  return { cell: row.slice(start, end), end };
}

function quotedCell(row: string, start: number): FoundCell {
  let closing = row.indexOf('"', start + 1);
  while (closing !== -1 && row[closing + 1] === '"') closing = row.indexOf('"', closing + 2);
  if (closing === -1) return { cell: unescaped(row.slice(start + 1)), end: row.length };
  const rest = plainCell(row, closing + 1);
  return { cell: unescaped(row.slice(start + 1, closing)) + rest.cell, end: rest.end };
}

function unescaped(text: string): string {
  return text.replaceAll('""', '"');
}
