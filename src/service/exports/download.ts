import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Answer } from '../route.ts';

const TYPES: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['jsonl', 'application/x-ndjson'],
  ['csv', 'text/csv; charset=utf-8'],
  ['md', 'text/markdown; charset=utf-8'],
  ['gz', 'application/gzip'],
]);

/** Neither follows a link nor waits for whoever writes into a pipe. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * A file as an answer.
 * @param name what it is called for who fetches it
 * @param known `If-None-Match` of the request
 * @returns nothing where it is no file, or gone
 */
export async function download(path: string, name: string, known: string | undefined): Promise<Answer | undefined> {
  const file = await open(path, READ).catch(() => undefined);
  if (file === undefined) return undefined;
  const { size, mtimeNs, ino, isFile } = await factsOf(file);
  const etag = `"${[ino, mtimeNs, size].map((part) => part.toString(36)).join('-')}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) === true;
  if (!isFile || isKnown || size === 0n) await file.close();
  if (!isFile) return undefined;
  if (isKnown) return { status: 304, headers };
  const type = TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  const about = {
    ...headers,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${name.replaceAll('/', '-')}"`,
    'x-content-type-options': 'nosniff',
  };
  if (size === 0n) return { status: 200, type: 'application/octet-stream', headers: about, body: '' };
  return { status: 200, type, headers: about, stream: file.createReadStream({ start: 0, end: Number(size) - 1 }) };
}

async function factsOf(file: Awaited<ReturnType<typeof open>>) {
  const facts = await file.stat({ bigint: true });
  return { size: facts.size, mtimeNs: facts.mtimeNs, ino: facts.ino, isFile: facts.isFile() };
}
