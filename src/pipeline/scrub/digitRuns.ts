import type { Span } from './detector.ts';

/** Groups of digits with only a little between one and the next, such as `4111 1111-1111`. */
export type DigitRun = readonly Span[];

/** How many characters from `position` join two groups, 0 when nothing does; a digit must follow them. */
export type JoinerAt = (text: string, position: number) => number;

const NEXT_DIGIT = /[0-9]/g;

/** The runs of `text` that have at least `min` digits, in order. Linear: every character is read twice at most. */
export function digitRuns(text: string, min: number, joinerAt: JoinerAt): DigitRun[] {
  const runs: DigitRun[] = [];
  let position = nextDigit(text, 0);
  while (position < text.length) {
    const start = position;
    let digits = 0;
    for (let joiner = 0; isDigit(text, position + joiner); joiner = joinerAt(text, position)) {
      const from = position + joiner;
      position = groupEnd(text, from);
      digits += position - from;
    }
    if (digits >= min) runs.push(groupsOf(text, start, position, joinerAt));
    position = nextDigit(text, position);
  }
  return runs;
}

function groupsOf(text: string, start: number, end: number, joinerAt: JoinerAt): DigitRun {
  const groups: Span[] = [];
  for (let from = start; from < end; ) {
    const to = groupEnd(text, from);
    groups.push({ start: from, end: to });
    from = to + joinerAt(text, to);
    if (from === to) break;
  }
  return groups;
}

function nextDigit(text: string, position: number): number {
  NEXT_DIGIT.lastIndex = position;
  return NEXT_DIGIT.test(text) ? NEXT_DIGIT.lastIndex - 1 : text.length;
}

function groupEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text, end)) end++;
  return end;
}

export function isDigit(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return code >= 48 && code <= 57;
}

/** An ASCII letter, digit or underscore: Chinese around a number is no part of it. */
export function isWordAt(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}
