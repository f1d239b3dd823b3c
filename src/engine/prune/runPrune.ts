import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ARCHIVE, archivedNameOf } from '../../inputs/archivedFiles.ts';
import type { PrunedFile, PruneReport, StayReason } from '../../report/types.ts';
import { benchmarkOf } from '../benchmark/benchmarkOf.ts';
import { withPool } from '../decideProject.ts';
import type { IdRules } from '../leavingId.ts';
import { inOrder, type Pool } from '../pool.ts';
import { findInputs, type Inputs, type Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import type { ArchiveResult } from '../tasks.ts';
import { ArchivePlace, isLink, isUntouched, removeRaw } from './archivePlace.ts';
import { Curated } from './curated.ts';
import { type DueFile, dueFiles, firstKeptDay } from './dueFiles.ts';
import { addReceipt, prunedHashes } from './receipts.ts';

export interface PruneRequest {
  /** Days, instead of `privacy.retention_days`. */
  readonly older_than?: number | undefined;
  /** Say what would be done, and write nothing. */
  readonly dry_run: boolean;
  /** Key of the pseudonyms. */
  readonly id_key: string | undefined;
  readonly workers?: number | undefined;
  readonly now: Date;
  readonly listener: ProgressListener;
}

/**
 * Removes raw logs that are older than they may be, and keeps of each what exports need: the answer to `curate prune`. A file
 * that the exports do not have as it is now stays.
 * @throws CurateError when it cannot be done; every file is then as it was, or archived and gone
 */
export async function runPrune(project: Project, request: PruneRequest): Promise<PruneReport> {
  const place = request.dry_run ? undefined : new ArchivePlace(project);
  try {
    return await prune(project, request, place);
  } finally {
    place?.close();
  }
}

async function prune(project: Project, request: PruneRequest, place: ArchivePlace | undefined): Promise<PruneReport> {
  const days = request.older_than ?? project.config.privacy.retention_days;
  const before = firstKeptDay(days, request.now);
  const inputs = await findInputs(project);
  const raw: Inputs = { conversations: inputs.conversations.filter(isRaw), feedback: inputs.feedback.filter(isRaw) };
  const files = await withPool(raw, request.workers, async (pool) => {
    const due = await dueFiles(project, raw, before, pool);
    const work = new PruneWork(project, request, pool, place);
    const done: PrunedFile[] = [];
    for await (const archived of inOrder(pool, due, (file) => work.archive(file))) {
      done.push(work.remove(archived));
      request.listener.update({ phase: 'write', done: done.length, total: due.length, lines: done.length, bytes: 0 });
    }
    return done;
  });
  const gone = files.filter(({ reason }) => reason === null);
  return {
    command: 'prune',
    dry_run: request.dry_run,
    older_than_days: days,
    before,
    due: files.length,
    pruned: gone.length,
    stayed: files.length - gone.length,
    bytes_freed: gone.reduce((sum, { bytes_freed }) => sum + bytes_freed, 0),
    files,
  };
}

function isRaw({ archive }: Inputs['conversations'][number]): boolean {
  return archive !== true;
}

/** A file on its way: what was written aside of it, or why it stays. */
interface Archived extends DueFile {
  readonly sha256: string;
  readonly draft: string | undefined;
  readonly result: ArchiveResult | undefined;
  readonly reason: StayReason | null;
}

class PruneWork {
  readonly #project: Project;
  readonly #pool: Pool;
  readonly #place: ArchivePlace | undefined;
  readonly #ids: IdRules;
  readonly #when: string;
  readonly #curated: Curated;
  readonly #before: Map<string, string>;

  constructor(project: Project, { id_key, now }: PruneRequest, pool: Pool, place: ArchivePlace | undefined) {
    this.#project = project;
    this.#pool = pool;
    this.#place = place;
    this.#ids = { id_key, hashed_ids: project.config.privacy.hashed_ids };
    this.#when = now.toISOString();
    this.#curated = new Curated(project.curated, project.config);
    this.#before = prunedHashes(project.data);
  }

  /** Writes aside what is kept of a file, if it may go. */
  async archive(due: DueFile): Promise<Archived> {
    const { file, kind } = due;
    const sha256 = await this.#pool.hash({ kind: 'hash', file });
    const reason = this.#whyStays(due, sha256) ?? null;
    if (reason !== null) return { ...due, sha256, draft: undefined, result: undefined, reason };
    const { read, survey: plan, left_out, decide } = this.#project.plans;
    const draft = this.#place?.draft();
    const people = { left_out, opted_out: decide.privacy.opted_out };
    const benchmark = (await benchmarkOf(plan))?.benchmark;
    const task = { file, of: kind, read, plan, benchmark, ids: this.#ids, draft, ...people };
    const result = await this.#pool.archive({ kind: 'archive', ...task });
    return { ...due, sha256, draft, result, reason };
  }

  /** Puts the archived file in its place, whole, and only then removes the raw one. Killed in between, both are there. */
  remove({ file, kind, day, sha256, draft, result, reason }: Archived): PrunedFile {
    const about = { file: file.name, kind, day, bytes: file.bytes };
    if (result === undefined) return { ...about, ...NOTHING, reason };
    if (!isUntouched(file)) return { ...about, ...NOTHING, reason: 'changed' };
    if (this.#isNameUsed(file, sha256)) return { ...about, ...NOTHING, reason: 'name_used_before' };
    const { records, archived, dropped, malformed, bytes, lines } = result;
    const isEmpty = lines === 0;
    let archive = isEmpty ? null : `${ARCHIVE}/${archivedNameOf(file.name)}`;
    if (this.#place !== undefined && draft !== undefined) {
      // First of all: there is a receipt of every file that is gone, and of every archived one, by which a second run knows it.
      addReceipt(this.#project.data, { file: file.name, sha256, records, archived, when: this.#when });
      this.#before.set(file.name, sha256);
      archive = this.#place.put(file, draft, isEmpty);
      if (!removeRaw(file)) {
        this.#place.takeBack(file);
        return { ...about, ...NOTHING, reason: 'changed' };
      }
    }
    return { ...about, records, archived, dropped, malformed, archive, bytes_freed: file.bytes - bytes, reason };
  }

  #whyStays({ file }: DueFile, sha256: string): StayReason | undefined {
    if (isLink(file)) return 'link';
    if (this.#isNameUsed(file, sha256)) return 'name_used_before';
    return this.#curated.whyNot(file.name, file.bytes, sha256);
  }

  /** There is an archived file of its name that was made of other bytes: what is kept of those would be lost. */
  #isNameUsed({ name }: DueFile['file'], sha256: string): boolean {
    const isArchived = existsSync(join(this.#project.data, ARCHIVE, archivedNameOf(name)));
    return isArchived && this.#before.get(name) !== sha256;
  }
}

const NOTHING = { records: 0, archived: 0, dropped: 0, malformed: 0, archive: null, bytes_freed: 0 } as const;
