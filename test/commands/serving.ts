import { spawn } from 'node:child_process';
import { CLI } from './program.ts';
import type { Workdir } from './workdir.ts';

export interface Serving {
  /** Such as `http://127.0.0.1:4711`. */
  readonly url: string;
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  stop(): Promise<number | null>;
}

/** Runs `curate serve` of the built program at a free port, in a folder, until it listens. */
export async function serve(
  folder: Workdir,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Serving> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', ...args], {
    cwd: folder.path,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let told = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      told += more;
      const [found] = /http:\/\/[\w.:[\]]+:\d+/.exec(told) ?? [];
      if (found !== undefined) resolve(found);
    });
    ended.then((code) => reject(new Error(`curate serve ended with exit code ${code}: ${told}`)));
  });
  return {
    url,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
