import type { Span } from './detector.ts';

/** What becomes of a value: see `scrubOptions`. */
export const ACTIONS = ['tag', 'numbered', 'hash', 'mask', 'drop', 'keep'] as const;
export type Action = (typeof ACTIONS)[number];

/** Puts `write(span)` in the place of every span of `text`. The spans are sorted and do not overlap. */
export function replaceSpans<Kind extends Span>(
  text: string,
  spans: readonly Kind[],
  write: (span: Kind) => string,
): string {
  let result = '';
  let end = 0;
  for (const span of spans) {
    result += text.slice(end, span.start) + write(span);
    end = span.end;
  }
  return result + text.slice(end);
}

/** `[EMAIL]` for `EMAIL`. */
export function tag(entity: string): string {
  return `[${entity}]`;
}

/** `[EMAIL_2]` for the second address of a conversation. */
export function numberTag(entity: string, number: number): string {
  return `[${entity}_${number}]`;
}

/** `[EMAIL:1f9c…]`: the same value has the same pseudonym in every conversation. */
export function hashTag(entity: string, pseudonym: string): string {
  return `[${entity}:${pseudonym}]`;
}

/** Four stars and the last `unmasked` characters; of values not twice as long, only the stars: the rest would be told. */
export function mask(value: string, unmasked: number): string {
  return unmasked > 0 && value.length >= 2 * unmasked ? `****${value.slice(-unmasked)}` : '****';
}
