import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export const pages: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs')).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
];

export function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

/** The code blocks of a page in one language. */
export function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(/^ *```(\w*)\n([\s\S]*?)^ *```$/gm)].flatMap(([, name, code = '']) =>
    name === language ? [code] : [],
  );
}

export const sample = join(root, 'data/training_logs');
const opened: string[] = [];
afterAll(() => {
  for (const folder of opened) rmSync(folder, { recursive: true });
});

/** A project of its own with those files of the sample: nothing that a test could spoil. */
export function projectWith(files: readonly string[]): string {
  const project = mkdtempSync(join(tmpdir(), 'curate-docs-'));
  opened.push(project);
  cpSync(join(root, 'config'), join(project, 'config'), { recursive: true });
  for (const file of files) cpSync(join(sample, file), join(project, 'data/training_logs', file));
  return project;
}

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function node(args: readonly string[], cwd: string): Promise<Run> {
  const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [...args], options, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** The built program, in the folder `cwd`. */
export function curate(args: readonly string[], cwd: string): Promise<Run> {
  return node([join(root, 'dist/cli.js'), ...args], cwd);
}
