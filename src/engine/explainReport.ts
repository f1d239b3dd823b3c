import { CurateError } from '../errors.ts';
import { hash53 } from '../measures/hash.ts';
import type { Conversation, Message } from '../pipeline/conversation.ts';
import { FACET_NAMES } from '../pipeline/conversation.ts';
import type { Decisions } from '../pipeline/decisions.ts';
import { COMMENT, CORRECTION } from '../pipeline/feedback/feedbackRows.ts';
import type { PlannedStage } from '../pipeline/recordPlan.ts';
import { setStagesBeside } from '../pipeline/setStages.ts';
import { SPLITS } from '../pipeline/split/assign.ts';
import { PLACED_BY } from '../pipeline/split/assignSplits.ts';
import { firstExchanges } from '../pipeline/turns.ts';
import type { ExplainReport, ExplainStep } from '../report/types.ts';
import type { Decided } from './decideProject.ts';
import { fileOfRow } from './fileOfRow.ts';
import { leavingId } from './leavingId.ts';
import type { Project } from './project.ts';
import { readRow, readRows } from './readRow.ts';
import { keptFor, similarityOf } from './standsFor.ts';
import { type Trace, traceRecord } from './traceRecord.ts';
import { usedIn } from './usedIn.ts';

/** Members of a cluster that are named; a template may have thousands. */
const MOST_MEMBERS = 20;

/**
 * Everything that happened to one conversation: the answer to `curate explain ID`. The text is scrubbed unless `raw`.
 * @throws CurateError when no log has that id
 */
export async function explainReport(
  project: Project,
  { survey, decisions }: Decided,
  id: string,
  settings: { readonly raw: boolean; readonly id_key: string | undefined },
): Promise<ExplainReport> {
  const row = rowOf(decisions, id);
  if (row === undefined) {
    throw new CurateError(
      `No conversation has the id ${JSON.stringify(id.slice(0, 80))} in ${project.logs}; ids are compared letter by letter.`,
    );
  }
  const logged = await readRow(survey, row, project.plans.read);
  const trace = decisions.isLeftOut(row) ? unseen(logged) : await traceRecord(logged, project, settings.raw);
  const item = itemOf(decisions, row);
  const kept = decisions.verdict[row] === 0;
  const pseudonym = leavingId({ id_key: settings.id_key, hashed_ids: project.config.privacy.hashed_ids });
  const archived = logged.groups !== undefined;
  const final = trace.final === undefined ? undefined : firstExchanges(trace.final, decisions.exchanges[row] ?? 0);
  const after = new Map(final?.messages.map((message) => [message.index, wordsOf(message)]));
  return {
    id: logged.id,
    file: survey.files[fileOfRow(survey, row)]?.file.name ?? '',
    line: survey.digest.rows.line[row] ?? 0,
    timestamp: logged.timestamp === undefined ? null : new Date(logged.timestamp).toISOString(),
    user:
      decisions.isLeftOut(row) || logged.user === undefined
        ? null
        : pseudonym(logged.user, logged.userHashed, archived),
    session:
      decisions.isLeftOut(row) || logged.session === undefined
        ? null
        : pseudonym(logged.session, logged.sessionHashed, archived),
    facets: facetsOf(trace.final ?? logged),
    raw: settings.raw,
    messages: trace.shown.messages.map((message) => ({
      role: message.role,
      before: wordsOf(message),
      after: kept ? (after.get(message.index) ?? null) : null,
    })),
    steps: [...trace.steps, ...setSteps(decisions, row, project.config.pipeline)],
    feedback: feedbackOn(decisions, row),
    rating: orNull(decisions.meanRating[row]),
    cluster: item === undefined ? null : await clusterOf(project, { survey, decisions }, item),
    split: kept && item !== undefined ? (SPLITS[decisions.split[item] ?? 0] ?? null) : null,
    split_by: kept && item !== undefined ? (PLACED_BY[decisions.placedBy[item] ?? 0] ?? null) : null,
    outcome: kept ? 'kept' : 'dropped',
    used_in: usedIn(decisions, project.plans.decide, row),
  };
}

