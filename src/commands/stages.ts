import type { Command } from 'commander';

/** Adds `curate stages`: every stage, its options and reasons, and every format. */
export function registerStages(program: Command): void {
  program
    .command('stages')
    .summary('list stages, their options and reasons, and formats')
    .description(
      "Lists every stage by kind, with its options and the reasons it drops for, and every format. The order in which they run is the config's.",
    )
    .option('--json', 'print one JSON object and nothing else')
    .action(stages);
}

async function stages(flags: { readonly json?: true }): Promise<void> {
  const { stagesReport } = await import('../engine/stagesReport.ts');
  const report = stagesReport();
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderStages } = await import('../report/stages.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderStages(report, lookFor(process.stdout)));
}
