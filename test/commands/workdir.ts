import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach } from 'vitest';
import { CLI, curate, launch, onTerminal, type Run, type RunOptions, type Started } from './program.ts';

export type { Run, RunOptions } from './program.ts';

/** Text or bytes as they are; a list of objects becomes a line each. */
type Content = string | Buffer | readonly object[];

const opened: Workdir[] = [];
let transcript: string[] = [];

/** A fresh temporary folder, gone when the test file is through. */
export class Workdir {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'curate-test-')));

  constructor() {
    opened.push(this);
  }

  /** Writes files with the folders they need. The text of a name that ends in `.gz` is compressed. */
  write(files: Readonly<Record<string, Content>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, name)), { recursive: true });
      writeFileSync(join(this.path, name), bytesOf(name, content));
    }
    return this;
  }

  read(name: string): string {
    return this.bytes(name).toString('utf8');
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.path, name));
  }

  /** Names of all files below `folder`, sorted; none when it is missing. */
  list(folder = '.'): string[] {
    try {
      const entries = readdirSync(join(this.path, folder), { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory());
      return files
        .map(({ parentPath, name }) => join(parentPath, name).slice(join(this.path, folder).length + 1))
        .sort();
    } catch {
      return [];
    }
  }

  /** Runs `curate` with this folder as its working directory. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
    return this.start(args, options).done;
  }

  /** Like `run`, for those who mean to disturb it. */
  start(args: readonly string[], options: RunOptions = {}): Started {
    return this.#launch(options.tty === true ? onTerminal(args) : curate(args), options);
  }

  /** Runs a line of bash; `$CURATE` is the program, and a pipe fails when any of its programs does. */
  shell(line: string, options: RunOptions = {}): Promise<Run> {
    const script = `set -o pipefail; CURATE="${process.execPath} ${CLI}"; ${line}`;
    return this.#launch(['bash', '-c', script], options).done;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #launch(command: Parameters<typeof launch>[0], options: RunOptions): Started {
    return launch(command, this.path, options, (account) => transcript.push(account));
  }
}

afterEach(({ task }) => {
  if (task.result?.state === 'fail') process.stderr.write(transcript.join('\n'));
  transcript = [];
});

afterAll(() => {
  for (const folder of opened) folder.remove();
});

function bytesOf(name: string, content: Content): string | Buffer {
  if (Buffer.isBuffer(content)) return content;
  const text = typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('');
  return name.endsWith('.gz') ? gzipSync(text) : text;
}
