import type { Command } from 'commander';
import { type CommonFlags, withCommonFlags } from './options.ts';

interface ExplainFlags extends CommonFlags {
  readonly raw?: true;
}

/** Adds `curate explain ID`: everything that happened to one conversation. */
export function registerExplain(program: Command): void {
  withCommonFlags(program.command('explain'))
    .summary('show what each stage did to one conversation')
    .description(
      'Shows one conversation: what came in, what each stage changed, which one dropped it and why, its feedback, its duplicates and its split.',
    )
    .argument('<id>', 'the id of the conversation, as the log has it')
    .option('--raw', 'show the text as it was logged, personal data and all')
    .action(explain);
}

async function explain(id: string, flags: ExplainFlags): Promise<void> {
  const { idKey, lookAtProject, noteWithoutKey } = await import('./context.ts');
  const { explainReport } = await import('../engine/explainReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = await explainReport(project, decided, id, { raw: flags.raw === true, id_key: idKey() });
  if (report.user !== null || report.session !== null) noteWithoutKey(flags);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderExplain } = await import('../report/explain.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderExplain(report, lookFor(process.stdout)));
}
