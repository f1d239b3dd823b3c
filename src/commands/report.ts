import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { PACKAGE_FOLDER } from '../packageFolder.ts';
import type { PageReport } from '../report/types.ts';
import { version } from '../version.ts';
import { type CommonFlags, withCommonFlags } from './options.ts';

interface ReportFlags extends CommonFlags {
  readonly out?: string;
}

/** Made by the build of `src/page/`. */
const SCRIPT = new URL('dist/page/charts.js', PACKAGE_FOLDER);

/** Adds `curate report`: the numbers of `stats` and `progress` as one page with charts. */
export function registerReport(program: Command): void {
  withCommonFlags(program.command('report'))
    .summary('write one HTML page with charts')
    .description(
      'Writes what `curate stats` and `curate progress` count as one HTML page with charts: losses, days, progress, splits, ratings, duplicates, lengths, languages. It needs no network and holds no text of a log and no ids.',
    )
    .option('-o, --out <file>', 'where to write it (default: curated/report.html in the data folder)')
    .action(report);
}

async function report(flags: ReportFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { pageData } = await import('../engine/page/pageData.ts');
  const { writePage } = await import('../engine/page/writePage.ts');
  const { renderPage } = await import('../report/page/page.ts');
  const { project, decided } = await lookAtProject(flags);
  const data = pageData(project, decided, new Date());
  const out = flags.out === undefined ? join(project.curated, 'report.html') : resolve(flags.out);
  const bytes = writePage(out, renderPage(data, { script: readFileSync(SCRIPT, 'utf8'), version: version() }));
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, { command: 'report', out, bytes, ...data } satisfies PageReport);
    return;
  }
  if (flags.quiet) return;
  const { integer, bytes: size } = await import('../report/numbers.ts');
  process.stdout.write(
    `${out}: ${integer(data.stats.kept)} of ${integer(data.stats.records)} conversations kept, ${size(bytes)}\n`,
  );
}
