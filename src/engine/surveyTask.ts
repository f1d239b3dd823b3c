import { basename } from 'node:path';
import { conversationReader, feedbackReader, longestLine } from '../inputs/archivedLine.ts';
import type { InputFile } from '../inputs/files.ts';
import { isBlank, isNullElement, parseRecord } from '../inputs/parseRecord.ts';
import { readRecords } from '../inputs/readRecords.ts';
import type { RecordSink } from '../inputs/recordSplitter.ts';
import { parseTimestamp } from '../inputs/timestamp.ts';
import type { JsonObject } from '../measures/jsonObject.ts';
import { FeedbackSurveyor } from '../pipeline/feedback/feedbackSurvey.ts';
import { type LineCounts, noLines } from '../pipeline/lineCounts.ts';
import { LeftOutJudge } from '../pipeline/privacy/leftOut.ts';
import { QuarantineBuilder } from '../pipeline/quarantine.ts';
import { StepClock } from '../pipeline/stepClock.ts';
import { type Place, Surveyor } from '../pipeline/survey.ts';
import { expectedRecords } from './expectedRecords.ts';
import { recognizerOf } from './recognizer/recognizerOf.ts';
import type { FeedbackResult, FeedbackTask, SurveyResult, SurveyTask } from './tasks.ts';
import { tokensOf } from './tokenizer/tokensOf.ts';

/** Surveys the conversations that begin in a byte range. */
export async function surveyRange({
  file,
  range,
  read,
  plan,
  left_out,
  benchmark,
  timed,
}: SurveyTask): Promise<SurveyResult> {
  const clock = timed ? new StepClock() : undefined;
  const parse = clock?.watch('parsing', parseRecord) ?? parseRecord;
  const shapeOf = conversationReader(file, read.conversation);
  const shape = clock?.watch('fields', shapeOf) ?? shapeOf;
  const surveyor = new Surveyor(plan, expectedRecords(range.end - range.start), {
    clock,
    recognize: recognizerOf(plan),
    tokens: tokensOf(plan),
    benchmark,
  });
  const judge = left_out === undefined ? undefined : new LeftOutJudge(left_out);
  const day = parseTimestamp(/\d{4}-\d{2}-\d{2}/.exec(basename(file.name))?.[0]);
  const use: LineUse = (line, place) => {
    const conversation = shape(line);
    if (typeof conversation === 'string') return conversation;
    const leftOut = judge?.reasonFor(conversation);
    if (leftOut === undefined) surveyor.add(conversation, { ...place, day });
    else surveyor.addLeftOut(conversation, { ...place, day }, leftOut);
    return undefined;
  };
  const reader = new LineReader(file, use, parse);
  const began = performance.now();
  await readRecords(file, range, longestLine(file, read.max_line_bytes), reader);
  const digest = surveyor.finish();
  clock?.addRest('reading, digest', reader.counts.records, performance.now() - began);
  return { counts: reader.counts, quarantine: reader.quarantine.finish(), digest, times: clock?.times() };
}

/** Reads the feedback that begins in a byte range. */
export async function surveyFeedbackRange({ file, range, read, left_out }: FeedbackTask): Promise<FeedbackResult> {
  const surveyor = new FeedbackSurveyor();
  const feedbackOf = feedbackReader(file, read.feedback);
  const judge = left_out === undefined ? undefined : new LeftOutJudge(left_out);
  const reader = new LineReader(file, (line, place) => {
    const feedback = feedbackOf(line);
    if (typeof feedback === 'string') return feedback;
    const { id, user } = feedback;
    if (judge?.reasonFor({ id, user, session: undefined }) === undefined) surveyor.add(feedback, place);
    else surveyor.addLeftOut(place);
    return undefined;
  });
  await readRecords(file, range, longestLine(file, read.max_line_bytes), reader);
  return { counts: reader.counts, quarantine: reader.quarantine.finish(), digest: surveyor.finish() };
}

/** Returns why a line cannot be used, or nothing when it was. */
export type LineUse = (line: JsonObject, place: Place) => string | undefined;

/** Accounts for every line: blank, pending, malformed (and why), or a record that `use` could use. */
export class LineReader implements RecordSink {
  readonly counts: LineCounts = noLines();
  readonly quarantine = new QuarantineBuilder();
  readonly #file: InputFile;
  readonly #use: LineUse;
  readonly #parse: typeof parseRecord;

  constructor(file: InputFile, use: LineUse, parse = parseRecord) {
    this.#file = file;
    this.#use = use;
    this.#parse = parse;
  }

  record(bytes: Buffer, offset: number, ended: boolean): void {
    this.counts.lines++;
    if (isBlank(bytes) || (this.#file.array && isNullElement(bytes))) {
      this.counts.blank++;
      return;
    }
    const line = this.#parse(bytes);
    if (typeof line === 'string') {
      // The writer may be in the middle of this line; the next run will read it whole.
      if (!ended && this.#file.newest) this.counts.pending++;
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
    this.quarantine.add(this.counts.lines, offset, reason);
  }
}
