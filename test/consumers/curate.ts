import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const formatsSchema = z.object({ formats: z.array(z.object({ name: z.string() })) });
const targetsSchema = z.object({ targets: z.array(z.object({ name: z.string(), formats: z.array(z.string()) })) });

/** The built program. */
export class Curate {
  private known: string[] | undefined;

  /** @param cli the file that Node is to run */
  constructor(private readonly cli: string) {}

  /** The names of all formats. */
  formats(): string[] {
    this.known ??= formatsSchema.parse(JSON.parse(this.run(['stages', '--json']))).formats.map(({ name }) => name);
    return this.known;
  }

  /** The targets of `export --for` with their formats. */
  targets(): { readonly name: string; readonly formats: readonly string[] }[] {
    return targetsSchema.parse(JSON.parse(this.run(['targets', '--json']))).targets;
  }

  /**
   * @param data a folder with training_logs/ and config.yaml
   * @returns false where the data is written and the program itself says that its target would refuse it
   * @throws Error with what the program said when it did not end well
   */
  export(data: string, flags: readonly string[]): boolean {
    return (
      this.end(['export', '--data', data, '--config', join(data, 'config.yaml'), '--quiet', '--no-cache', ...flags])
        .refused === undefined
    );
  }

  /** What `stats --json` says of a data folder. */
  stats(data: string): unknown {
    return JSON.parse(this.run(['stats', '--json', '--quiet', '--no-cache', '--data', data]));
  }

  private run(args: readonly string[]): string {
    return this.end(args).stdout;
  }

  private end(args: readonly string[]): { stdout: string; refused?: string } {
    const options = { encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.cli, ...args], options);
    if (status === 1 && stderr.includes('would refuse it')) return { stdout, refused: stderr };
    if (status !== 0) throw new Error(`curate ${args.join(' ')} ended with exit code ${status}: ${stderr}`);
    return { stdout };
  }
}
