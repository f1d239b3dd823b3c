import { join } from 'node:path';
import { version } from '../../version.ts';
import { privacyFolder } from '../privacy/forgottenList.ts';
import type { FileRecord, JournalHead } from './journal.ts';
import type { Person } from './person.ts';
import { writeWhole } from './writeWhole.ts';

/** What an erasure did, for whoever has to prove it: numbers, hashes and times; no text, no id but the pseudonym. */
export interface Receipt {
  readonly curate: string;
  readonly kind: 'user' | 'session' | 'conversation';
  readonly pseudonym: string;
  /** ISO 8601 in UTC. */
  readonly began: string;
  readonly ended: string;
  /** An earlier run was interrupted; this receipt is for both. */
  readonly resumed: boolean;
  readonly totals: { readonly files: number; readonly lines: number; readonly rows: number };
  readonly files: readonly FileRecord[];
  /** Files that could not be looked at or written anew, and why. */
  readonly left: readonly { readonly file: string; readonly why: string }[];
}

/** `20261120T151515Z-1a2b3c4d.json`: unlike any other, and the same for the same erasure. */
export function receiptName(began: string, person: Person): string {
  const time = `${began.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  return `${time}-${person.pseudonym.slice(0, 8)}.json`;
}

export function receiptPath(data: string, name: string): string {
  return join(privacyFolder(data), 'receipts', name);
}

/** Writes the receipt; it is on the disk when this returns. */
export function writeReceipt(
  data: string,
  { receipt: name, began }: JournalHead,
  person: Person,
  facts: Pick<Receipt, 'ended' | 'resumed' | 'files' | 'left'>,
): Receipt['totals'] {
  const { files } = facts;
  const totals = totalsOf(files);
  const { kind } = person.subject;
  const { ended, resumed, left } = facts;
  const receipt: Receipt = {
    curate: version(),
    kind,
    pseudonym: person.pseudonym,
    began,
    ended,
    resumed,
    totals,
    files,
    left,
  };
  writeWhole(receiptPath(data, name), `${JSON.stringify(receipt, null, 2)}\n`, 0o644);
  return totals;
}

/** Lines of logs and rows of data sets that went; what stands beside the rows does not count. */
export function totalsOf(files: readonly Pick<FileRecord, 'file' | 'place' | 'removed'>[]): Receipt['totals'] {
  const sum = (test: (file: (typeof files)[number]) => boolean): number =>
    files.filter(test).reduce((total, { removed }) => total + removed, 0);
  return {
    files: files.length,
    lines: sum(({ place }) => place !== 'data set' && place !== 'opt_out' && place !== 'ledger'),
    rows: sum(
      ({ file, place }) =>
        place === 'data set' && /(?:^|[/\\])(?:train|val|test)\.[^/\\]*$/.test(file) && !isProvenance(file),
    ),
  };
}

function isProvenance(file: string): boolean {
  return /[/\\]provenance[/\\][^/\\]*$/.test(file);
}
