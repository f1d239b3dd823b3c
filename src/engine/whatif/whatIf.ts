import { readSetting, type Setting } from '../../config/changedConfig.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { SET_STAGES } from '../../pipeline/setStages.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { BeforeAfter, WhatIfReport } from '../../report/types.ts';
import type { Decided } from '../decideProject.ts';
import type { Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import { inPeriodOf } from '../statsReport.ts';
import { decideAgain } from './decideAgain.ts';
import { otherPlans } from './otherPlans.ts';

/**
 * What other settings would keep and drop: the answer to `curate stats --what-if`.
 * @param settings as they were written: `KEY=VALUE`
 * @throws CurateError for settings that the config does not allow, or for which the digest cannot answer
 */
export async function whatIf(
  project: Project,
  decided: Decided,
  settings: readonly string[],
  pool: Pool,
): Promise<WhatIfReport> {
  const { decisions } = decided;
  const read = settings.map((text) => readSetting(project.config, text));
  const plans = otherPlans(project, read);
  const after = await decideAgain(project, decided, plans, pool);
  const units = [project.plans.decide.conversation.unit, plans.decide.conversation.unit];
  const counts = inPeriodOf(project, decisions);
  const then = tallyOf(after.decisions, counts);
  const now = tallyOf(decisions, counts);
  return {
    settings: read.map(shownSetting),
    records: now.records,
    kept: { before: now.kept, after: then.kept },
    ...(units.includes('session') ? { examples: { before: now.examples, after: then.examples } } : {}),
    ...changes(now.fates, then.fates),
    unsure: after.unsure.filter(counts).length,
    splits: {
      train: { before: now.splits[0] ?? 0, after: then.splits[0] ?? 0 },
      val: { before: now.splits[1] ?? 0, after: then.splits[1] ?? 0 },
      test: { before: now.splits[2] ?? 0, after: then.splits[2] ?? 0 },
    },
    dropped: paired(now.dropped, then.dropped),
  };
}

function shownSetting({ key, before, after }: Setting): WhatIfReport['settings'][number] {
  return { key, before: before ?? null, after };
}

interface Tally {
  readonly records: number;
  readonly kept: number;
  readonly examples: number;
  /** Examples by place in `SPLITS`. */
  readonly splits: readonly number[];
  readonly dropped: ReadonlyMap<string, number>;
  /** By row: 0 for dropped, else 1 + the place of its split. */
  readonly fates: Uint8Array;
}

function tallyOf(decisions: Decisions, counts: (row: number) => boolean): Tally {
  const { verdict, itemCount } = decisions;
  const fates = new Uint8Array(verdict.length);
  const splits = SPLITS.map(() => 0);
  let examples = 0;
  for (let item = 0; item < itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    const split = decisions.split[item] ?? 0;
    examples++;
    splits[split] = (splits[split] ?? 0) + 1;
    for (const row of decisions.keptRowsOf(item)) fates[row] = split + 1;
  }
  const dropped = new Map<string, number>();
  let records = 0;
  let kept = 0;
  for (let row = 0; row < verdict.length; row++) {
    if (!counts(row)) continue;
    records++;
    if (verdict[row] === 0) kept++;
    else addTo(dropped, nameOf(decisions.reasons[(verdict[row] ?? 0) - 1] ?? ''));
  }
  return { records, kept, examples, splits, dropped, fates };
}

const SET_NAMES = new Set(SET_STAGES.map(({ name }) => name));

/** A filter that is asked anew may have several reasons at once, and the digest knows of one; so they are told of together. */
function nameOf(reason: string): string {
  const stage = reason.slice(0, reason.lastIndexOf('.'));
  return SET_NAMES.has(stage) ? reason : stage;
}

function addTo(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function changes(now: Uint8Array, then: Uint8Array): Pick<WhatIfReport, 'added' | 'gone' | 'moved'> {
  let added = 0;
  let gone = 0;
  let moved = 0;
  for (let row = 0; row < now.length; row++) {
    if (now[row] === then[row]) continue;
    if (now[row] === 0) added++;
    else if (then[row] === 0) gone++;
    else moved++;
  }
  return { added, gone, moved };
}

function paired(now: ReadonlyMap<string, number>, then: ReadonlyMap<string, number>): Record<string, BeforeAfter> {
  const keys = [...new Set([...now.keys(), ...then.keys()])];
  return Object.fromEntries(keys.map((key) => [key, { before: now.get(key) ?? 0, after: then.get(key) ?? 0 }]));
}
