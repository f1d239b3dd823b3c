import { stripVTControlCharacters } from 'node:util';

const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** East Asian wide and fullwidth signs and emoji (UAX #11, classes W and F, as ranges): two columns each. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Marks and format signs: no column of their own. */
const WIDTHLESS = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Signs that steer a terminal, turn the direction of text or cannot be seen; a log may hold them. Joiners stay: scripts need them. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** `text` fit for one line of a terminal: what could steer it is shown as `<U+001B>`. */
export function safe(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  return text.replace(UNSAFE, showSign);
}

function showSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Columns that `text` takes; colour codes take none. */
export function widthOf(text: string): number {
  if (PLAIN_ASCII.test(text)) return text.length;
  let width = 0;
  for (const sign of stripVTControlCharacters(text)) width += signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  if (WIDE.test(sign)) return 2;
  return WIDTHLESS.test(sign) ? 0 : 1;
}

/** `text` (without colours) in at most `width` columns; the end of a longer one gives way to `mark`. */
export function cut(text: string, width: number, mark = '…'): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  let kept = '';
  let used = 0;
  for (const sign of text) {
    used += signWidth(sign);
    if (used > room) break;
    kept += sign;
  }
  return kept + mark;
}

/** The same, but the front gives way: of a path the end says most. */
export function cutFront(text: string, width: number, mark = '…'): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(mark);
  let kept = '';
  let used = 0;
  for (const sign of [...text].reverse()) {
    used += signWidth(sign);
    if (used > room) break;
    kept = sign + kept;
  }
  return mark + kept;
}

/** `text` filled up with spaces on the right. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - widthOf(text), 0));
}

/** `text` filled up with spaces on the left. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(width - widthOf(text), 0)) + text;
}

/**
 * `text` (one paragraph, without colours) as lines of at most `width` columns, broken at spaces, inside a word only
 * where it must be. Spaces in front stay, on every line, for code is shown as well.
 */
export function wrap(text: string, width: number): string[] {
  const [front = ''] = /^ */.exec(text) ?? [];
  if (front === '' || front.length > width / 2) return wrapWords(text.trimStart(), width);
  return wrapWords(text.slice(front.length), width - front.length).map((line) => front + line);
}

function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const needed = widthOf(word);
    if (line !== '' && used + 1 + needed <= width) {
      line += ` ${word}`;
      used += 1 + needed;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = needed <= width ? [word] : chop(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
    used = widthOf(line);
  }
  lines.push(line);
  return lines;
}

function chop(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of word) {
    const needed = signWidth(sign);
    if (used + needed > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += sign;
    used += needed;
  }
  return [...pieces, piece];
}
