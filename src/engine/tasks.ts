import type { Container } from '../formats/container.ts';
import type { ExportShape, Format, FormatOptions } from '../formats/format.ts';
import type { ConversationFields, FeedbackFields } from '../inputs/fields.ts';
import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import type { Benchmark } from '../pipeline/decontaminate/benchmark.ts';
import type { Digest } from '../pipeline/digest.ts';
import type { FeedbackDigest } from '../pipeline/feedback/feedbackRows.ts';
import type { LineCounts } from '../pipeline/lineCounts.ts';
import type { LeftOut } from '../pipeline/privacy/leftOut.ts';
import type { Quarantine } from '../pipeline/quarantine.ts';
import type { StepTime } from '../pipeline/stepClock.ts';
import type { SurveyPlan } from '../pipeline/survey.ts';
import type { IdRules } from './leavingId.ts';
import type { RecordPlaces } from './recordReader.ts';
import type { ScanResult } from './scan/recordScanner.ts';
import type { ScanPlan } from './scan/scanPlan.ts';
import type { ScanFile } from './scan/scanSources.ts';
import type { ValidateResult } from './validate/recordChecker.ts';
import type { ValidatePlan } from './validate/validatePlan.ts';
import type { ExamplePrints, PrintPlan } from './write/examplePrints.ts';

/** What workers are told and what they answer. Plain data: it is copied from thread to thread, but for the bytes of answers, which move. */

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
  readonly left_out: LeftOut | undefined;
  readonly benchmark: Benchmark | undefined;
  /** The time of each step is asked for. */
  readonly timed: boolean;
}

export interface SurveyResult {
  readonly counts: LineCounts;
  /** Line numbers count from the beginning of the range. */
  readonly quarantine: Quarantine;
  readonly digest: Digest;
  readonly times: readonly StepTime[] | undefined;
}

export interface FeedbackTask {
  readonly kind: 'feedback';
  readonly file: InputFile;
  readonly range: ByteRange;
  readonly read: ReadPlan;
  readonly left_out: LeftOut | undefined;
}

export interface FeedbackResult {
  readonly counts: LineCounts;
  readonly quarantine: Quarantine;
  readonly digest: FeedbackDigest;
}

/** SHA-256 of the first `file.bytes` bytes of a file, in hexadecimal. */
export interface HashTask {
  readonly kind: 'hash';
  readonly file: InputFile;
}

/** Looks for personal data in the lines of a plain file that begin in a byte range. */
export interface ScanTask {
  readonly kind: 'scan';
  readonly file: ScanFile;
  readonly range: ByteRange;
  readonly plan: ScanPlan;
}

/** Checks the rows of a data set that begin in a byte range of a file; of files that cannot be cut, all. */
export interface ValidateTask {
  readonly kind: 'validate';
  readonly file: InputFile;
  readonly range: ByteRange;
  readonly plan: ValidatePlan;
}

/** Kept records in columns: where each stands, and how much of it goes out. */
export interface KeptRecords {
  /** Place in `WriteTask.sources`. */
  readonly source: Uint32Array;
  readonly offset: Float64Array;
  readonly bytes: Uint32Array;
  readonly line: Uint32Array;
  readonly exchanges: Uint32Array;
  /** 1 where cleaning and scrubbing changed nothing in the survey. */
  readonly untouched: Uint8Array;
  /** Hash of its id, by which a file that was changed since the survey is noticed. */
  readonly id: Float64Array;
}

/** Examples to be written, in columns: each is one record, or those of a session in time order. */
export interface KeptItems {
  /** Item i has the records from `firstRecord[i]` to before `firstRecord[i + 1]`. */
  readonly firstRecord: Uint32Array;
  /** Place in `SPLITS`. */
  readonly split: Uint8Array;
  /** Place in `WriteTask.languages`. */
  readonly language: Uint16Array;
  /** 1 to 5 with three decimals, NaN where nobody rated. */
  readonly rating: Float64Array;
  readonly clusterSize: Uint32Array;
  /** Number of its shape; by it a format says whether it takes the example, here and where rows are counted. */
  readonly shape: Uint8Array;
}

/** A raw file to read kept records from. */
export interface WriteSource {
  /** The name that provenance shows. */
  readonly name: string;
  /** Where its plain bytes are: the file itself, or what was unpacked of it. */
  readonly path: string;
  /** As of `InputFile`. */
  readonly archive?: true | undefined;
}

/** Reads records again as the survey left them. */
interface RereadTask {
  readonly sources: readonly WriteSource[];
  /** `exchanges` is how many the survey left. */
  readonly records: KeptRecords;
  readonly read: ReadPlan;
  readonly plan: SurveyPlan;
}

/** Says of pairs of records how similar they are. */
export interface CompareTask extends RereadTask {
  readonly kind: 'compare';
  /** Places in `records`. */
  readonly pairs: { readonly one: Uint32Array; readonly other: Uint32Array };
  /** Hashes of n-grams that do not count. */
  readonly canned: Uint32Array;
}

/** Finds how far records that begin or end alike do so. */
export interface CannedTask extends RereadTask {
  readonly kind: 'canned';
  /** Places in `PASSAGE_KINDS` and `PASSAGE_WORDS`: so much at least they share. */
  readonly passage: { readonly kind: number; readonly length: number };
}

export interface CannedResult {
  /** Of the longest text that enough of them share, in words. */
  readonly words: number;
  /** Hashes of the n-grams of what they share, ascending. */
  readonly shingles: Uint32Array;
}

