import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inputFile } from '../../inputs/files.ts';
import { type ByteRange, readRecords } from '../../inputs/readRecords.ts';

const WHOLE: ByteRange = { start: 0, end: Number.POSITIVE_INFINITY };

/**
 * The lines that earlier imports of other files of the same tool have written: a newer export holds the older chats again, and a
 * chat that has not changed since is there once. Kept as 16 digits of SHA-256, some 100 bytes a line.
 */
export class LinesThere {
  readonly #digests: ReadonlySet<string>;

  private constructor(digests: ReadonlySet<string>) {
    this.#digests = digests;
  }

  /** @param suffix of the files of this import: these are written anew and do not count */
  static async read(folder: string, importer: string, suffix: string, maxLineBytes: number): Promise<LinesThere> {
    const digests = new Set<string>();
    const others = existsSync(folder) ? readdirSync(folder).filter((name) => isOther(name, importer, suffix)) : [];
    for (const name of others) {
      await readRecords(inputFile(join(folder, name), folder), WHOLE, maxLineBytes, {
        record: (bytes) => digests.add(digestOf(bytes)),
        broken: () => {},
      });
    }
    return new LinesThere(digests);
  }

  has(line: string): boolean {
    return this.#digests.size > 0 && this.#digests.has(digestOf(line));
  }
}

const FILE = /^(?:conversations|feedback)_(?:\d{4}-\d{2}-\d{2}|undated)_(.+)-([0-9a-f]{8})\.jsonl(?:\.gz)?$/;

/** Also a file of this very import that somebody has compressed since. */
function isOther(name: string, importer: string, suffix: string): boolean {
  const match = FILE.exec(name);
  if (match === null || match[1] !== importer) return false;
  return `${match[1]}-${match[2]}` !== suffix || name.endsWith('.gz');
}

function digestOf(line: string | Buffer): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 16);
}
