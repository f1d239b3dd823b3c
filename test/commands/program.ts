import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The program as users run it. `CURATE_CLI` names another build of it: one that was broken to see tests fail. */
export const CLI = process.env.CURATE_CLI ?? fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Run {
  /** Exit code; 128 + the number of the signal that ended it, as shells have it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Added to PATH and HOME: nothing else of the tests' own environment reaches the program. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** On a pseudo-terminal of 100 columns: all output comes as `stdout`. Needs `script` of util-linux. */
  readonly tty?: boolean;
  /** As a user who may not pass over the rights of files, which root may. */
  readonly unprivileged?: boolean;
}

export interface Started {
  kill(signal: NodeJS.Signals): void;
  readonly done: Promise<Run>;
}

type Command = readonly [string, ...string[]];

/** The user `nobody` of Linux. */
const NOBODY = 65_534;

export const curate = (args: readonly string[]): Command => [process.execPath, CLI, ...args];

/** A pseudo-terminal begins without a size, and nobody looks at one without. */
export function onTerminal(args: readonly string[]): Command {
  const quoted = [process.execPath, CLI, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  return ['script', '-qec', `stty cols 100 rows 30; exec ${quoted.join(' ')}`, '/dev/null'];
}

/** Starts a program in the folder `cwd`. `told` is handed what it did, for whoever has to find out why a test fails. */
export function launch(
  [command, ...args]: Command,
  cwd: string,
  options: RunOptions,
  told: (account: string) => void,
): Started {
  const { env = {}, stdin = '', unprivileged = false } = options;
  const { PATH = '', HOME = '' } = process.env;
  const user = unprivileged && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...env }, ...user });
  const stdout = textOf(child.stdout);
  const stderr = textOf(child.stderr);
  child.stdin.on('error', () => {}); // the program may be through before it has read anything
  child.stdin.end(stdin);
  const done = new Promise<Run>((resolve, reject) => {
    child.once('error', reject).once('close', (status, signal) => {
      const run = {
        code: status ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        stdout: stdout(),
        stderr: stderr(),
      };
      told(described([command, ...args], cwd, run));
      resolve(run);
    });
  });
  return { kill: (signal) => child.kill(signal), done };
}

function textOf(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (more: string) => {
    text += more;
  });
  return () => text;
}

function described(command: readonly string[], cwd: string, { code, stdout, stderr }: Run): string {
  const most = 4_000;
  const part = (name: string, text: string) => `--- ${name}\n${text.slice(0, most)}${text.length > most ? '…' : ''}\n`;
  return `\n$ ${command.join(' ')}\n  in ${cwd}, exit code ${code}\n${part('stdout', stdout)}${part('stderr', stderr)}`;
}
