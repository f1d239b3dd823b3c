import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { containerOfFile } from '../../formats/container.ts';
import { LineSplitter } from '../../inputs/lineSplitter.ts';
import { SPLITS, type SplitName } from '../../pipeline/split/assign.ts';
import type { DataSet } from './dataSets.ts';
import type { Person } from './person.ts';
import { Places } from './places.ts';
import { bytesOf } from './readBytes.ts';

/** It cannot be told whose the rows of a data set are; others can still be cleaned. */
export class CannotTell extends CurateError {}

/** What goes from a split. */
export interface SplitPlan {
  readonly split: SplitName;
  readonly file: string;
  readonly provenance: string;
  /** Places of the rows that go, counted from 0. */
  readonly removed: Set<number>;
  rows: number;
  /** Examples that were there, that stay by language, and the log records of those that go. */
  examples: number;
  examplesRemoved: number;
  recordsRemoved: number;
  readonly languages: Map<string, number>;
}

/** A log line that a row came from. */
interface Source {
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

interface Provenance extends Source {
  readonly language: string;
  readonly exchanges?: readonly Source[];
  /** Of pairs: how they came about, and the line of the better answer, one of feedback where the other was corrected. */
  readonly origin?: string;
  readonly chosen?: Source;
}

/** Says whether the line that stands now at a place is somebody else's, and has this id. */
export type IsOthers = (source: Source) => boolean;

/** The splits of a data set that are there, nothing decided yet. @throws CannotTell when it cannot be told whose rows are whose */
export function splitsOf({ folder, manifest }: DataSet): SplitPlan[] {
  return SPLITS.flatMap((split) => {
    const output = manifest.outputs.find((output) => (output.split ?? splitNamed(output.file)) === split);
    if (output === undefined) return [];
    const provenance = `provenance/${split}.jsonl`;
    for (const file of [output.file, provenance]) {
      if (!existsSync(join(folder, file)))
        throw new CannotTell(
          `${join(folder, file)} is missing, so nobody can tell whose the rows of this data set are`,
        );
    }
    const counts = { rows: 0, examples: 0, examplesRemoved: 0, recordsRemoved: 0 };
    return [{ split, file: output.file, provenance, removed: new Set<number>(), ...counts, languages: new Map() }];
  });
}

/** The split that a file of rows holds by its name, in manifests that do not tell. */
function splitNamed(file: string): SplitName | undefined {
  return SPLITS.find((split) => file.startsWith(`${split}.`) && containerOfFile(file) !== undefined);
}

/** The lines that rows with these ids say they came from, to be looked at: another conversation may have the same id. */
export async function doubtfulSources(
  { folder }: DataSet,
  splits: readonly SplitPlan[],
  person: Person,
  gone: Places,
): Promise<Places> {
  const doubtful = new Places();
  for (const { provenance } of splits) {
    await forEachProvenance(join(folder, provenance), ({ sources }) => {
      const theirs = sources.filter(({ id }) => person.conversations.has(id));
      if (theirs.some(({ file, line }) => gone.has(file, line))) return;
      for (const { file, line } of theirs) doubtful.add(file, [line]);
    });
  }
  return doubtful;
}

/**
 * Decides which rows go: those that come from a conversation that goes, or have an answer that somebody who goes has written.
 * A row of a session goes with any exchange of it.
 * Fills in the plans.
 */
export async function planSplits(
  { folder, manifest }: DataSet,
  splits: readonly SplitPlan[],
  person: Person,
  gone: Places,
  isOthers: IsOthers,
): Promise<void> {
  const isTheirs = (source: Source): boolean =>
    person.conversations.has(source.id) && (gone.has(source.file, source.line) || !isOthers(source));
  // In formats of ratings a record may be in several rows; it is gone when all of them are.
  const several = manifest.balance !== undefined;
  for (const plan of splits) {
    let theirs = false;
    const removed = new Set<string>();
    const left = new Set<string>();
    await forEachProvenance(join(folder, plan.provenance), ({ sources, correction, language, repeated }) => {
      if (!repeated) {
        theirs = sources.some(isTheirs) || (correction !== undefined && gone.has(correction.file, correction.line));
        plan.examples++;
        if (several) for (const { file, line } of sources) (theirs ? removed : left).add(`${line} ${file}`);
        if (theirs) {
          plan.examplesRemoved++;
          if (!several) plan.recordsRemoved += sources.length;
        } else plan.languages.set(language, (plan.languages.get(language) ?? 0) + 1);
      }
      if (theirs) plan.removed.add(plan.rows);
      plan.rows++;
    });
    for (const place of removed) if (!left.has(place)) plan.recordsRemoved++;
  }
}

interface ReadProvenance {
  readonly sources: readonly Source[];
  /** The line of feedback that has the better answer. */
  readonly correction: Source | undefined;
  readonly language: string;
  /** It is the line of the row before, too: an example with several rows. */
  readonly repeated: boolean;
}

async function forEachProvenance(path: string, use: (provenance: ReadProvenance) => void): Promise<void> {
  let before = '';
  let found: Provenance = { id: '', file: '', line: 0, language: '' };
  const options = { end: Number.POSITIVE_INFINITY, maxBytes: Number.POSITIVE_INFINITY, midLine: false };
  const splitter = new LineSplitter(0, options, {
    record(bytes) {
      const text = bytes.toString('utf8');
      const repeated = text === before;
      if (!repeated) found = JSON.parse(text);
      before = text;
      const correction = found.origin === 'correction' ? found.chosen : undefined;
      use({ sources: found.exchanges ?? [found], correction, language: found.language, repeated });
    },
    broken() {},
  });
  for await (const chunk of bytesOf(path)) splitter.push(chunk);
  splitter.end();
}
