import { GateFailed } from '../../../errors.ts';
import type { Decisions } from '../../../pipeline/decisions.ts';
import { SPLITS } from '../../../pipeline/split/assign.ts';
import type { Decided } from '../../decideProject.ts';
import { fileOfRow } from '../../fileOfRow.ts';
import type { Project } from '../../project.ts';
import { readRow } from '../../readRow.ts';
import type { PreparedPart } from '../prepare.ts';
import { rowsOfSignal } from '../signalColumns.ts';
import type { NearLeak } from './leakCheck.ts';
import type { FoundLeaks, ItemPair } from './leakFinder.ts';
import { splitOfItem } from './leakPlan.ts';

/** What may be a failure. */
interface Found {
  readonly found: Pick<FoundLeaks, 'exact' | 'firstExact'>;
  readonly near: readonly NearLeak[];
}

/**
 * Copies in two splits are a failure where `dedup.exact` takes them out; near duplicates where all that may be some were
 * compared with each other: of whole exchanges by all that they say, that feedback has not cut since, and that share a
 * band. What else is found was not asked to be gone, or is the one pair in a thousand that bands miss.
 * @throws GateFailed when there is one, unless `export.leaks` says that it is to be told only
 */
export async function refuseLeaks(
  project: Project,
  decided: Decided,
  part: PreparedPart,
  { found, near }: Found,
): Promise<void> {
  if (project.config.export.leaks === 'report') return;
  const { dedup, conversation } = project.plans.decide;
  const exact = dedup.exact ? found.exact : 0;
  const compares = dedup.near.enabled && dedup.by === 'conversation' && conversation.unit === 'exchange';
  const isFatal = ({ pair, isCandidate }: NearLeak): boolean => isCandidate && !hasCut(decided, part, pair);
  const fatal = compares && part.kind === 'conversations' ? near.filter(isFatal) : [];
  const [firstNear] = fatal;
  const first = exact > 0 ? found.firstExact : firstNear?.pair;
  if (first === undefined) return;
  const how = exact > 0 ? 'say the same' : `are near duplicates (similarity ${firstNear?.similarity.toFixed(2)})`;
  const [one, other] = [
    await placeOf(project, decided, part, first[0]),
    await placeOf(project, decided, part, first[1]),
  ];
  throw new GateFailed(
    `Nothing was put in place, and what was exported before stays: the splits share text (exact ${exact}, near ${fatal.length}). ${one} and ${other} ${how}. \`curate explain ID\` shows where each comes from. Deduplication should have kept them together, so please report it; \`export.leaks: report\` in the config writes the export all the same, and tells the numbers.`,
  );
}

function hasCut({ decisions }: Decided, { items }: PreparedPart, pair: ItemPair): boolean {
  return pair.some((number) => isCut(decisions, items[number] ?? 0));
}

/** Feedback took exchanges off it. */
function isCut(decisions: Decisions, item: number): boolean {
  const row = decisions.firstRow(item);
  return decisions.exchanges[row] !== decisions.digest.rows.exchanges[row];
}

/** Where an example comes from, and where it was to stand. */
async function placeOf(project: Project, decided: Decided, part: PreparedPart, number: number): Promise<string> {
  const { survey, decisions } = decided;
  const item = part.items[number] ?? 0;
  const row = rowOf(decisions, part, item);
  const { id } = await readRow(survey, row, project.plans.read);
  const file = survey.files[fileOfRow(survey, row)]?.file.name ?? 'a log';
  const split = SPLITS[splitOfItem(decisions, part)(item)] ?? 'train';
  return `${file}, line ${survey.digest.rows.line[row] ?? 0} (${id.slice(0, 80)}, in ${split})`;
}

function rowOf(decisions: Decisions, part: PreparedPart, item: number): number {
  if (part.kind === 'conversations') return decisions.firstKeptRow(item);
  const signal = part.selection.signals[item];
  return signal === undefined ? 0 : (rowsOfSignal(decisions, signal)[0] ?? 0);
}
