import { type Command, Option } from 'commander';
import { wholeNumber, withFolderFlags } from './options.ts';

interface ServeFlags {
  readonly config?: string;
  readonly data: string;
  readonly host?: string;
  readonly port?: number;
  readonly openapi?: true;
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
    .option('--openapi', 'print the OpenAPI document of the service, and listen to nothing')
    .option('--quiet', 'print no notes')
    .action(serve);
}

async function serve(flags: ServeFlags): Promise<void> {
  if (flags.openapi) return printDocument();
  const { startService } = await import('../service/startService.ts');
  const { idKey, note, warn } = await import('./context.ts');
  const { config, data, host, port } = flags;
  const asked = new StopAsked();
  const service = await startService({
    project: { config, data, id_key: idKey() },
    overrides: { ...(host !== undefined && { host }), ...(port !== undefined && { port }) },
    tokens: process.env.CURATE_TOKENS,
    log: process.stderr,
  });
  warn(flags, service.warnings);
  note(flags, `Listening at ${service.url}; lines go to ${service.logs}. ${service.access} Ctrl-C ends it.`);
  await asked.wait();
  note(flags, 'Stopping: requests under way are answered and written. Once more ends it at once.');
  await service.close();
}

async function printDocument(): Promise<void> {
  const { openApiDocument } = await import('../service/openapi.ts');
  const { ROUTES } = await import('../service/routes/index.ts');
  const { version } = await import('../version.ts');
  process.stdout.write(`${JSON.stringify(openApiDocument(ROUTES, version()), null, 2)}\n`);
}

/** Takes the place of what signals do otherwise, once: a second one ends the program at once, as ever. */
class StopAsked {
  readonly #asked: Promise<void>;

  constructor() {
    this.#asked = new Promise((resolve) => {
      const usual = STOPS.map((signal) => [signal, process.listeners(signal)] as const);
      const stop = (): void => {
        for (const [signal, listeners] of usual) {
          process.removeListener(signal, stop);
          for (const listener of listeners) process.on(signal, listener);
        }
        resolve();
      };
      for (const signal of STOPS) process.removeAllListeners(signal).on(signal, stop);
    });
  }

  wait(): Promise<void> {
    return this.#asked;
  }
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
