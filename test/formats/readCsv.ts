/** A reader of RFC 4180 with LF line ends, made only of what the RFC says, to hold our files against. */
export function readCsv(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let position = 0;
  while (position < file.length) {
    const [cell, end] = file[position] === '"' ? quotedCell(file, position + 1) : bareCell(file, position);
    row.push(cell);
    const sign = file[end];
    if (sign !== ',' && sign !== '\n') throw new Error(`position ${end}: neither a comma nor a line end after a cell`);
    position = end + 1;
    if (sign === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function quotedCell(file: string, start: number): [string, number] {
  let end = file.indexOf('"', start);
  while (end !== -1 && file[end + 1] === '"') end = file.indexOf('"', end + 2);
  if (end === -1) throw new Error(`position ${start}: a quoted cell without end`);
  return [file.slice(start, end).replaceAll('""', '"'), end + 1];
}

function bareCell(file: string, start: number): [string, number] {
  const length = file.slice(start).search(/[,\n]/);
  const end = length === -1 ? file.length : start + length;
  const cell = file.slice(start, end);
  if (/["\r]/.test(cell)) throw new Error(`position ${start}: a quote mark or CR in a bare cell`);
  return [cell, end];
}
