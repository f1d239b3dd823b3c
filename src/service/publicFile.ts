import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PACKAGE_FOLDER } from '../packageFolder.ts';
import type { Answer, Incoming } from './route.ts';

/** A file of this package that anybody may have: what it is, and what is sent with it. */
export interface PublicFile {
  /** From the folder of the package on, with slashes. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is put in the places of what stands in it. */
  readonly filled?: Readonly<Record<string, string>>;
}

/** Ours: a new version is everywhere within minutes, and a page that is open all day asks seldom; an answer of 304 is a few bytes. */
const MOST_SECONDS = 300;

/**
 * Answers with a file, or with 304 to whoever has it. It is read once: an installed package does not change.
 * @throws Error where the file is not there, which means that the package was not built
 */
export function publicFile(file: PublicFile): (incoming: Incoming) => Promise<Answer> {
  let read: Promise<{ text: string; etag: string }> | undefined;
  return async ({ raw }) => {
    read ??= withTag(new URL(file.path, PACKAGE_FOLDER), file.filled);
    const { text, etag } = await read;
    const headers = {
      etag,
      'cache-control': `public, max-age=${MOST_SECONDS}`,
      'x-content-type-options': 'nosniff',
      ...file.headers,
    };
    if (isKnown(raw.headers['if-none-match'], etag)) return { status: 304, headers, type: file.type };
    return { status: 200, headers, type: file.type, body: text };
  };
}

async function withTag(file: URL, filled: PublicFile['filled'] = {}): Promise<{ text: string; etag: string }> {
  const read = await readFile(file, 'utf8');
  const text = Object.entries(filled).reduce((done, [place, value]) => done.replaceAll(place, value), read);
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

/** `If-None-Match` of RFC 9110, 13.1.2: a list of tags, compared weakly, or a star. */
function isKnown(asked: string | undefined, etag: string): boolean {
  return (asked ?? '').split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
