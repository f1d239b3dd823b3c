import { CurateError } from '../../errors.ts';
import { FORMATS } from '../../formats/index.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { DiffedExport, ExportDiffReport, SplitDiff } from '../../report/types.ts';
import { Causes } from './causes.ts';
import type { ExportedManifest, ExportedSet } from './exportedSet.ts';
import { type Matches, matchRows, NONE } from './matchRows.ts';
import { ReasonCounts } from './reasonCounts.ts';
import { RowTable } from './rowTable.ts';
import { inputsThatDiffer, runsDiff } from './runsDiff.ts';
import type { Verdicts } from './verdicts.ts';

export interface DiffRequest {
  /** Ids to tell of each reason. */
  readonly most: number;
  /** Asks decide about the export, where it can be asked. */
  readonly verdictsFor: (manifest: ExportedManifest) => Promise<Verdicts | undefined>;
}

/**
 * Two exports of one format, row by row: the answer to `curate diff`.
 * @throws CurateError for two formats, and for provenance that cannot be read
 */
export async function exportDiff(
  old: ExportedSet,
  other: ExportedSet,
  request: DiffRequest,
): Promise<ExportDiffReport> {
  refuseFormats(old, other);
  const tables = { old: await RowTable.of(old), other: await RowTable.of(other) };
  const matches = matchRows(tables.old, tables.other);
  const runs = runsDiff(old.manifest, other.manifest);
  const asks = matches.newOf.includes(NONE) && isOfKept(other.manifest);
  const verdicts = asks ? await request.verdictsFor(other.manifest) : undefined;
  const causes = new Causes(
    { table: tables.old, manifest: old.manifest },
    { table: tables.other, manifest: other.manifest },
    inputsThatDiffer(runs),
    verdicts,
  );
  const counts = countRows(tables.old, tables.other, matches, causes, new ReasonCounts(request.most));
  return {
    command: 'diff',
    format: old.manifest.format,
    old: described(old, tables.old),
    new: described(other, tables.other),
    ...counts,
    runs,
    verdicts: verdicts !== undefined,
  };
}

function refuseFormats(old: ExportedSet, other: ExportedSet): void {
  const formats = [old.manifest.format, other.manifest.format];
  if (formats[0] === formats[1]) return;
  throw new CurateError(
    `${old.folder} is ${formats[0]} and ${other.folder} is ${formats[1]}: rows of two formats cannot be compared. Name two exports of one.`,
  );
}

/** Its rows are what decide kept; those of rated answers are not told of by verdicts. */
function isOfKept({ format }: ExportedManifest): boolean {
  return FORMATS.find(({ name }) => name === format)?.kind === 'conversations';
}

function described({ folder, manifest }: ExportedSet, { count }: RowTable): DiffedExport {
  return { folder, created: manifest.created, rows: count };
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

function countRows(old: RowTable, other: RowTable, { newOf, oldOf }: Matches, causes: Causes, why: ReasonCounts) {
  const splits = SPLITS.map((): Mutable<SplitDiff> => ({ ...NO_ROWS }));
  const moves: Record<string, number> = {};
  const counts = { same: 0, added: 0, gone: 0, changed: 0, moved: 0, both: 0 };
  const add = (split: number, key: keyof SplitDiff): void => {
    const found = splits[split];
    if (found !== undefined) found[key]++;
  };
  for (let row = 0; row < old.count; row++) {
    const match = newOf[row] ?? NONE;
    const from = old.split[row] ?? 0;
    add(from, 'old');
    if (match === NONE) {
      counts.gone++;
      add(from, 'gone');
      why.add('gone', causes.ofGone(row), old, row);
      continue;
    }
    const to = other.split[match] ?? 0;
    const isChanged = old.content[row] !== other.content[match];
    if (isChanged) {
      counts.changed++;
      add(to, 'changed');
      why.add('changed', causes.ofChanged(row), old, row);
    }
    if (from !== to) {
      counts.moved++;
      add(from, 'moved_out');
      add(to, 'moved_in');
      const move = `${SPLITS[from]} > ${SPLITS[to]}`;
      moves[move] = (moves[move] ?? 0) + 1;
      why.add('moved', causes.ofMoved(row, match), old, row);
    }
    if (isChanged && from !== to) counts.both++;
    if (!isChanged && from === to) counts.same++;
  }
  for (let row = 0; row < other.count; row++) {
    const split = other.split[row] ?? 0;
    add(split, 'new');
    if (oldOf[row] !== NONE) continue;
    counts.added++;
    add(split, 'added');
    why.add('added', causes.ofAdded(row), other, row);
  }
  return {
    ...counts,
    splits: Object.fromEntries(SPLITS.map((split, place) => [split, splits[place] ?? NO_ROWS])),
    moves,
    why: why.reasons(),
  };
}

const NO_ROWS: SplitDiff = { old: 0, new: 0, added: 0, gone: 0, changed: 0, moved_in: 0, moved_out: 0 };
