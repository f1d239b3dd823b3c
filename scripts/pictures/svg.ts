import type { Run, Style } from './ansi.ts';

/** Size of a character cell: 0.6 is the advance of nearly all monospace fonts; 19 px leave air between lines. */
const FONT_SIZE = 14;
const CELL = { width: 8.4, height: 19, baseline: 14 } as const;
/** Window: title bar, and room around the text. */
const BAR = 34;
const MARGIN = 18;
/** Bars of neighbouring lines do not touch. */
const GAP = 1.5;

const BACKGROUND = '#0d1117';
const TITLE_BAR = '#21262d';
const COLOURS: Readonly<Record<Style['colour'], string>> = {
  default: '#e6edf3',
  red: '#ff7b72',
  green: '#7ee787',
  yellow: '#e3b341',
  cyan: '#58c7d4',
};
const DIM = 0.6;
const FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** Block elements, or text in which no two spaces follow each other: where it begins is then always given, never counted. */
const SEGMENT = /[\u2580-\u2593]+|[^\s\u2580-\u2593]+(?: [^\s\u2580-\u2593]+)*/gu;
const LOWER_BLOCKS = '▁▂▃▄▅▆▇█';
const LEFT_BLOCKS = '▏▎▍▌▋▊▉█';
const SHADE = '░';

/**
 * A picture of a terminal window with these lines. Text is text, which people can select and search; block characters
 * are drawn as shapes, as terminals do, because in most fonts they neither meet nor align.
 */
export function terminalSvg(title: string, lines: readonly (readonly Run[])[], columns: number): string {
  const width = Math.ceil(columns * CELL.width + 2 * MARGIN);
  const height = BAR + lines.length * CELL.height + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONTS}" font-size="${FONT_SIZE}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${BACKGROUND}"/>`,
    `<path d="M0 ${BAR}V8a8 8 0 0 1 8-8h${width - 16}a8 8 0 0 1 8 8v${BAR - 8}z" fill="${TITLE_BAR}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (fill, place) => `<circle cx="${MARGIN + 2 + place * 20}" cy="${BAR / 2}" r="6" fill="${fill}"/>`,
    ),
    `<text x="${width / 2}" y="${BAR / 2 + 5}" text-anchor="middle" fill="${COLOURS.default}" opacity="${DIM}">${escaped(title)}</text>`,
    ...lines.flatMap((runs, line) => runs.flatMap((run) => drawn(run, BAR + MARGIN + line * CELL.height))),
    '</svg>',
    '',
  ].join('\n');
}

function drawn({ column, text, style }: Run, top: number): string[] {
  return [...text.matchAll(SEGMENT)].map(({ 0: segment, index }) => {
    const left = MARGIN + (column + [...text.slice(0, index)].length) * CELL.width;
    const paint = `fill="${COLOURS[style.colour]}"${style.dim ? ` opacity="${DIM}"` : ''}`;
    return /[\u2580-\u2593]/u.test(segment)
      ? blocks(segment, left, top, paint)
      : words(segment, left, top, paint, style);
  });
}

/** `textLength` keeps columns straight in fonts that are a little wider or narrower than the cell. */
function words(text: string, left: number, top: number, paint: string, { bold }: Style): string {
  const length = rounded([...text].length * CELL.width);
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${rounded(left)}" y="${top + CELL.baseline}" textLength="${length}" ${paint}${weight}>${escaped(text)}</text>`;
}

/** One path for a stretch of blocks; each is a part of its cell. */
function blocks(text: string, left: number, top: number, paint: string): string {
  const full = CELL.height - 2 * GAP;
  const shaded = [...text].every((sign) => sign === SHADE);
  let path = '';
  let from = left;
  for (const [sign, count] of repeated(text)) {
    const share = shareOf(sign);
    const height = rounded(full * share.height);
    const y = rounded(top + GAP + full - height);
    path += `M${rounded(from)} ${y}h${rounded(count * CELL.width * share.width)}v${height}h-${rounded(count * CELL.width * share.width)}z`;
    from += count * CELL.width;
  }
  return `<path d="${path}" ${paint}${shaded ? ' fill-opacity="0.35"' : ''}/>`;
}

function shareOf(sign: string): { width: number; height: number } {
  if (sign === SHADE || sign === '█') return { width: 1, height: 1 };
  const lower = LOWER_BLOCKS.indexOf(sign) + 1;
  if (lower > 0) return { width: 1, height: lower / 8 };
  const left = LEFT_BLOCKS.indexOf(sign) + 1;
  if (left > 0) return { width: left / 8, height: 1 };
  throw new RangeError(`no shape for the block U+${sign.codePointAt(0)?.toString(16)}`);
}

/** Full and shaded cells side by side become one shape, without seams; all others stand alone. */
function repeated(text: string): [sign: string, count: number][] {
  const parts: [string, number][] = [];
  for (const sign of text) {
    const last = parts.at(-1);
    if (last?.[0] === sign && (sign === '█' || sign === SHADE)) last[1]++;
    else parts.push([sign, 1]);
  }
  return parts;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
