import { statSync } from 'node:fs';
import { conversationReader, feedbackReader } from '../../inputs/archivedLine.ts';
import { readRecords } from '../../inputs/readRecords.ts';
import { hash53 } from '../../measures/hash.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import type { Conversation } from '../../pipeline/conversation.ts';
import { LeftOutJudge, type LineIds } from '../../pipeline/privacy/leftOut.ts';
import { RecordPipeline } from '../../pipeline/recordPipeline.ts';
import { stageNamed } from '../../pipeline/recordReasons.ts';
import type { SurveyPlan } from '../../pipeline/survey.ts';
import { leavingId } from '../leavingId.ts';
import { recognizerOf } from '../recognizer/recognizerOf.ts';
import { LineReader } from '../surveyTask.ts';
import type { ArchiveResult, ArchiveTask } from '../tasks.ts';
import { tokensOf } from '../tokenizer/tokensOf.ts';
import { conversationLine, feedbackLine, REMOVED } from './archivedLine.ts';
import { LineFile } from './lineFile.ts';

/** What becomes of a record: its line is archived, or it is dropped, and its line says no more than that. */
interface Archived {
  readonly line: string | undefined;
  readonly dropped: boolean;
}

/** Gives what is kept of a record, or why its line cannot be used. */
type Archiver = (line: JsonObject) => Archived | string;

/**
 * Writes of a raw file what a later export needs of it: the records that the record stages keep, cleaned, scrubbed and cut, with
 * pseudonyms for ids. Whoever may read the raw file may read what is kept of it.
 * @throws the error of the file system
 */
export async function archiveFile(task: ArchiveTask): Promise<ArchiveResult> {
  const { file, draft, read } = task;
  const archive = task.of === 'conversations' ? conversationArchiver(task) : feedbackArchiver(task);
  const output = new LineFile(draft, statSync(file.path).mode & 0o777);
  let dropped = 0;
  const reader = new LineReader(file, (line) => {
    const archived = archive(line);
    if (typeof archived === 'string') return archived;
    if (archived.dropped) dropped++;
    if (archived.line !== undefined) output.add(archived.line);
    return undefined;
  });
  try {
    await readRecords(file, { start: 0, end: file.bytes }, read.max_line_bytes, reader);
    output.end();
  } finally {
    output.close();
  }
  const { records, malformed } = reader.counts;
  return { records, archived: records - dropped, dropped, malformed, lines: output.lines, bytes: output.bytes };
}

function conversationArchiver({ file, read, plan, benchmark, ids, left_out, opted_out }: ArchiveTask): Archiver {
  const isLeftOut = leftOutTest(left_out, opted_out);
  const conversationOf = conversationReader(file, read.conversation);
  const pipeline = new RecordPipeline(plan, { recognize: recognizerOf(plan), tokens: tokensOf(plan), benchmark });
  const pseudonym = leavingId(ids);
  return (line) => {
    const logged = conversationOf(line);
    if (typeof logged === 'string') return logged;
    if (isLeftOut(logged)) return { line: undefined, dropped: true };
    const rewritten = pipeline.rewrite(logged);
    const judged = 'drop' in rewritten ? rewritten : pipeline.judge(rewritten);
    if (!('drop' in judged)) {
      const isCut = !('drop' in rewritten) && judged.messages.length < rewritten.messages.length;
      const kept = isCut ? { ...judged, cut_end: true } : judged;
      return { line: conversationLine(kept, pseudonym, pipeline.cleaning), dropped: false };
    }
    // With `unit: session` a session ends before a record that was dropped, so it must be known that there was one.
    const ends = logged.session !== undefined;
    return { line: ends ? conversationLine(logged, pseudonym, undefined) : undefined, dropped: true };
  };
}

function feedbackArchiver({ file, read, plan, ids, left_out, opted_out }: ArchiveTask): Archiver {
  const isLeftOut = leftOutTest(left_out, opted_out);
  const feedbackOf = feedbackReader(file, read.feedback);
  const pipeline = new RecordPipeline(textPlan(plan), { recognize: recognizerOf(plan) });
  const pseudonym = leavingId(ids);
  return (line) => {
    const feedback = feedbackOf(line);
    if (typeof feedback === 'string') return feedback;
    if (isLeftOut({ ...feedback, session: undefined })) return { line: undefined, dropped: true };
    const { correction } = feedback;
    const curated = correction === undefined ? undefined : curatedText(correction, pipeline);
    return { line: feedbackLine(feedback, curated, pseudonym), dropped: false };
  };
}

/** Tells lines of people who were forgotten or opted out: what no export may have is not kept for a later one. */
function leftOutTest(left_out: ArchiveTask['left_out'], opted_out: readonly number[]): (line: LineIds) => boolean {
  const judge = left_out === undefined ? undefined : new LeftOutJudge(left_out);
  const hashes = new Set(opted_out);
  return (line) =>
    judge?.reasonFor(line) !== undefined ||
    (line.user !== undefined && hashes.size > 0 && hashes.has(hash53(line.user)));
}

/** The stages that look at a text, not at how much there is: a correction is no conversation. */
function textPlan(plan: SurveyPlan): SurveyPlan {
  return { ...plan, stages: plan.stages.filter(({ use }) => stageNamed(use).kind !== 'trim') };
}

/** A text cleaned and scrubbed as an answer is; what stands for it where the stages would drop such an answer. */
function curatedText(text: string, pipeline: RecordPipeline): string {
  const answer: Conversation = {
    id: '',
    timestamp: undefined,
    user: undefined,
    session: undefined,
    facets: {},
    messages: [
      { role: 'user', content: '?', index: 0 },
      { role: 'assistant', content: text, index: 1 },
    ],
  };
  const rewritten = pipeline.rewrite(answer);
  return 'drop' in rewritten ? REMOVED : (rewritten.messages.at(-1)?.content ?? REMOVED);
}
