import { type Command, Option } from 'commander';
import { type CommonFlags, wholeNumber, withCommonFlags } from './options.ts';

interface SampleFlags extends CommonFlags {
  /** True where it stands without a name. */
  readonly dropped?: string | true;
  readonly split?: string;
  readonly language?: string;
  readonly number: number;
  readonly seed: number;
  readonly full?: true;
  readonly raw?: true;
}

/** Ours: more are not read, and one could take the whole log home by it. */
const MOST = 1000;

/** Adds `curate sample`: some conversations, to be read. */
export function registerSample(program: Command): void {
  withCommonFlags(program.command('sample'))
    .summary('show some conversations, kept or dropped')
    .description(
      'Shows a few conversations to read: as they are written, or with --dropped as they came in, and why they are not kept. The text is scrubbed. The same seed and logs show the same ones. Writes nothing.',
    )
    .option('--dropped [reason]', 'of those dropped: by a stage, for a `stage.reason`, or by any')
    .option('--split <name>', 'of one split: train, val or test')
    .option('--language <code>', 'of one language')
    .addOption(new Option('-n, --number <n>', 'how many').argParser(wholeNumber(1, MOST)).default(5))
    .addOption(
      new Option('--seed <n>', 'another choice for another number').argParser(wholeNumber(0, 2 ** 32 - 1)).default(42),
    )
    .option('--full', 'shorten nothing')
    .option('--raw', 'show the text as it was logged, personal data and all')
    .action(sample);
}

async function sample(flags: SampleFlags): Promise<void> {
  const { lookAtProject } = await import('./context.ts');
  const { sampleReport } = await import('../engine/sample/sampleReport.ts');
  const { project, decided } = await lookAtProject(flags);
  const report = await sampleReport(project, decided, {
    dropped: flags.dropped === true ? '' : flags.dropped,
    split: flags.split,
    language: flags.language,
    most: flags.number,
    seed: flags.seed,
    raw: flags.raw === true,
  });
  if (flags.json) {
    const { writeJson } = await import('../report/json.ts');
    writeJson(process.stdout, report);
    return;
  }
  const { renderSample } = await import('../report/sample.ts');
  const { lookFor } = await import('../report/look.ts');
  process.stdout.write(renderSample(report, lookFor(process.stdout), { full: flags.full === true }));
}
