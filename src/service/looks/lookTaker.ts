import { decideProject, withPool } from '../../engine/decideProject.ts';
import { fileProblem } from '../../engine/fileProblem.ts';
import { progressReport } from '../../engine/progressReport.ts';
import { inputsThere, openProject, type Project, type ProjectOptions } from '../../engine/project.ts';
import { statsReport } from '../../engine/statsReport.ts';
import { SILENT } from '../../engine/surveyLogs.ts';
import { CurateError } from '../../errors.ts';
import { folderState } from './folderState.ts';
import { type Look, type LookOutcome, type LookSource, MOST_COMMENTS } from './look.ts';
import { newestComments } from './newestComments.ts';

/** The thread that looks does all itself: threads of its own would take the processors from who serves requests. */
const WORKERS = 0;

/**
 * Ours: what was surveyed is kept for the next run at most so often. The digest of today's log is written whole, 30 MB for 100,000
 * conversations; between two writings only the lines since then are surveyed again.
 */
const KEEP_EVERY_MS = 10_000;

/** Takes the numbers of a data folder, as `curate stats` and `curate progress` do, whenever something of it has changed. */
export class LookTaker implements LookSource {
  readonly #options: ProjectOptions;
  readonly #now: () => Date;
  #kept = Number.NEGATIVE_INFINITY;
  #before: { readonly project: Project; readonly state: string } | undefined;

  constructor(options: ProjectOptions, now: () => Date = () => new Date()) {
    this.#options = options;
    this.#now = now;
  }

  async look(): Promise<LookOutcome> {
    try {
      const now = this.#now();
      if (await this.#isSame(now)) return { kind: 'same' };
      return { kind: 'look', look: await this.#take(now) };
    } catch (error) {
      this.#before = undefined;
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      return { kind: 'problem', sentence: problem.message };
    }
  }

  async close(): Promise<void> {}

  async #isSame(now: Date): Promise<boolean> {
    if (this.#before === undefined) return false;
    const { project, state } = this.#before;
    return folderState(project, await inputsThere(project), now) === state;
  }

  async #take(now: Date): Promise<Look> {
    const keeps = now.getTime() - this.#kept >= KEEP_EVERY_MS;
    const project = await openProject({ ...this.#options, cache: keeps ? 'use' : 'read' });
    const inputs = await inputsThere(project);
    // Of before the look: what is written meanwhile is for the next one.
    const state = folderState(project, inputs, now);
    const decided = await withPool(inputs, WORKERS, (pool) => decideProject(project, inputs, pool, SILENT));
    const look = {
      stats: statsReport(project, decided),
      progress: progressReport(project, decided, now),
      comments: await commentsOr(() => newestComments(project, inputs, decided.decisions, MOST_COMMENTS)),
    };
    this.#before = { project, state };
    if (keeps) this.#kept = now.getTime();
    return look;
  }
}

/** Comments that cannot be scrubbed, as the recogniser is down, keep nobody from the numbers. */
async function commentsOr(read: () => Promise<Exclude<Look['comments'], string>>): Promise<Look['comments']> {
  try {
    return await read();
  } catch (error) {
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    return problem.message;
  }
}

function problemOf(error: unknown): CurateError | undefined {
  return error instanceof CurateError ? error : fileProblem(error);
}
