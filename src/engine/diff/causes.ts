import type { RunInput } from '../../report/types.ts';
import type { ExportedManifest } from './exportedSet.ts';
import { HashIndex } from './hashIndex.ts';
import type { RowTable } from './rowTable.ts';
import type { Verdicts } from './verdicts.ts';

/** One of the exports that are compared. */
export interface Side {
  readonly table: RowTable;
  readonly manifest: ExportedManifest;
}

/**
 * Says why a row is added, gone, changed or moved: what can be shown, or what is left when all else is the same in both
 * runs; 'unknown' where two things or more could be it.
 */
export class Causes {
  readonly #old: Side;
  readonly #new: Side;
  readonly #differ: ReadonlySet<RunInput>;
  readonly #verdicts: Verdicts | undefined;
  readonly #oldLines: ReadonlyMap<string, Input>;
  readonly #newLines: ReadonlyMap<string, Input>;
  readonly #oldContents: HashIndex;
  readonly #newContents: HashIndex;
  /** Some lists of people are told in no manifest: where one is named, it may be the cause of anything. */
  readonly #hidden: boolean;

  constructor(old: Side, other: Side, differ: ReadonlySet<RunInput>, verdicts: Verdicts | undefined) {
    this.#old = old;
    this.#new = other;
    this.#differ = differ;
    this.#verdicts = verdicts;
    this.#oldLines = inputsOf(old);
    this.#newLines = inputsOf(other);
    this.#oldContents = contentsOf(old);
    this.#newContents = contentsOf(other);
    this.#hidden = [old, other].some(({ manifest }) => hasOptOut(manifest));
  }

  /** @param row of the new export */
  ofAdded(row: number): string {
    const { table } = this.#new;
    const log = this.#oldLines.get(table.files[table.file[row] ?? 0] ?? '');
    if (log === undefined) return 'new_log';
    if ((table.line[row] ?? 0) > log.lines) return 'new_line';
    if (this.#oldContents.has(table.content[row] ?? 0)) return 'other_id';
    return this.#onlyOne(this.#differ);
  }

  /** @param row of the old export */
  ofGone(row: number): string {
    const { table } = this.#old;
    if (!this.#newLines.has(table.files[table.file[row] ?? 0] ?? '')) return 'log_gone';
    const verdict = this.#verdicts === undefined ? '' : this.#verdicts.of(table.id[row] ?? 0);
    if (verdict === undefined) return 'line_gone';
    if (verdict !== '') return verdict;
    if (this.#verdicts !== undefined && hasRefused(this.#new.manifest)) return 'format';
    if (this.#newContents.has(table.content[row] ?? 0)) return 'other_id';
    return this.#onlyOne(this.#differ);
  }

  /** @param row of the old export; its text is another now */
  ofChanged(row: number): string {
    const { table, manifest } = this.#old;
    const file = table.files[table.file[row] ?? 0] ?? '';
    const differ = new Set(this.#differ);
    // Of a line by itself only its own log counts; the exchanges of a session may stand in several.
    const isAlone = unitOf(manifest) === 'exchange' && unitOf(this.#new.manifest) === 'exchange';
    if (isAlone && this.#oldLines.get(file)?.sha256 === this.#newLines.get(file)?.sha256) differ.delete('logs');
    return this.#onlyOne(differ, false);
  }

  /** @param newRow the same in the new export; its split is another now */
  ofMoved(row: number, newRow: number): string {
    const only = this.#onlyOne(this.#differ);
    if (only !== 'unknown') return only;
    return this.#old.table.clusterSize[row] === this.#new.table.clusterSize[newRow] ? 'unknown' : 'cluster';
  }

  /** @param people whether a list of people may be the cause */
  #onlyOne(differ: ReadonlySet<RunInput>, people = true): string {
    if (differ.size !== 1 || (people && this.#hidden)) return 'unknown';
    const [only = 'unknown'] = differ;
    return only;
  }
}

type Input = ExportedManifest['inputs'][number];

function inputsOf({ manifest }: Side): Map<string, Input> {
  return new Map(manifest.inputs.map((input) => [input.file, input]));
}

function contentsOf({ table }: Side): HashIndex {
  return new HashIndex(table.content.subarray(0, table.count));
}

function unitOf({ config }: ExportedManifest): unknown {
  return property(config.conversation, 'unit');
}

function hasOptOut({ config }: ExportedManifest): boolean {
  const file = property(config.privacy, 'opt_out');
  return file !== undefined && file !== null;
}

/** Some kept examples have no row; whose id is that of a session is not told of others in it. */
function hasRefused(manifest: ExportedManifest): boolean {
  const reasons = Object.keys(manifest.account.dropped.by_reason);
  return unitOf(manifest) === 'exchange' && reasons.some((reason) => /^(?:format|target)\./.test(reason));
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
