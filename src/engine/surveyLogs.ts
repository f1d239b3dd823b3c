import type { InputFile } from '../inputs/files.ts';
import type { ByteRange } from '../inputs/readRecords.ts';
import { type Digest, MAX_LABELS_OF_PART } from '../pipeline/digest.ts';
import type { FeedbackDigest } from '../pipeline/feedback/feedbackRows.ts';
import { addLines, type LineCounts, noLines } from '../pipeline/lineCounts.ts';
import type { StepClock } from '../pipeline/stepClock.ts';
import { benchmarkOf } from './benchmark/benchmarkOf.ts';
import type { DigestCache } from './cache/digestCache.ts';
import { ConversationCollector, FeedbackCollector } from './collector.ts';
import { expectedRecords } from './expectedRecords.ts';
import type { RangeResult, SurveyedFile } from './fileWork.ts';
import type { Plans } from './plans.ts';
import type { Pool } from './pool.ts';
import { type RangeListener, surveyFiles } from './surveyFiles.ts';

export type { SurveyedFile };

type SurveyPlans = Pick<Plans, 'read' | 'survey' | 'left_out'>;

export interface Survey {
  readonly files: readonly SurveyedFile[];
  /** Row numbers at which the rows of each file begin, and one more for the end. */
  readonly firstRow: readonly number[];
  readonly counts: LineCounts;
  readonly digest: Digest;
  readonly feedbackFiles: readonly SurveyedFile[];
  /** As `firstRow`, of the lines of feedback. */
  readonly firstFeedback: readonly number[];
  readonly feedbackCounts: LineCounts;
  readonly feedback: FeedbackDigest;
}

/** Told after every finished range. */
export interface SurveyProgress {
  readonly phase: 'survey' | 'write';
  readonly done: number;
  readonly total: number;
  readonly lines: number;
  readonly bytes: number;
}

export interface ProgressListener {
  update(progress: SurveyProgress): void;
  /** A file is through. */
  file(name: string, lines: number): void;
}

/** Tells nobody. */
export const SILENT: ProgressListener = { update() {}, file() {} };

/**
 * The first phase: every raw file, in ranges, in parallel; the result does not depend on how many workers there are.
 * @param clock takes what the steps took in the workers, summed
 */
export async function surveyLogs(
  inputs: { readonly conversations: readonly InputFile[]; readonly feedback: readonly InputFile[] },
  plans: SurveyPlans,
  pool: Pool,
  listener: ProgressListener,
  cache?: DigestCache,
  clock?: StepClock,
): Promise<Survey> {
  const progress = new RangeProgress(listener, [...inputs.feedback, ...inputs.conversations]);
  const feedback = feedbackSurvey(plans, pool);
  const rated = await surveyFiles(inputs.feedback, feedback, pool, cache, progress);
  const conversations = conversationSurvey(plans, pool, sizeOf(inputs.conversations), clock);
  const { files, firstRow } = await surveyFiles(inputs.conversations, conversations, pool, cache, progress);
  return {
    files,
    firstRow,
    counts: totalOf(files),
    digest: conversations.all.stored().digest,
    feedbackFiles: rated.files,
    firstFeedback: rated.firstRow,
    feedbackCounts: totalOf(rated.files),
    feedback: feedback.all.stored().digest,
  };
}

function conversationSurvey(
  { read, survey: plan, left_out }: SurveyPlans,
  pool: Pool,
  bytes: number,
  clock: StepClock | undefined,
) {
  return {
    kind: 'conversations' as const,
    async survey(file: InputFile, range: ByteRange): Promise<RangeResult> {
      const benchmark = (await benchmarkOf(plan))?.benchmark;
      const task = {
        kind: 'survey',
        file,
        range,
        read,
        plan,
        left_out,
        benchmark,
        timed: clock !== undefined,
      } as const;
      const { digest, times = [], ...result } = await pool.survey(task);
      for (const time of times) clock?.add(time);
      return { ...result, stored: { kind: 'conversations', digest } };
    },
    all: new ConversationCollector(expectedRecords(bytes)),
    one: () => new ConversationCollector(0, MAX_LABELS_OF_PART),
  };
}

function feedbackSurvey({ read, left_out }: SurveyPlans, pool: Pool) {
  return {
    kind: 'feedback' as const,
    async survey(file: InputFile, range: ByteRange): Promise<RangeResult> {
      const { digest, ...result } = await pool.feedback({ kind: 'feedback', file, range, read, left_out });
      return { ...result, stored: { kind: 'feedback', digest } };
    },
    all: new FeedbackCollector(),
    one: () => new FeedbackCollector(),
  };
}

function sizeOf(files: readonly InputFile[]): number {
  return files.reduce((bytes, file) => bytes + file.bytes, 0);
}

function totalOf(files: readonly SurveyedFile[]): LineCounts {
  const total = noLines();
  for (const { counts } of files) addLines(total, counts);
  return total;
}

class RangeProgress implements RangeListener {
  readonly #listener: ProgressListener;
  readonly #total: number;
  #bytes = 0;
  #lines = 0;

  constructor(listener: ProgressListener, files: readonly InputFile[]) {
    this.#listener = listener;
    this.#total = sizeOf(files);
  }

  range(bytes: number, lines: number): void {
    this.#bytes += bytes;
    this.#lines += lines;
    this.#listener.update({
      phase: 'survey',
      done: this.#bytes,
      total: this.#total,
      lines: this.#lines,
      bytes: this.#bytes,
    });
  }

  file(file: InputFile, lines: number): void {
    this.#listener.file(file.name, lines);
  }
}
