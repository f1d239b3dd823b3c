import { placesWhere } from '../../measures/repeats.ts';
import type { Decisions } from '../decisions.ts';
import { FORGOTTEN, OPTED_OUT } from '../digest.ts';
import type { FeedbackDigest } from '../feedback/feedbackRows.ts';
import { allocateFeedback, FEEDBACK_LEFT_OUT, feedbackColumnsOf } from '../feedback/feedbackRows.ts';
import { defineSetStage } from '../setStage.ts';

/**
 * Before all others, and whatever the record stages said: what comes after decides as if these lines were not there.
 * Forgotten people are told in the survey, by their pseudonyms; of who opted out those that are named by raw id are
 * told here, so that a change of that file costs no new survey.
 */
export default defineSetStage({
  name: 'privacy',
  summary: 'leaves out who was forgotten (`curate forget`) and who opted out (`privacy.opt_out`), with their feedback',
  section: 'privacy',
  reasons: {
    forgotten: 'it belongs to somebody whom `curate forget` removed',
    opted_out: 'its user stands in the file that `privacy.opt_out` names',
  },
  apply(decisions, { privacy: { opted_out } }, { leaveOutRows }) {
    const users = new Set(opted_out);
    leaveOutRows((row) => reasonOf(decisions, row, users));
    const counted = countedFeedback(decisions.feedback, users);
    if (counted !== undefined) decisions.useFeedback(counted.feedback, counted.lines);
  },
});

function reasonOf({ digest }: Decisions, row: number, users: ReadonlySet<number>) {
  const flags = digest.rows.flags[row] ?? 0;
  if ((flags & FORGOTTEN) !== 0) return 'forgotten';
  const optedOut = (flags & OPTED_OUT) !== 0 || (users.size > 0 && users.has(digest.rows.user[row] ?? 0));
  return optedOut ? 'opted_out' : undefined;
}

/** The feedback of everybody who is not left out, and which lines of all that is; nothing when it is all. */
function countedFeedback(
  feedback: FeedbackDigest,
  users: ReadonlySet<number>,
): { readonly feedback: FeedbackDigest; readonly lines: Uint32Array } | undefined {
  const { flags, user } = feedback.rows;
  const counts = (line: number): boolean =>
    ((flags[line] ?? 0) & FEEDBACK_LEFT_OUT) === 0 && (users.size === 0 || !users.has(user[line] ?? 0));
  const lines = placesWhere(feedback.count, counts);
  if (lines.length === feedback.count) return undefined;
  const rows = allocateFeedback(lines.length);
  const [from, to] = [feedbackColumnsOf(feedback.rows), feedbackColumnsOf(rows)];
  for (const [at, line] of lines.entries()) {
    for (const [place, column] of from.entries()) {
      const target = to[place];
      if (target !== undefined) target[at] = column[line] ?? 0;
    }
  }
  return { feedback: { count: lines.length, rows }, lines };
}
