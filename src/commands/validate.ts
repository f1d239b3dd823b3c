import type { Command } from 'commander';
import type { DataSet } from '../engine/validate/dataSet.ts';
import { GateFailed } from '../errors.ts';
import type { ValidateReport } from '../report/types.ts';
import { wholeNumber, withFolderFlags, workersOption } from './options.ts';

interface ValidateFlags {
  readonly config?: string;
  readonly data: string;
  readonly for?: string;
  readonly format?: string;
  readonly maxLength?: number;
  /** False with `--no-personal-data`. */
  readonly personalData: boolean;
  readonly json?: true;
  readonly quiet?: true;
  readonly workers?: number;
}

/** Adds `curate validate PATH`: would a trainer take this data set, whoever made it. */
export function registerValidate(program: Command): void {
  withFolderFlags(program.command('validate'))
    .summary('check a data set, ours or not, as its trainer would')
    .description(
      'Checks every row of a data set and tells file, line, key and cure of each problem, never the text. Exits with 1 when the trainer would refuse it, or drop or change rows without a word.',
    )
    .argument('<path>', 'a file, or a folder with the files of a data set')
    .option('--for <target>', 'the trainer that is to read it (curate targets lists them)')
    .option('--format <name>', 'the format of its rows (default: as the rows look)')
    .option('--max-length <tokens>', 'tokens that the trainer takes of one example', wholeNumber(1, 100_000_000))
    .option('--no-personal-data', 'do not look for personal data, which takes most of the time')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no progress and no notes')
    .addOption(workersOption())
    .action(validate);
}

async function validate(path: string, flags: ValidateFlags): Promise<void> {
  const began = performance.now();
  const { openDataSet } = await import('../engine/validate/dataSet.ts');
  const set = await openDataSet(path, { format: flags.format, target: flags.for });
  const report = await check(set, flags, began);
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
  } else {
    const { renderValidate } = await import('../report/validate.ts');
    const { lookFor } = await import('../report/look.ts');
    process.stdout.write(renderValidate(report, lookFor(process.stdout)));
  }
  if (!report.ok) throw new GateFailed(`${path} has problems that a trainer does not take (${report.errors}).`);
}

async function check(set: DataSet, flags: ValidateFlags, began: number): Promise<ValidateReport> {
  const { openProject } = await import('../engine/project.ts');
  const { tokenizerPlan } = await import('../engine/tokenizer/tokenizerPlan.ts');
  const { scanPlan } = await import('../engine/scan/scanPlan.ts');
  const { validateData } = await import('../engine/validate/validateData.ts');
  const { withPool } = await import('../engine/decideProject.ts');
  const { startProgress } = await import('../report/spinner.ts');
  const { config, configFile } = await openProject({ config: flags.config, data: flags.data, cache: 'off' });
  const settings = {
    scan: flags.personalData ? scanPlan(config, {}) : undefined,
    max_tokens: flags.maxLength,
    tokenizer: tokenizerPlan(config.tokenizer, configFile),
    max_line_bytes: config.inputs.max_line_bytes,
  };
  const display = startProgress(process.stderr, { quiet: flags.quiet === true });
  const inputs = { conversations: set.files.map(({ file }) => file), feedback: [] };
  try {
    const found = await withPool(inputs, flags.workers, (pool) => validateData(set, settings, pool, display));
    return { ...found, seconds: Math.round((performance.now() - began) / 10) / 100 };
  } finally {
    display.done();
  }
}
