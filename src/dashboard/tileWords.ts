import { shortDate } from '../report/dates.ts';
import type { ProgressReport, TargetReport } from '../report/progressTypes.ts';
import type { StatsReport } from '../report/statsTypes.ts';
import { integer, NOTHING, percent, rate } from './format.ts';

/** A number of the first row, and how it stands to what it is to be. */
export interface TileWords {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly note: string;
  /** Nothing where there is no target. */
  readonly met?: boolean;
  /** How long its bar is, and where the mark of its target stands: 0 to 1. */
  readonly share?: number;
  readonly mark?: number;
}

/** The tiles that can be told by now. */
export function tileWords(stats: StatsReport | undefined, progress: ProgressReport | undefined): TileWords[] {
  if (stats === undefined) return [];
  return [
    conversationsTile(stats),
    keptTile(stats, progress),
    rateTile('rated', 'Feedback rate', stats.feedback.rate, target(progress, 'feedback_rate')),
    rateTile('positive', 'Positive rate', stats.feedback.positive_rate, target(progress, 'positive_rate')),
  ];
}

function conversationsTile({ records, malformed, days }: StatsReport): TileWords {
  const newest = days.at(-1);
  const today = newest === undefined ? 'none yet' : `${integer(newest.records)} on ${shortDate(newest.date)}`;
  const unusable = malformed > 0 ? `, ${integer(malformed)} lines unusable` : '';
  return { id: 'records', name: 'Conversations', value: integer(records), note: `${today}${unusable}` };
}

function keptTile({ kept, quality_rate }: StatsReport, progress: ProgressReport | undefined): TileWords {
  const common = { id: 'kept', name: 'Kept', value: integer(kept) };
  const share = quality_rate === null ? 'none yet' : `${percent(quality_rate)} of all`;
  if (progress === undefined) return { ...common, note: share };
  const pace = `${rate(progress.per_day)}\u00a0a\u00a0day`;
  return {
    ...common,
    note: `${share}${kept > 0 ? `, ${pace}` : ''}; goal ${integer(progress.goal)}`,
    share: progress.kept / progress.goal,
  };
}

function rateTile(id: string, name: string, value: number | null, aim: TargetReport | undefined): TileWords {
  const common = { id, name, value: percent(value) };
  if (aim === undefined) return { ...common, note: value === null ? NOTHING : '' };
  const note = `target ${percent(aim.target)}`;
  if (value === null) return { ...common, note: `nothing rated yet; ${note}`, share: 0, mark: aim.target };
  return { ...common, note, met: aim.met, share: value, mark: aim.target };
}

function target(progress: ProgressReport | undefined, name: string): TargetReport | undefined {
  return progress?.targets.find((one) => one.name === name);
}
