import { FACET_NAMES } from '../../pipeline/conversation.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { RecordPipeline } from '../../pipeline/recordPipeline.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { SampledConversation, SampledDrop, SampleReport } from '../../report/types.ts';
import { accountOf } from '../account.ts';
import { benchmarkOf } from '../benchmark/benchmarkOf.ts';
import type { Decided } from '../decideProject.ts';
import { itemOf, orNull } from '../explainReport.ts';
import { fileOfRow } from '../fileOfRow.ts';
import type { Project } from '../project.ts';
import { readRow } from '../readRow.ts';
import { recognizerOf } from '../recognizer/recognizerOf.ts';
import { splitCounts } from '../splitCounts.ts';
import { inPeriodOf } from '../statsReport.ts';
import { tokensOf } from '../tokenizer/tokensOf.ts';
import { scrubber } from '../traceRecord.ts';
import { type Chosen, choose } from './choose.ts';
import { filterOf, type SampleFilter, type SampleRequest } from './request.ts';
import { Showing } from './showing.ts';

/**
 * Some conversations, to be read: of what is kept as they are written, of what is dropped as they came in with the reason.
 * Of people who are left out nothing is shown.
 * @throws CurateError for a request that fits nothing there can be, and for a log that was changed meanwhile
 */
export async function sampleReport(project: Project, decided: Decided, request: SampleRequest): Promise<SampleReport> {
  const { decisions } = decided;
  const filter = filterOf(request, decisions);
  const chosen =
    request.dropped === undefined ? keptOnes(decisions, filter, request) : dropped(decisions, filter, request);
  const plan = project.plans.survey;
  const benchmark = (await benchmarkOf(plan))?.benchmark;
  const pipeline = new RecordPipeline(plan, { recognize: recognizerOf(plan), tokens: tokensOf(plan), benchmark });
  const showing = new Showing(decisions, pipeline, request.raw ? undefined : scrubber(project));
  const conversations: SampledConversation[] = [];
  for (const place of chosen.places) {
    const isKept = request.dropped === undefined;
    const rows = isKept ? [...decisions.keptRowsOf(place)] : [place];
    conversations.push(await sampled(project, decided, showing, rows, isKept ? place : itemOf(decisions, place)));
  }
  return {
    command: 'sample',
    seed: request.seed,
    raw: request.raw,
    asked: {
      dropped: request.dropped ?? null,
      split: request.split ?? null,
      language: request.language ?? null,
    },
    of: chosen.of,
    conversations,
    splits: splitCounts(decisions),
    dropped: accountOf(decisions, plan, inPeriodOf(project, decisions)).dropped.by_reason,
  };
}

/** Items that stay. */
function keptOnes(decisions: Decisions, { split, language }: SampleFilter, request: SampleRequest): Chosen {
  const { id, facets } = decisions.digest.rows;
  const fits = (item: number): boolean =>
    decisions.isKept(item) &&
    (split === undefined || decisions.split[item] === split) &&
    (language === undefined || facets.language[decisions.firstKeptRow(item)] === language);
  return choose(decisions.itemCount, fits, (item) => id[decisions.firstKeptRow(item)] ?? 0, request);
}

/** Rows that were dropped. */
function dropped(decisions: Decisions, { verdicts, language }: SampleFilter, request: SampleRequest): Chosen {
  const { id, facets } = decisions.digest.rows;
  const fits = (row: number): boolean =>
    verdicts[decisions.verdict[row] ?? 0] === 1 &&
    !decisions.isLeftOut(row) &&
    (language === undefined || facets.language[row] === language);
  return choose(decisions.digest.count, fits, (row) => id[row] ?? 0, request);
}

/** The id of the duplicate that stays, of one that was dropped for it. */
async function keptInstead(
  project: Project,
  { survey, decisions }: Decided,
  { stage }: Pick<SampledDrop, 'stage'>,
  item: number | undefined,
): Promise<string | null> {
  const other = item === undefined ? undefined : decisions.representative[item];
  if (stage !== 'dedup' || other === undefined || other === item) return null;
  return (await readRow(survey, decisions.firstRow(other), project.plans.read)).id;
}

/** @param rows of one example in their order, or the one that was dropped */
async function sampled(
  project: Project,
  decided: Decided,
  showing: Showing,
  rows: readonly number[],
  item: number | undefined,
): Promise<SampledConversation> {
  const { survey, decisions } = decided;
  const logged = await Promise.all(rows.map((row) => readRow(survey, row, project.plans.read)));
  const [row = 0] = rows;
  const [first] = logged;
  const isKept = decisions.verdict[row] === 0;
  const { messages, drop, facets } = showing.of(rows, logged);
  const leader = item === undefined ? undefined : (decisions.leader[item] ?? item);
  return {
    id: first?.id ?? '',
    file: survey.files[fileOfRow(survey, row)]?.file.name ?? '',
    line: survey.digest.rows.line[row] ?? 0,
    timestamp: first?.timestamp === undefined ? null : new Date(first.timestamp).toISOString(),
    facets: Object.fromEntries(
      FACET_NAMES.flatMap((name) => (facets[name] === undefined ? [] : [[name, facets[name]]])),
    ),
    records: rows.length,
    rating: orNull(isKept && item !== undefined ? decisions.ratingOf(item) : decisions.meanRating[row]),
    cluster_size: leader === undefined ? 1 : (decisions.clusterSize[leader] ?? 1),
    split: isKept && item !== undefined ? (SPLITS[decisions.split[item] ?? 0] ?? null) : null,
    dropped: drop === null ? null : { ...drop, kept_instead: await keptInstead(project, decided, drop, item) },
    messages,
  };
}
