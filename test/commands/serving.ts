import { spawn } from 'node:child_process';
import { CLI } from './program.ts';

export interface Serving {
  /** Such as `http://127.0.0.1:4711`. */
  readonly url: string;
  /** Ends it as Ctrl-C does, and waits until it has ended. */
  stop(): Promise<number | null>;
}

/**
 * Runs `curate serve` of the built program at a free port, in a folder, until it listens.
 * @param cli another build of it
 */
export async function serve(
  folder: { readonly path: string },
  args: readonly string[] = [],
  cli: string = CLI,
): Promise<Serving> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', ...args], {
    cwd: folder.path,
    env: { PATH, HOME },
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
