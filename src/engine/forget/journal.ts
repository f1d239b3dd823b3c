import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { CurateError } from '../../errors.ts';
import { syncFolder } from '../export/staging.ts';
import { journalFile } from '../privacy/forgottenList.ts';
import { writeAll } from '../writeAll.ts';
import type { Beginning } from './blankedCopy.ts';
import { isHead, isStep } from './journalGuards.ts';
import type { KnownIds, Subject } from './person.ts';
import { writeWhole } from './writeWhole.ts';

/** What an erasure under way began with. Holds raw ids: it lies beside the logs, which do too, and goes with the last step. */
export interface JournalHead {
  readonly subject: Subject;
  readonly known: KnownIds;
  /** ISO 8601 in UTC. */
  readonly began: string;
  /** Name of the receipt that will be. */
  readonly receipt: string;
  /** Folders with data sets that were named besides. */
  readonly also: readonly string[];
}

/** A file from which lines or rows went, as receipts name it. */
export interface FileRecord {
  readonly file: string;
  readonly place: 'conversations' | 'feedback' | 'archive' | 'opt_out' | 'ledger' | 'data set';
  /** Lines or rows that went, and how many there were. */
  readonly removed: number;
  readonly of: number;
  readonly sha256_before: string;
  /** `null` where nothing was left of the file. */
  readonly sha256_after: string | null;
}

/** A step that is done when the file at `path` is the one of that inode. */
export interface LogStep {
  readonly step: 'log';
  readonly path: string;
  readonly inode: number;
  readonly record: FileRecord;
  /** The name that provenance and manifests know. */
  readonly name: string;
  readonly beginnings: readonly Beginning[];
  /** Numbers of lines that went and that no survey could use. */
  readonly malformed: readonly number[];
}

/** A step that is done when the manifest of the data set has that SHA-256. */
export interface FolderStep {
  readonly step: 'folder';
  readonly path: string;
  readonly manifest_sha256: string;
  readonly records: readonly FileRecord[];
}

export type Step = LogStep | FolderStep;

export interface FoundJournal {
  readonly head: JournalHead;
  /** Steps that were announced; the last may not have been taken. */
  readonly steps: readonly Step[];
}

/**
 * What an erasure that did not come to its end left; nothing when there is none.
 * @throws CurateError when it cannot be understood
 */
export function findJournal(data: string): FoundJournal | undefined {
  const path = journalFile(data);
  if (!existsSync(path)) return undefined;
  const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  try {
    const head: unknown = JSON.parse(first);
    if (isHead(head)) return { head, steps: rest.flatMap(stepIn) };
  } catch {
    // falls through
  }
  throw new CurateError(
    `${path}: the journal of an erasure that was interrupted cannot be read. Delete it, and call \`curate forget\` for that person again.`,
  );
}

/** A line that was cut off announces a step that was not taken. */
function stepIn(line: string): Step[] {
  try {
    const step: unknown = JSON.parse(line);
    return isStep(step) ? [step] : [];
  } catch {
    return [];
  }
}

/** Says what is done and what is about to be, so that a run that is killed can be gone on with. */
export class Journal {
  readonly #path: string;
  readonly #descriptor: number;

  /** Begins anew, with the steps of before that were taken. */
  constructor(data: string, head: JournalHead, steps: readonly Step[]) {
    this.#path = journalFile(data);
    writeWhole(this.#path, [head, ...steps].map((entry) => `${JSON.stringify(entry)}\n`).join(''), 0o600);
    this.#descriptor = openSync(this.#path, 'a');
  }

  /** Announces a step; it is on the disk when this returns. */
  announce(step: Step): void {
    writeAll(this.#descriptor, Buffer.from(`${JSON.stringify(step)}\n`));
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** All is done. */
  remove(): void {
    rmSync(this.#path, { force: true });
    syncFolder(dirname(this.#path));
  }
}
