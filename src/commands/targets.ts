import type { Command } from 'commander';

/** Adds `curate targets`: the trainers that an export can be made for, and what each asks of it. */
export function registerTargets(program: Command): void {
  program
    .command('targets')
    .summary('list the trainers to export for, and what each asks')
    .description(
      'Lists the trainers that `curate export --for` knows: what is written, under which names, and what they refuse. With a name, all that is known of one, and where it is from.',
    )
    .argument('[name]', 'one of them, in full')
    .option('--json', 'print one JSON object and nothing else')
    .action(targets);
}

async function targets(name: string | undefined, flags: { readonly json?: true }): Promise<void> {
  const { targetsReport } = await import('../engine/targetsReport.ts');
  const report = targetsReport(name);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderTargets } = await import('../report/targets.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderTargets(report, lookFor(process.stdout)));
}
