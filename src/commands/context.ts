import { type Decided, decideProject, withPool } from '../engine/decideProject.ts';
import type { Pool } from '../engine/pool.ts';
import { findInputs, openProject, type Project } from '../engine/project.ts';
import { startProgress } from '../report/spinner.ts';
import type { CommonFlags } from './options.ts';

/** What the commands that only look (stats, progress, explain) begin with: the project, surveyed and decided. */
export function lookAtProject(flags: CommonFlags): Promise<{ project: Project; decided: Decided }> {
  return lookWithPool(flags, async (project, decided) => ({ project, decided }));
}

/** The same for who decides more than once: `look` has the workers until it is through. */
export async function lookWithPool<Result>(
  flags: CommonFlags,
  look: (project: Project, decided: Decided, pool: Pool) => Promise<Result>,
): Promise<Result> {
  const project = await projectOf(flags);
  warn(flags, project.peopleWarnings);
  const inputs = await findInputs(project);
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  try {
    return await withPool(inputs, flags.workers, async (pool) =>
      look(project, await decideProject(project, inputs, pool, display), pool),
    );
  } finally {
    display.done();
  }
}

/** The project that the flags mean. */
export function projectOf(flags: CommonFlags, cache: 'use' | 'read' = 'use'): Promise<Project> {
  return openProject({ ...flags, id_key: idKey(), cache: flags.cache ? cache : 'off' });
}

/** The key for pseudonyms; an empty one is none. */
export function idKey(): string | undefined {
  return process.env.CURATE_ID_KEY || undefined;
}

/** For commands that let ids out, or keep what stands for them: says what plain hashes are worth. */
export function noteWithoutKey(flags: { readonly quiet?: true }): void {
  if (idKey() !== undefined) return;
  note(
    flags,
    'note: CURATE_ID_KEY is not set, so user and session ids leave as plain hashes; whoever can guess an id can find its hash.',
  );
}

/** What should not go unseen, on standard error. */
export function warn(flags: { readonly quiet?: true }, warnings: readonly string[]): void {
  for (const warning of warnings) note(flags, `warning: ${warning}`);
}

/** Notes for people on standard error, unless they asked for quiet. */
export function note(flags: { readonly quiet?: true }, text: string): void {
  if (!flags.quiet) process.stderr.write(`${text}\n`);
}
