import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer, AnswerShape } from './route.ts';

/** Something that is the same for everybody, in memory. */
export interface StaticFile {
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param headers beside those of every such file: its policy, for one */
export function staticFile(type: string, text: string, headers: Readonly<Record<string, string>> = {}): StaticFile {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  return {
    type,
    text,
    headers: {
      etag,
      // Kept, and asked for whether it is still the one: an updated service shows its own page.
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      ...headers,
    },
  };
}

/** The file, or that who asks has it already (RFC 9110, 13.1.2). */
export function staticAnswer({ type, text, headers }: StaticFile, { headers: asked }: IncomingMessage): Answer {
  const isKnown = (asked['if-none-match'] ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === headers.etag);
  return isKnown ? { status: 304, headers, type, body: '' } : { status: 200, headers, type, body: text };
}

export function staticShapes(description: string): Readonly<Record<number, AnswerShape>> {
  return { 200: { description }, 304: { description: 'as it was, by `If-None-Match`' } };
}
