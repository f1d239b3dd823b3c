import type { Digest } from '../pipeline/digest.ts';
import { DigestBuilder } from '../pipeline/digestBuilder.ts';
import { type FeedbackDigest, joinFeedback } from '../pipeline/feedback/feedbackRows.ts';
import type { StoredDigest } from './cache/digestFile.ts';

/** Puts digests one behind the other: those of a file's ranges, or those of all files. */
export interface Collector {
  /** How many rows there are so far. */
  readonly count: number;
  /** @param firstLine lines before those of `more`, to which its line numbers are added */
  append(more: StoredDigest, firstLine: number): void;
  stored(): StoredDigest;
}

export class ConversationCollector implements Collector {
  readonly #builder: DigestBuilder;

  /**
   * @param expected how many rows to make room for
   * @param mostLabels as for `DigestBuilder`
   */
  constructor(expected: number, mostLabels?: number) {
    this.#builder = new DigestBuilder(expected, mostLabels);
  }

  get count(): number {
    return this.#builder.count;
  }

  append(more: StoredDigest, firstLine: number): void {
    if (more.kind === 'conversations') this.#builder.append(more.digest, firstLine);
  }

  stored(): { readonly kind: 'conversations'; readonly digest: Digest } {
    return { kind: 'conversations', digest: this.#builder.finish() };
  }
}

export class FeedbackCollector implements Collector {
  #parts: FeedbackDigest[] = [];
  count = 0;

  append(more: StoredDigest, firstLine: number): void {
    if (more.kind !== 'feedback') return;
    const part = joinFeedback([more.digest]); // a copy: what is read from the cache is written over by the next
    const { line } = part.rows;
    for (let row = 0; row < part.count; row++) line[row] = (line[row] ?? 0) + firstLine;
    this.#parts.push(part);
    this.count += more.digest.count;
  }

  stored(): { readonly kind: 'feedback'; readonly digest: FeedbackDigest } {
    const digest = joinFeedback(this.#parts);
    this.#parts = [digest];
    return { kind: 'feedback', digest };
  }
}
