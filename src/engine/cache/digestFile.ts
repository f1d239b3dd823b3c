import { type Column, type ColumnSource, columnViews } from '../../pipeline/columns.ts';
import { columnsCut, type Digest, exchangeColumnsOf, exchangesFrom, rowsFrom } from '../../pipeline/digest.ts';
import { type FeedbackDigest, feedbackColumnsOf, feedbackFrom } from '../../pipeline/feedback/feedbackRows.ts';
import { type Quarantine, quarantineColumns, quarantineFrom } from '../../pipeline/quarantine.ts';
import { encodeColumnFile } from './columnFile.ts';
import type { DigestHeader } from './digestHeader.ts';

/** A digest of conversations or of feedback as it is kept. */
export type StoredDigest =
  | { readonly kind: 'conversations'; readonly digest: Digest }
  | { readonly kind: 'feedback'; readonly digest: FeedbackDigest };

/** The pieces of the file of a digest, in order. */
export function encodeDigest(
  about: Omit<DigestHeader, 'content' | 'quarantine'>,
  { quarantine, stored }: DigestColumns,
): Uint8Array[] {
  const { count, reasons } = quarantine;
  const header: DigestHeader = { ...about, quarantine: { count, reasons: [...reasons] }, content: contentOf(stored) };
  return encodeColumnFile(header, [...quarantineColumns(quarantine), ...columnsToStore(stored)]);
}

/** What stands behind the header. */
export interface DigestColumns {
  readonly quarantine: Quarantine;
  readonly stored: StoredDigest;
}

/** The digest whose columns, one behind another, are in `columns`; it is made of views on them. */
export function decodeDigest({ quarantine, content }: DigestHeader, columns: Uint8Array): DigestColumns {
  const source = columnViews(columns);
  const lines = quarantineFrom(source, quarantine.count, quarantine.reasons);
  return { quarantine: lines, stored: storedFrom(content, source) };
}

function storedFrom(content: DigestHeader['content'], source: ColumnSource): StoredDigest {
  const { count } = content;
  if (content.kind === 'feedback') return { kind: 'feedback', digest: { count, rows: feedbackFrom(source, count) } };
  const { exchanges, labels, changed, cut } = content;
  return {
    kind: 'conversations',
    digest: {
      count,
      rows: rowsFrom(source, count),
      exchangeCount: exchanges,
      exchanges: exchangesFrom(source, exchanges),
      labels,
      changed: Uint32Array.from(changed),
      cut: Uint32Array.from(cut),
    },
  };
}

function contentOf(stored: StoredDigest): DigestHeader['content'] {
  if (stored.kind === 'feedback') return { kind: stored.kind, count: stored.digest.count };
  const { count, exchangeCount, labels, changed, cut } = stored.digest;
  return { kind: stored.kind, count, exchanges: exchangeCount, labels, changed: [...changed], cut: [...cut] };
}

/** The columns cut to the rows they hold. */
function columnsToStore(stored: StoredDigest): Column[] {
  const { count } = stored.digest;
  if (stored.kind === 'feedback')
    return feedbackColumnsOf(stored.digest.rows).map((column) => column.subarray(0, count));
  const { rows, exchanges, exchangeCount } = stored.digest;
  return [
    ...columnsCut(rows, count),
    ...exchangeColumnsOf(exchanges).map((column) => column.subarray(0, exchangeCount)),
  ];
}