/** What a message says, its calls of tools on lines of their own. */
export function wordsOf({ content, tool_calls = [] }: Message): string {
  const calls = tool_calls.map(({ name, arguments: args }) => `→ ${name}(${args})`);
  return [content, ...calls].filter((line) => line !== '').join('\n');
}

/** Of a person who is left out nothing is shown, not even to whoever knows the id. */
function unseen(logged: Conversation): Trace {
  return { steps: [], shown: { ...logged, messages: [], facets: {} }, final: { ...logged, messages: [], facets: {} } };
}

/** The row with that id; of several the one that is kept. */
function rowOf({ digest, verdict }: Decisions, id: string): number | undefined {
  const hash = hash53(id);
  let found: number | undefined;
  for (let row = 0; row < digest.count; row++) {
    if (digest.rows.id[row] !== hash) continue;
    if (verdict[row] === 0) return row;
    found ??= row;
  }
  return found;
}

export function itemOf(decisions: Decisions, row: number): number | undefined {
  const place = decisions.itemRows.indexOf(row);
  if (place === -1) return undefined;
  const next = decisions.itemStart.findIndex((start) => start > place);
  return next - 1;
}

function facetsOf({ facets }: Conversation): Record<string, string> {
  return Object.fromEntries(FACET_NAMES.flatMap((name) => (facets[name] === undefined ? [] : [[name, facets[name]]])));
}

/** What the set stages said; nothing of those after the one that dropped it, and nothing where a record stage did. */
function setSteps(decisions: Decisions, row: number, stages: readonly PlannedStage[]): ExplainStep[] {
  const code = decisions.verdict[row] ?? 0;
  if ((decisions.digest.rows.verdict[row] ?? 0) !== 0 && !decisions.isLeftOut(row)) return [];
  const [dropper = '', reason = ''] = (decisions.reasons[code - 1] ?? '').split('.');
  const steps: ExplainStep[] = [];
  for (const { name, reasons } of setStagesBeside(stages)) {
    if (name !== dropper) {
      const cut = name === 'rating' && decisions.exchanges[row] !== decisions.digest.rows.exchanges[row];
      steps.push({ stage: name, kind: 'set', outcome: cut ? 'cut' : 'kept' });
      continue;
    }
    const measured = orNull(decisions.measured[row]);
    const limit = orNull(decisions.limit[row]);
    steps.push({
      stage: name,
      kind: 'set',
      outcome: 'dropped',
      reason,
      sentence: reasons[reason] ?? reason,
      ...(measured === null ? {} : { measured }),
      ...(limit === null ? {} : { limit }),
    });
    break;
  }
  return steps;
}

function feedbackOn({ feedback, digest }: Decisions, row: number): ExplainReport['feedback'] {
  const { id, user, flags } = feedback.rows;
  const users = new Set<number>();
  const found = { entries: 0, comments: 0, corrections: 0 };
  for (let line = 0; line < feedback.count; line++) {
    if (id[line] !== digest.rows.id[row]) continue;
    found.entries++;
    users.add(user[line] ?? 0);
    if (((flags[line] ?? 0) & COMMENT) !== 0) found.comments++;
    if (((flags[line] ?? 0) & CORRECTION) !== 0) found.corrections++;
  }
  return { ...found, users: users.size };
}

async function clusterOf(
  project: Project,
  decided: Pick<Decided, 'survey' | 'decisions'>,
  item: number,
): Promise<ExplainReport['cluster']> {
  const { survey, decisions } = decided;
  const leader = decisions.leader[item] ?? item;
  const members = [...decisions.leader.keys()].filter((other) => decisions.leader[other] === leader);
  const stands = decisions.representative[item] ?? item;
  if (members.length === 1 && stands === item) return null;
  const kept = keptFor(decisions, item);
  const named = [...members.slice(0, MOST_MEMBERS), kept ?? item];
  const lines = await readRows(
    survey,
    named.map((other) => decisions.firstRow(other)),
    project.plans.read,
  );
  const idOf = (other: number): string => lines.get(decisions.firstRow(other))?.id ?? '';
  return {
    size: members.length,
    kept_id: kept === undefined ? null : idOf(kept),
    similarity: kept === undefined ? null : similarityOf(decisions, item, kept),
    members: members.slice(0, MOST_MEMBERS).map(idOf),
  };
}

export function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : Math.round(value * 1000) / 1000;
}
