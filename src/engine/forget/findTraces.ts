import { relative } from 'node:path';
import type { Project } from '../project.ts';
import { CannotTell, doubtfulSources, planSplits, type SplitPlan, splitsOf } from './dataSetPlan.ts';
import { type DataSet, findDataSets } from './dataSets.ts';
import { learnFromRows } from './learnFromRows.ts';
import { type LedgerTraces, ledgerTraces } from './ledgerTraces.ts';
import { findLogFiles, type LogFile } from './logFiles.ts';
import { type OptOutLines, optOutLines } from './optOutLines.ts';
import type { Person } from './person.ts';
import type { Places } from './places.ts';
import { idsAt, learnFrom, type Removal, searchFile } from './search.ts';

/** A data set and what goes from it. */
export interface SetTraces {
  readonly set: DataSet;
  readonly splits: readonly SplitPlan[];
}

/** Everything that is there of a subject. Nothing is written to find it. */
export interface Traces {
  /** Every file that was looked at, and of which lines go. */
  readonly files: readonly LogFile[];
  readonly removals: readonly Removal[];
  readonly sets: readonly SetTraces[];
  readonly gone: Places;
  readonly optOut: OptOutLines | undefined;
  readonly ledger: LedgerTraces | undefined;
  /** What could not be looked at, and why. */
  readonly left: { readonly file: string; readonly why: string }[];
}

/**
 * Looks for a subject in all logs, and in all data sets. Files are read line by line; of what is found only ids and
 * places are kept.
 * @param gone lines that an interrupted run took, as far as it is known
 * @param also folders with data sets besides those in `curated`
 */
export async function findTraces(
  project: Project,
  person: Person,
  gone: Places,
  also: readonly string[],
): Promise<Traces> {
  const { read } = project.plans;
  const left: { file: string; why: string }[] = [];
  const files = await findLogFiles(project);
  const sets: SetTraces[] = [];
  for (const set of findDataSets(project.curated, also)) {
    const splits = telling(left, set.folder, project, () => splitsOf(set));
    if (splits !== undefined) sets.push({ set, splits });
  }
  if (person.subject.kind === 'user')
    for (const file of files) if (file.kind !== 'feedback') await learnFrom(file, person, read);
  // Feedback comes last: it goes with the conversations, of which data sets may tell, too.
  const isFeedback = ({ kind }: LogFile): boolean => kind === 'feedback';
  const removals: Removal[] = [];
  const search = async (some: readonly LogFile[]): Promise<void> => {
    for (const file of some) removals.push(await searchFile(file, person, read));
  };
  await search(files.filter((file) => !isFeedback(file)));
  for (const { set, splits } of sets) await learnFromRows(set, splits, person);
  await search(files.filter(isFeedback));
  for (const { file, lines, unread } of removals) {
    if (lines.length > 0) gone.add(file.name, lines);
    if (unread !== undefined) left.push({ file: nameIn(project, file.path), why: unread });
  }
  for (const { set, splits } of sets) {
    const doubtful = await doubtfulSources(set, splits, person, gone);
    const others = new Map<string, ReadonlyMap<number, string>>();
    for (const [name, lines] of doubtful.entries()) {
      const file = files.find((one) => one.name === name);
      if (file !== undefined) others.set(name, await idsAt(file, lines, person, read));
    }
    await planSplits(set, splits, person, gone, ({ file, line, id }) => others.get(file)?.get(line) === id);
  }
  return {
    files,
    removals,
    sets,
    gone,
    left,
    optOut: optOutLines(project, person),
    ledger: ledgerTraces(project, person),
  };
}

/** The path of a file as reports show it. */
export function nameIn({ data }: Project, path: string): string {
  const below = relative(data, path);
  return below === '' || below.startsWith('..') ? path : below;
}

/** What `attempt` gives; nothing, and a word of why among what is left, when it cannot be told. */
function telling<Result>(
  left: { file: string; why: string }[],
  path: string,
  project: Project,
  attempt: () => Result,
): Result | undefined {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    left.push({ file: nameIn(project, path), why: error.message });
    return undefined;
  }
}
