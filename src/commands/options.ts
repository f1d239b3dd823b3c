import { type Command, InvalidArgumentError, Option } from 'commander';

/** Flags that every command which reads logs takes. */
export interface CommonFlags {
  readonly config?: string;
  readonly data: string;
  readonly since?: string;
  readonly until?: string;
  readonly json?: true;
  readonly quiet?: true;
  readonly workers?: number;
  /** False with `--no-cache`. */
  readonly cache: boolean;
  /** Of commands that have the flag. */
  readonly timings?: true;
}

/** Adds the common flags to a command. */
export function withCommonFlags(command: Command): Command {
  return withFolderFlags(command)
    .option('--since <day>', 'only conversations of this day or later, YYYY-MM-DD')
    .option('--until <day>', 'only conversations of this day or earlier, YYYY-MM-DD')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no progress and no notes')
    .option('--no-cache', 'read every log anew, and keep nothing of it for the next run')
    .addOption(workersOption());
}

/** Adds the flags that say where a team's config and data are. */
export function withFolderFlags(command: Command): Command {
  return command
    .option('--config <file>', 'the YAML config (default: config/fine_tuning_config.yaml where there is one)')
    .option('--data <dir>', 'the folder that holds training_logs/ and curated/', 'data');
}

export function workersOption(): Option {
  return new Option('--workers <n>', 'worker threads (default: one a core)').argParser(wholeNumber(0, 64));
}

/** Adds the flag of commands that can say where their time goes. */
export function withTimings(command: Command): Command {
  return command.option('--timings', 'say what each phase took, and each stage for the logs that are read anew');
}

/** A parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}
