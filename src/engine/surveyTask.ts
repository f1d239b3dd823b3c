import { basename } from 'node:path';
import { conversationOf } from '../inputs/conversationLine.ts';
import { feedbackOf } from '../inputs/feedbackLine.ts';
import { isBlank, type JsonObject, parseRecord } from '../inputs/parseRecord.ts';
import { readRecords } from '../inputs/readRecords.ts';
import type { RecordSink } from '../inputs/recordSplitter.ts';
import { parseTimestamp } from '../inputs/timestamp.ts';
import { type LineCounts, noLines, type QuarantinedLine } from '../pipeline/digest.ts';
import { FeedbackSurveyor } from '../pipeline/feedback/feedbackSurvey.ts';
import { type Place, Surveyor } from '../pipeline/survey.ts';
import type { FeedbackResult, FeedbackTask, SurveyResult, SurveyTask } from './tasks.ts';

/** A first guess at how many records so many bytes hold; room is made for them, and more when it is too low. */
export function expectedRecords(bytes: number): number {
  return Math.ceil(bytes / 1500);
}

/** Surveys the conversations that begin in a byte range. */
export async function surveyRange({ file, range, read, plan }: SurveyTask): Promise<SurveyResult> {
  const surveyor = new Surveyor(plan, expectedRecords(range.end - range.start));
  const day = parseTimestamp(/\d{4}-\d{2}-\d{2}/.exec(basename(file.name))?.[0]);
  const reader = new LineReader(file.newest, (line, place) => {
    const conversation = conversationOf(line, read.conversation);
    if (typeof conversation === 'string') return conversation;
    surveyor.add(conversation, { ...place, day });
    return undefined;
  });
  await readRecords(file, range, read.max_line_bytes, reader);
  return { counts: reader.counts, quarantine: reader.quarantine, digest: surveyor.finish() };
}

/** Reads the feedback that begins in a byte range. */
export async function surveyFeedbackRange({ file, range, read }: FeedbackTask): Promise<FeedbackResult> {
  const surveyor = new FeedbackSurveyor();
  const reader = new LineReader(file.newest, (line) => {
    const feedback = feedbackOf(line, read.feedback);
    if (typeof feedback === 'string') return feedback;
    surveyor.add(feedback);
    return undefined;
  });
  await readRecords(file, range, read.max_line_bytes, reader);
  return { counts: reader.counts, quarantine: reader.quarantine, digest: surveyor.finish() };
}

/** Accounts for every line: blank, pending, malformed (and why), or a record that `use` could use. */
class LineReader implements RecordSink {
  readonly counts: LineCounts = noLines();
  readonly quarantine: QuarantinedLine[] = [];
  readonly #newest: boolean;
  readonly #use: (line: JsonObject, place: Place) => string | undefined;

  /** @param use returns why the line cannot be used, or nothing when it was */
  constructor(newest: boolean, use: (line: JsonObject, place: Place) => string | undefined) {
    this.#newest = newest;
    this.#use = use;
  }

  record(bytes: Buffer, offset: number, ended: boolean): void {
    this.counts.lines++;
    if (isBlank(bytes)) {
      this.counts.blank++;
      return;
    }
    const line = parseRecord(bytes);
    if (typeof line === 'string') {
      // The writer may be in the middle of this line; the next run will read it whole.
      if (!ended && this.#newest) this.counts.pending++;
      else this.#reject(line, offset);
      return;
    }
    const problem = this.#use(line, { offset, bytes: bytes.length, line: this.counts.lines });
    if (problem === undefined) this.counts.records++;
    else this.#reject(problem, offset);
  }

  broken(reason: string, offset: number): void {
    this.counts.lines++;
    this.#reject(reason, offset);
  }

  #reject(reason: string, offset: number): void {
    this.counts.malformed++;
    this.quarantine.push({ line: this.counts.lines, offset, reason });
  }
}
