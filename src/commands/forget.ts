import type { Command } from 'commander';
import type { Subject } from '../engine/forget/person.ts';
import { CurateError, GateFailed } from '../errors.ts';
import { withFolderFlags } from './options.ts';

interface ForgetFlags {
  readonly user?: string;
  readonly session?: string;
  readonly conversation?: string;
  readonly also?: readonly string[];
  readonly dryRun?: true;
  readonly config?: string;
  readonly data: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds `curate forget`: a person, a session or a conversation is removed from everything, and kept out. */
export function registerForget(program: Command): void {
  withFolderFlags(program.command('forget'))
    .summary('remove a person, a session or a conversation from everything')
    .description(
      'Removes a person, a session or a conversation from the raw logs, the feedback, the archive, what is kept of earlier runs, and every data set in <data>/curated; leaves a receipt in <data>/privacy/receipts, and an entry in <data>/privacy/forgotten.jsonl by which no later or restored line counts. Ids are raw, as the logs have them, or pseudonyms, as exports have them. When it was interrupted, call it again: it goes on where it was. Exits with 1 when a file could not be looked at.',
    )
    .option('--user <id>', 'everything of this user')
    .option('--session <id>', 'everything of this session')
    .option('--conversation <id>', 'this conversation and the feedback on it')
    .option('--also <dirs...>', 'further folders with exports, made with -o elsewhere')
    .option('--dry-run', 'say what would be removed, and change nothing')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no notes')
    .action(forget);
}

async function forget(flags: ForgetFlags): Promise<void> {
  const subject = subjectOf(flags);
  const { idKey, note, projectOf, warn } = await import('./context.ts');
  const { runForget } = await import('../engine/forget/runForget.ts');
  const { INTERRUPTED } = await import('../engine/privacy/peopleLeftOut.ts');
  const project = await projectOf({ ...flags, cache: true }, 'read');
  const request = { subject, also: flags.also ?? [], dry_run: flags.dryRun === true, id_key: idKey() };
  const report = await runForget(project, request);
  const known = project.peopleWarnings.filter((warning) => warning !== INTERRUPTED);
  warn(flags, [...known, ...report.warnings]);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
  } else if (!flags.quiet) {
    const { renderForget } = await import('../report/forget.ts');
    const { lookFor } = await import('../report/look.ts');
    process.stdout.write(renderForget(report, lookFor(process.stdout)));
  }
  if (idKey() === undefined && report.entries > 0) {
    note(
      flags,
      'note: CURATE_ID_KEY is not set, so the list of the forgotten holds plain hashes; whoever can guess an id can find its hash.',
    );
  }
  if (report.left.length > 0) {
    throw new GateFailed(
      `${report.left.map(({ file, why }) => `${file}: ${why}.`).join(' ')} It may still hold something: mend or delete it, and run the command again.`,
    );
  }
}

/** @throws CurateError unless exactly one is named */
function subjectOf({ user, session, conversation }: ForgetFlags): Subject {
  const given = Object.entries({ user, session, conversation }).flatMap(([kind, id]) =>
    id === undefined ? [] : [{ kind, id }],
  );
  if (given.length !== 1)
    throw new CurateError('curate forget needs one of --user ID, --session ID and --conversation ID.');
  const id = (user ?? session ?? conversation ?? '').trim();
  if (id === '') throw new CurateError('curate forget needs an id that is not empty.');
  return { kind: user !== undefined ? 'user' : session !== undefined ? 'session' : 'conversation', given: id };
}
