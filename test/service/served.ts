import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { CLI } from '../commands/program.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly stdout: string;
}

/** `curate serve` as users run it, in a process of its own. */
export class Served {
  readonly folder: string;
  readonly ended: Promise<Ended>;
  stderr = '';
  #stdout = '';
  readonly #child: ChildProcess;

  /** @param config the YAML config */
  constructor(config: string, folder = newFolder(), env: Readonly<Record<string, string>> = {}) {
    this.folder = folder;
    writeFileSync(join(folder, 'curate.yaml'), config);
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--config', 'curate.yaml'], {
      cwd: folder,
      env: { PATH, HOME, ...env },
    });
    this.#child = child;
    child.stderr.setEncoding('utf8').on('data', (more: string) => {
      this.stderr += more;
    });
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      this.#stdout += more;
    });
    this.ended = new Promise((resolve) =>
      child.once('close', (code, signal) => resolve({ code, signal, stderr: this.stderr, stdout: this.#stdout })),
    );
    onTestFinished(() => void child.kill('SIGKILL'));
  }

  /** Where it listens, as it says. */
  async url(): Promise<string> {
    for (;;) {
      const url = /Listening at (http:\/\/[\d.:]+);/.exec(this.stderr)?.[1];
      if (url !== undefined) return url;
      if (this.#child.exitCode !== null) throw new Error(`curate serve ended: ${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Lines of all its logs, parsed: a torn one throws. */
  lines(): { readonly conversation_id: string }[] {
    const logs = join(this.folder, 'data', 'training_logs');
    return readdirSync(logs).flatMap((name) => {
      const text = readFileSync(join(logs, name), 'utf8');
      if (!text.endsWith('\n')) throw new Error(`${name} ends in the middle of a line`);
      return text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));
    });
  }
}

export function newFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'curate-served-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
