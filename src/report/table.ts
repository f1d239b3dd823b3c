import CliTable from 'cli-table3';
import { type Look, signsOf } from './look.ts';
import { cut, safe, widthOf } from './text.ts';

export interface Column {
  /** Heading; a table whose columns have none has no head. */
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Longest cell in columns; longer ones are cut. */
  readonly most?: number;
  /** Takes the room that the other columns leave, up to `most`. One column of a table at most. */
  readonly fill?: boolean;
  /** Colour of its cells. */
  readonly paint?: (text: string) => string;
}

/** Text, with a colour of its own or its column's, cut and made safe here; or a drawing for the column that fills. */
export type Cell = string | PaintedCell | ((room: number) => string);

export interface PaintedCell {
  readonly text: string;
  readonly paint: (text: string) => string;
}

const GAP = 2;
const LEAST_ROOM = 4;

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/**
 * A table as lines in our style: no rules, two spaces between columns, a dim head. It fits `look.width` less the
 * two columns by which the bodies of sections are indented.
 */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], look: Look): string[] {
  if (rows.length === 0) return [];
  const rooms = roomsOf(columns, rows, look);
  const drawn = new CliTable({
    chars: NO_BORDERS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map((column) => column.align ?? 'left'),
    ...headOf(columns, look),
  });
  for (const row of rows) {
    drawn.push(columns.map((column, at) => draw(row[at] ?? '', column, rooms[at] ?? 0, look)));
  }
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

function headOf(columns: readonly Column[], { paint }: Look): { head?: string[] } {
  if (columns.every((column) => column.title === undefined)) return {};
  return { head: columns.map((column) => paint.dim(column.title ?? '')) };
}

/** Columns that the cells of each column may take. */
function roomsOf(columns: readonly Column[], rows: readonly (readonly Cell[])[], { width }: Look): number[] {
  const limit = (column: Column) => column.most ?? Number.POSITIVE_INFINITY;
  const widths = columns.map((column, at) => {
    let widest = widthOf(column.title ?? '');
    for (const row of rows) widest = Math.max(widest, widthOf(safe(textOf(row[at]))));
    return Math.min(widest, limit(column));
  });
  const taken = widths.reduce((sum, own, at) => sum + (columns[at]?.fill === true ? 0 : own), GAP * columns.length);
  const rest = Math.max(width - taken, LEAST_ROOM);
  return columns.map((column, at) => (column.fill === true ? Math.min(rest, limit(column)) : (widths[at] ?? 0)));
}

function textOf(cell: Cell = ''): string {
  if (typeof cell === 'function') return '';
  return typeof cell === 'string' ? cell : cell.text;
}

function draw(cell: Cell, column: Column, room: number, look: Look): string {
  if (typeof cell === 'function') return cell(room);
  const text = cut(safe(textOf(cell)), room, signsOf(look).cut);
  const paint = typeof cell === 'string' ? column.paint : cell.paint;
  return paint === undefined ? text : paint(text);
}