/** Makes signatures of records anew, without some n-grams. */
export interface SignTask extends RereadTask {
  readonly kind: 'sign';
  /** Hashes of n-grams that do not count. */
  readonly canned: Uint32Array;
}

/** By record: different n-grams that are left, and the signature of these. */
export interface SignResult {
  readonly words: Uint32Array;
  readonly signatures: Uint8Array;
}

/** A format that a task is to write rows of. */
export interface TaskFormat {
  readonly name: Format['name'];
  readonly shape: ExportShape;
  readonly container: Container;
  /** The target whose rules say which examples stay out, by name. */
  readonly target: string | undefined;
}

/** What makes of the items of a task rated answers: 1 for those to be learned. */
export interface RatedColumns {
  readonly kind: 'rated';
  readonly label: Uint8Array;
}

/**
 * What makes of the items of a task pairs of answers. The last record of an item has the worse answer; where it was
 * corrected, the line of feedback has the better one, else the record before it.
 */
export interface PairColumns {
  readonly kind: 'pairs';
  readonly margin: Float64Array;
  /** Place in `ORIGINS`. */
  readonly origin: Uint8Array;
  /** By item; `bytes` is 0 where there is no correction. */
  readonly corrections: RecordPlaces & {
    readonly line: Uint32Array;
    /** Hash of the id of the conversation it is about. */
    readonly id: Float64Array;
  };
  readonly sources: readonly WriteSource[];
  /** As of the config. */
  readonly max_similarity: number;
}

export interface WriteTask {
  readonly kind: 'write';
  /** Nothing where items are kept conversations. */
  readonly signals?: RatedColumns | PairColumns | undefined;
  /** How many items there are of this kind before those of the task. */
  readonly first: number;
  readonly sources: readonly WriteSource[];
  readonly items: KeptItems;
  readonly records: KeptRecords;
  /** Languages by their codes in the digest. */
  readonly languages: readonly string[];
  readonly read: ReadPlan;
  readonly plan: SurveyPlan;
  readonly benchmark: Benchmark | undefined;
  readonly formats: readonly TaskFormat[];
  readonly options: FormatOptions;
  /** What is told of where rows come from: each line, every exchange of a session as well, or nothing. */
  readonly provenance: 'lines' | 'exchanges' | 'none';
  readonly ids: IdRules;
  /** Examples are to be printed, to compare those of different splits. */
  readonly prints?: PrintPlan | undefined;
  /** An earlier answer that is written: its memory is for that of this task. New memory for each would be cleared away at a cost. */
  readonly reuse?: WriteResult | undefined;
}

/** An example that a format found no place for when it saw its text, or that the target would not learn from. */
export interface RefusedExample {
  /** `signal` says what no format may have. */
  readonly by: 'format' | 'target' | 'signal';
  readonly reason: string;
  /** Its number among the items of its kind. */
  readonly item: number;
  /** How many records it is made of. */
  readonly records: number;
  /** Place in `WriteTask.languages`. */
  readonly language: number;
}

/** The rows of one format and split and their provenance, as UTF-8. */
export interface WrittenRows {
  readonly rows: number;
  readonly examples: number;
  /** Each row comes after the `between` of its container's frame, the first as well. */
  readonly text: Uint8Array;
  /** Each line with its end. */
  readonly provenance: Uint8Array;
  readonly refused: readonly RefusedExample[];
}

/** By the place of the format in the task, then by that of the split in `SPLITS`. */
export type WriteResult = readonly (readonly WrittenRows[])[];

export interface WriteAnswer {
  readonly rows: WriteResult;
  /** Of the examples that at least one format took; where they were asked for. */
  readonly prints: ExamplePrints | undefined;
}

/** Writes what is kept of a raw file that `curate prune` is to remove. */
export interface ArchiveTask {
  readonly kind: 'archive';
  readonly file: InputFile;
  readonly of: 'conversations' | 'feedback';
  readonly read: ReadPlan;
  readonly plan: SurveyPlan;
  readonly benchmark: Benchmark | undefined;
  readonly ids: IdRules;
  /** Whose lines are not archived: by pseudonym, and by the hash of the raw user id. */
  readonly left_out: LeftOut | undefined;
  readonly opted_out: readonly number[];
  /** Where to write; nothing is written when it is left out. */
  readonly draft: string | undefined;
}

/** `records = archived + dropped`. */
export interface ArchiveResult {
  readonly records: number;
  readonly archived: number;
  readonly dropped: number;
  readonly malformed: number;
  /** Lines that were written, or would be: what is archived, and dropped records at which a session ended. */
  readonly lines: number;
  readonly bytes: number;
}

export type Task =
  | SurveyTask
  | FeedbackTask
  | HashTask
  | ScanTask
  | CompareTask
  | CannedTask
  | SignTask
  | WriteTask
  | ArchiveTask
  | ValidateTask;

/** What a worker answers. A user's problem comes as a sentence, because error classes do not cross threads. */
export type Outcome =
  | { readonly kind: 'survey'; readonly result: SurveyResult }
  | { readonly kind: 'feedback'; readonly result: FeedbackResult }
  | { readonly kind: 'write'; readonly result: WriteAnswer }
  | { readonly kind: 'hash'; readonly result: string }
  | { readonly kind: 'compare'; readonly result: Float64Array }
  | { readonly kind: 'canned'; readonly result: CannedResult }
  | { readonly kind: 'sign'; readonly result: SignResult }
  | { readonly kind: 'scan'; readonly result: ScanResult }
  | { readonly kind: 'validate'; readonly result: ValidateResult }
  | { readonly kind: 'archive'; readonly result: ArchiveResult }
  | { readonly kind: 'problem'; readonly sentence: string };
