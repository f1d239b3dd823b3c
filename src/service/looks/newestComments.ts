import type { Inputs, Project } from '../../engine/project.ts';
import { LineReader } from '../../engine/surveyTask.ts';
import { scrubber } from '../../engine/traceRecord.ts';
import { feedbackReader, longestLine } from '../../inputs/archivedLine.ts';
import type { InputFile } from '../../inputs/files.ts';
import { readRecords } from '../../inputs/readRecords.ts';
import { hash53 } from '../../measures/hash.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { FeedbackEntry } from '../../pipeline/feedback/feedbackSurvey.ts';
import { LeftOutJudge } from '../../pipeline/privacy/leftOut.ts';
import type { NewestComment } from '../context.ts';
import { fitToShow } from './fitToShow.ts';

/** Ours: a thousand lines of 256 bytes; where fewer of them have a comment than are wanted, more is read. */
const FIRST_BYTES = 256 * 1024;
/** Ours: read in a tenth of a second; what stands further from the end of the files is not new. */
const MOST_BYTES = 8 * 1024 * 1024;

type Commented = FeedbackEntry & { readonly comment: string };

/**
 * What users wrote last, from the ends of the newest files of feedback: scrubbed, and without those whom `curate forget` removed,
 * who opted out, or whose conversation is left out.
 * @param most how many
 */
export async function newestComments(
  project: Project,
  { feedback }: Inputs,
  decisions: Decisions,
  most: number,
): Promise<readonly NewestComment[]> {
  const isShown = audienceOf(project, decisions);
  const found: Commented[] = [];
  let left = MOST_BYTES;
  let day = '';
  for (const file of newestFirst(feedback)) {
    // Files of one day, as of several writers, are looked at together.
    if (left <= 0 || (found.length >= most && dayOf(file) !== day)) break;
    day = dayOf(file);
    const read = await endOf(file, project, isShown, most, left);
    found.push(...read.comments);
    left -= read.bytes;
  }
  const disguise = scrubber(project);
  return found
    .sort((one, other) => (other.timestamp ?? 0) - (one.timestamp ?? 0))
    .slice(0, most)
    .map((entry) => shown(entry, disguise));
}

function shown(
  { id, timestamp, rating, stars, comment }: Commented,
  disguise: (text: string) => string,
): NewestComment {
  return {
    conversation_id: fitToShow(id, (text) => text),
    timestamp: timestamp === undefined ? null : new Date(timestamp).toISOString(),
    stars: stars && rating !== undefined ? rating : null,
    thumbs: stars || rating === undefined ? null : rating > 3 ? 'up' : 'down',
    comment: fitToShow(comment, disguise),
  };
}

/** Says of feedback whether it may be shown: by the rules of the pipeline, and by those of the conversation that it is about. */
function audienceOf({ plans }: Project, decisions: Decisions): (entry: FeedbackEntry) => boolean {
  const judge = plans.left_out === undefined ? undefined : new LeftOutJudge(plans.left_out);
  const users = new Set(plans.decide.privacy.opted_out);
  const conversations = new Set<number>();
  const { count, rows } = decisions.digest;
  for (let row = 0; row < count; row++) if (decisions.isLeftOut(row)) conversations.add(rows.id[row] ?? 0);
  return ({ id, user }) => {
    if (judge?.reasonFor({ id, user, session: undefined }) !== undefined) return false;
    return !(user !== undefined && users.has(hash53(user))) && !conversations.has(hash53(id));
  };
}

/** The comments at the end of a file, the last one first, and how many bytes were read for them. */
async function endOf(
  file: InputFile,
  project: Project,
  isShown: (entry: FeedbackEntry) => boolean,
  most: number,
  mostBytes: number,
): Promise<{ comments: Commented[]; bytes: number }> {
  const isWhole = file.gzip || file.array;
  // Those two cannot be read from their end; larger ones are of people who bring their feedback once, not of who talk now.
  if (isWhole && file.bytes > FIRST_BYTES) return { comments: [], bytes: 0 };
  let bytes = 0;
  for (let window = FIRST_BYTES; ; window *= 8) {
    const start = isWhole ? 0 : Math.max(0, file.bytes - Math.min(window, mostBytes));
    const comments = await commentsFrom(file, start, project, isShown);
    bytes += file.bytes - start;
    if (comments.length >= most || start === 0 || window >= mostBytes)
      return { comments: comments.slice(-most).reverse(), bytes };
  }
}

async function commentsFrom(
  file: InputFile,
  start: number,
  { plans: { read } }: Project,
  isShown: (entry: FeedbackEntry) => boolean,
): Promise<Commented[]> {
  const comments: Commented[] = [];
  const entryOf = feedbackReader(file, read.feedback);
  const reader = new LineReader(file, (line) => {
    const entry = entryOf(line);
    if (typeof entry === 'string' || entry.comment === undefined || !isShown(entry)) return undefined;
    comments.push({ ...entry, comment: entry.comment });
    return undefined;
  });
  await readRecords(file, { start, end: file.bytes }, longestLine(file, read.max_line_bytes), reader);
  return comments;
}

/** By the day in their names, as daily files have it, then by when they were written. */
function newestFirst(files: readonly InputFile[]): readonly InputFile[] {
  return [...files].sort((one, other) => {
    const [a, b] = [dayOf(one), dayOf(other)];
    return a === b ? other.modified - one.modified : a < b ? 1 : -1;
  });
}

function dayOf({ name }: InputFile): string {
  return /\d{4}-\d{2}-\d{2}/.exec(name.slice(name.lastIndexOf('/') + 1))?.[0] ?? '';
}
