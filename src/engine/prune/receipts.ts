import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAll } from '../writeAll.ts';

/** What is written down of a raw file that was removed: counts and hashes, no text. */
export interface PruneReceipt {
  readonly file: string;
  /** SHA-256 of the raw file, in hexadecimal. */
  readonly sha256: string;
  readonly records: number;
  readonly archived: number;
  /** ISO 8601, UTC. */
  readonly when: string;
}

function receiptsFile(data: string): string {
  return join(data, 'privacy', 'pruned.jsonl');
}

/** Adds a line to `<data>/privacy/pruned.jsonl`, and waits until it is on the disk. */
export function addReceipt(data: string, receipt: PruneReceipt): void {
  const path = receiptsFile(data);
  mkdirSync(dirname(path), { recursive: true });
  const descriptor = openSync(path, 'a', 0o600);
  try {
    writeAll(descriptor, Buffer.from(`${JSON.stringify(receipt)}\n`));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SHA-256 of the files that were pruned, by name; of several of one name the last. */
export function prunedHashes(data: string): Map<string, string> {
  const path = receiptsFile(data);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return new Map(text.split('\n').flatMap(hashIn));
}

/** Nothing of a line that a killed run left half written. */
function hashIn(line: string): [string, string][] {
  try {
    const receipt: unknown = JSON.parse(line);
    if (typeof receipt !== 'object' || receipt === null || !('file' in receipt) || !('sha256' in receipt)) return [];
    return [[String(receipt.file), String(receipt.sha256)]];
  } catch {
    return [];
  }
}
