import type { Command } from 'commander';
import { CurateError } from '../errors.ts';

interface CacheFlags {
  readonly data: string;
  readonly json?: true;
}

/** Adds `curate cache [clear]`: what is kept of logs that were read before. */
export function registerCache(program: Command): void {
  program
    .command('cache')
    .summary('show or clear what is kept of logs that were read before')
    .description(
      'A log that was read once is not read again: its digest (numbers and hashes, no text) is kept in <data>/.curate/cache/. Shows how much that is; `clear` removes it, and costs nothing but the time to read all logs again.',
    )
    .argument('[action]', 'clear')
    .option('--data <dir>', 'the folder that holds training_logs/ and curated/', 'data')
    .option('--json', 'print one JSON object and nothing else')
    .action(cache);
}

async function cache(action: string | undefined, flags: CacheFlags): Promise<void> {
  if (action !== undefined && action !== 'clear') {
    throw new CurateError(`curate cache ${action.slice(0, 40)}: the only action is clear.`);
  }
  const { cacheReport, clearCache } = await import('../engine/cache/cacheReport.ts');
  const report = cacheReport(flags.data, new Date());
  if (action === 'clear') clearCache(flags.data);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, { command: 'cache', cleared: action === 'clear', ...report });
    return;
  }
  const { renderCache } = await import('../report/cache.ts');
  process.stdout.write(renderCache(report, action === 'clear'));
}
