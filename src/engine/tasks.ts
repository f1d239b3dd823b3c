import type { ExampleShape, ExportShape, Format, FormatOptions } from '../formats/format.ts';
import type { ConversationFields, FeedbackFields } from '../inputs/fields.ts';
import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import type { Digest, LineCounts, QuarantinedLine } from '../pipeline/digest.ts';
import type { FeedbackDigest } from '../pipeline/feedback/feedbackRows.ts';
import type { SplitName } from '../pipeline/split/assign.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';

/** What workers are told and what they answer. Plain data: it is copied from thread to thread. */

/** How raw lines are read. */
export interface ReadPlan {
  readonly max_line_bytes: number;
  readonly conversation: ConversationFields;
  readonly feedback: FeedbackFields;
}

export interface SurveyTask {
  readonly kind: 'survey';
  readonly file: InputFile;
  readonly range: ByteRange;
  readonly read: ReadPlan;
  readonly plan: SurveyPlan;
}

export interface SurveyResult {
  readonly counts: LineCounts;
  /** Line numbers count from the beginning of the range. */
  readonly quarantine: readonly QuarantinedLine[];
  readonly digest: Digest;
}

export interface FeedbackTask {
  readonly kind: 'feedback';
  readonly file: InputFile;
  readonly range: ByteRange;
  readonly read: ReadPlan;
}

export interface FeedbackResult {
  readonly counts: LineCounts;
  readonly quarantine: readonly QuarantinedLine[];
  readonly digest: FeedbackDigest;
}

/** SHA-256 of the first `file.bytes` bytes of a file, in hexadecimal. */
export interface HashTask {
  readonly kind: 'hash';
  readonly file: InputFile;
}

/** A kept record: where it stands, and how much of it goes out. */
export interface KeptRecord {
  /** Place in `WriteTask.sources`. */
  readonly source: number;
  readonly offset: number;
  readonly bytes: number;
  readonly line: number;
  readonly exchanges: number;
  /** Cleaning and scrubbing changed nothing in the survey. */
  readonly untouched: boolean;
  /** Hash of its id, by which a file that was changed since the survey is noticed. */
  readonly id: number;
}

/** An example to be written: one record, or those of a session in time order. */
export interface KeptItem {
  readonly records: readonly KeptRecord[];
  readonly split: SplitName;
  readonly language: string;
  readonly rating: number | undefined;
  readonly cluster_size: number;
  /** By it a format says whether it takes the example; the same word here and where rows are counted. */
  readonly shape: ExampleShape;
}

/** A raw file to read kept records from. */
export interface WriteSource {
  /** The name that provenance shows. */
  readonly name: string;
  /** Where its plain bytes are: the file itself, or what was unpacked of it. */
  readonly path: string;
}

export interface WriteTask {
  readonly kind: 'write';
  readonly sources: readonly WriteSource[];
  readonly items: readonly KeptItem[];
  readonly read: ReadPlan;
  readonly plan: SurveyPlan;
  readonly formats: readonly { readonly name: Format['name']; readonly shape: ExportShape }[];
  readonly options: FormatOptions;
  /** Exchanges are joined to sessions: provenance lists every exchange. */
  readonly sessions: boolean;
  readonly id_key: string | undefined;
}

/** The rows of one format and split, joined as the format's frame says, and their provenance. */
export interface WrittenRows {
  readonly rows: number;
  readonly examples: number;
  readonly text: string;
  readonly provenance: string;
}

/** By the place of the format in the task, then by split. */
export type WriteResult = readonly Readonly<Record<SplitName, WrittenRows>>[];

export type Task = SurveyTask | FeedbackTask | HashTask | WriteTask;

/** What a worker answers. A user's problem comes as a sentence, because error classes do not cross threads. */
export type Outcome =
  | { readonly kind: 'survey'; readonly result: SurveyResult }
  | { readonly kind: 'feedback'; readonly result: FeedbackResult }
  | { readonly kind: 'write'; readonly result: WriteResult }
  | { readonly kind: 'hash'; readonly result: string }
  | { readonly kind: 'problem'; readonly sentence: string };
