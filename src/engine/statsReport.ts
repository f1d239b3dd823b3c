import { DayCounter } from '../measures/dayCounter.ts';
import { KeyCounts } from '../measures/keyCounts.ts';
import { placesWhere } from '../measures/repeats.ts';
import { summarize } from '../measures/statistics.ts';
import type { FacetName } from '../pipeline/conversation.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { COMMENT, CORRECTION } from '../pipeline/feedback/feedbackRows.ts';
import { isInPeriod } from '../pipeline/period/period.ts';
import { countReasons } from '../pipeline/quarantine.ts';
import { tokenHistogram } from '../pipeline/tokens/tokenHistogram.ts';
import type { Counts, FeedbackReport, StatsDay, StatsReport, TokensReport } from '../report/types.ts';
import { accountOf, countsByStage, feedbackAccount } from './account.ts';
import type { Decided } from './decideProject.ts';
import { keptItems } from './export/writeTasks.ts';
import type { Project } from './project.ts';
import { ratingFacts } from './ratingFacts.ts';
import type { Survey } from './surveyLogs.ts';

/** What came in and what became of it, in numbers: the answer to `curate stats`. Rows outside the period do not count. */
export function statsReport(project: Project, { survey, decisions }: Decided): StatsReport {
  const { digest } = decisions;
  const inPeriod = inPeriodOf(project, decisions);
  const rows = placesWhere(digest.count, inPeriod);
  // Of people who are left out it is only told how much they said, not what and how.
  const counted = rows.filter((row) => !decisions.isLeftOut(row));
  const account = accountOf(decisions, project.plans.survey, inPeriod);
  const joined = project.config.conversation.unit === 'session' ? { examples: keptItems(decisions).length } : {};
  return {
    ...survey.counts,
    records: account.records,
    kept: account.kept,
    ...joined,
    sessions: distinct(digest.rows.session, counted),
    users: distinct(digest.rows.user, counted),
    days: daysOf(decisions, rows),
    quality_rate: account.records === 0 ? null : account.kept / account.records,
    feedback: feedbackReport(project, { survey, decisions }, account.records, inPeriod),
    languages: countLabels(decisions, counted, 'language'),
    intents: countLabels(decisions, counted, 'intent'),
    frameworks: countLabels(decisions, counted, 'framework'),
    complexity: countLabels(decisions, counted, 'complexity'),
    lengths: {
      user: summarize(counted.map((row) => digest.rows.user_chars[row] ?? 0)),
      assistant: summarize(counted.map((row) => digest.rows.assistant_chars[row] ?? 0)),
    },
    ...tokensReport(project, decisions),
    dropped: account.dropped,
    quarantine: quarantineReasons(survey),
    changed: countsByStage(project.plans.survey, digest.changed),
    funnel: account.funnel,
    ...(project.timer === undefined ? {} : { timings: project.timer.report(survey.counts.records) }),
  };
}

/** Nothing where no tokens are counted. */
function tokensReport({ config }: Project, decisions: Decisions): { tokens?: TokensReport } {
  if (config.tokenizer === null) return {};
  const histogram = tokenHistogram(decisions);
  return histogram === undefined ? {} : { tokens: { tokenizer: config.tokenizer, ...histogram } };
}

/** Whether a row lies in the period that was asked for. */
export function inPeriodOf(project: Project, { digest }: Decisions): (row: number) => boolean {
  const { period } = project.plans.decide;
  return (row) => isInPeriod(digest.rows.timestamp[row] ?? Number.NaN, period);
}

function feedbackReport(
  project: Project,
  { survey, decisions }: Pick<Decided, 'survey' | 'decisions'>,
  records: number,
  counts: (row: number) => boolean,
): FeedbackReport {
  const { rated, positive_rate, mean_stars, stars } = ratingFacts(decisions, project.config.feedback.min_stars, counts);
  const { entries, joined, orphans, malformed } = feedbackAccount(decisions, survey.feedbackCounts.malformed);
  const flags = decisions.feedback.rows.flags.subarray(0, entries);
  return {
    entries,
    joined,
    orphans,
    malformed,
    rated,
    rate: records === 0 ? null : rated / records,
    positive_rate,
    mean_stars,
    stars,
    comments: flags.reduce((sum, flag) => sum + ((flag & COMMENT) === 0 ? 0 : 1), 0),
    corrections: flags.reduce((sum, flag) => sum + ((flag & CORRECTION) === 0 ? 0 : 1), 0),
  };
}

/** Number of different hashes in a column at these rows; 0 stands for none. */
function distinct(column: Float64Array, rows: Uint32Array): number {
  const seen = new KeyCounts(rows.length);
  for (const row of rows) if (column[row] !== 0) seen.add(column[row] ?? 0);
  return seen.size;
}

function daysOf({ digest, verdict }: Decisions, rows: Uint32Array): StatsDay[] {
  const [records, kept] = [new DayCounter(), new DayCounter()];
  for (const row of rows) {
    const time = digest.rows.timestamp[row] ?? Number.NaN;
    records.add(time);
    if (verdict[row] === 0) kept.add(time);
  }
  const keptOn = new Map(kept.days().map(({ date, count }) => [date, count]));
  return records.days().map(({ date, count }) => ({ date, records: count, kept: keptOn.get(date) ?? 0 }));
}

function countLabels({ digest }: Decisions, rows: Uint32Array, facet: FacetName): Counts {
  const labels = digest.labels[facet];
  const counts = new Uint32Array(labels.length);
  const column = digest.rows.facets[facet];
  for (const row of rows) {
    const code = column[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const named = labels.map((label, code) => [label, counts[code] ?? 0] as const);
  return Object.fromEntries(named.filter(([label, count]) => label !== '' && count > 0).sort(([, a], [, b]) => b - a));
}

function quarantineReasons(survey: Survey): Counts {
  return Object.fromEntries(countReasons(survey.files.map(({ quarantine }) => quarantine)));
}
