import type { Counts } from './types.ts';

/** A tool whose exports can be imported. */
export interface ImporterListing {
  readonly name: string;
  readonly summary: string;
  readonly sources: readonly string[];
}

export interface ImportersReport {
  readonly importers: readonly ImporterListing[];
}

/** An entry that was not taken, by its place; never its text. */
export interface RefusedEntry {
  readonly file: string;
  /** Counted from 1: the element of an array, or the line that is not blank. */
  readonly entry: number;
  readonly reason: string;
}

/** A daily file that an import has made. */
export interface ImportedFile {
  readonly file: string;
  readonly lines: number;
  /** It was there already, with the same bytes. */
  readonly unchanged: boolean;
}

/** `curate import`. `entries = used + passed_over.total + left_out + refused.total` */
export interface ImportReport {
  readonly command: 'import';
  readonly importer: string;
  readonly dry_run: boolean;
  readonly sources: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly entries: number;
  readonly used: number;
  /** What the importer leaves aside on purpose. */
  readonly passed_over: { readonly total: number; readonly by_reason: Counts };
  /** Entries of people who opted out or were forgotten. */
  readonly left_out: number;
  /** `places` names the first of them. */
  readonly refused: { readonly total: number; readonly by_reason: Counts; readonly places: readonly RefusedEntry[] };
  /** Lines of this import. */
  readonly conversations: number;
  readonly feedback: number;
  /** Lines that another import of this tool has written before: not written again. */
  readonly known: number;
  /** `null` where no line has a time. */
  readonly first_day: string | null;
  readonly last_day: string | null;
  readonly files: readonly ImportedFile[];
  readonly seconds: number;
}
