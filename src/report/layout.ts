import { type Look, signsOf } from './look.ts';
import { padEnd, padStart, widthOf, wrap } from './text.ts';

/** Columns by which the body of a section is indented. */
const INDENT = 2;

/** Joins sections with an empty line between them, leaves out those without lines and ends the last line. */
export function page(...sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** A heading, with `aside` at the right edge where there is room, and its lines indented; nothing when it has no lines. */
export function section(title: string, lines: readonly string[], look: Look, aside = ''): string[] {
  if (lines.length === 0) return [];
  return [...heading(title, look, aside), ...indented(lines)];
}

/** A bold line, more where the title is long; `aside` stands at the right edge where there is room. */
export function heading(title: string, look: Look, aside = ''): string[] {
  const room = look.width - widthOf(title) - 2;
  if (aside === '' || widthOf(aside) > room) return wrap(title, look.width).map(look.paint.bold);
  return [look.paint.bold(title) + look.paint.dim(padStart(aside, look.width - widthOf(title)))];
}

export function indented(lines: readonly string[], by = INDENT): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

/** A paragraph in the width of a section's body, or further in. */
export function paragraph(text: string, look: Look, indent = INDENT): string[] {
  return wrap(text, look.width - indent);
}

/** `312 sessions · 98 users`: facts in a row, what is empty left out, on more lines where they do not fit one. */
export function facts(parts: readonly string[], look: Look, indent = INDENT): string[] {
  return joinFitting(parts, ` ${signsOf(look).dot} `, look.width - indent);
}

/** Joins parts with `sign` as long as they fit `width`; a part wider than that is wrapped. */
export function joinFitting(parts: readonly string[], sign: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts.filter((text) => text !== '')) {
    const line = lines.at(-1);
    if (line !== undefined && widthOf(line + sign + part) <= width) lines[lines.length - 1] = line + sign + part;
    else lines.push(...wrap(part, width));
  }
  return lines;
}

/** `name` in a column of `width`, and its lines beside it. */
export function labelled(name: string, lines: readonly string[], width: number): string[] {
  const [first = '', ...rest] = lines;
  return [`${padEnd(name, width)}${first}`.trimEnd(), ...indented(rest, width)];
}

/** Two blocks side by side, `gap` columns apart, the left one `leftWidth` wide. */
export function sideBySide(
  left: readonly string[],
  right: readonly string[],
  leftWidth: number,
  gap: number,
): string[] {
  const rows = Array.from({ length: Math.max(left.length, right.length) });
  return rows.map((_, row) => (padEnd(left[row] ?? '', leftWidth + gap) + (right[row] ?? '')).trimEnd());
}
