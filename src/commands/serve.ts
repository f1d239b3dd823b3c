import { type Command, Option } from 'commander';
import { wholeNumber, withFolderFlags } from './options.ts';

interface ServeFlags {
  readonly config?: string;
  readonly data: string;
  readonly host?: string;
  readonly port?: number;
  readonly quiet?: true;
}

/** Adds `curate serve`: the HTTP service and the dashboard. */
export function registerServe(program: Command): void {
  withFolderFlags(program.command('serve'))
    .summary('take conversations and feedback over HTTP, and show a dashboard')
    .description(
      'Listens for conversations and feedback, appends them to the daily files of the data folder, and shows a dashboard of it at /. Ends on Ctrl-C or SIGTERM, when all that was taken is written.',
    )
    .option('--host <address>', 'the address to listen at (default: serve.host)')
    .addOption(
      new Option('--port <n>', 'the port to listen at; 0: any that is free (default: serve.port)').argParser(
        wholeNumber(0, 65_535),
      ),
    )
    .option('--quiet', 'print no notes')
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  const { startService } = await import('../service/startService.ts');
  const { idKey, note } = await import('./context.ts');
  const { host, port } = flags;
  const service = await startService({
    project: { ...(flags.config !== undefined && { config: flags.config }), data: flags.data, id_key: idKey() },
    overrides: { ...(host !== undefined && { host }), ...(port !== undefined && { port }) },
    log: process.stderr,
  });
  note(flags, `Listening at ${service.url}; data go to ${flags.data}/training_logs. Ctrl-C ends it.`);
}
