import { constants } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { CurateError } from '../errors.ts';
import { PACKAGE_FOLDER } from '../packageFolder.ts';

const OWN_CONFIG = new URL('config/', PACKAGE_FOLDER);
const FILES = ['fine_tuning_config.yaml', 'fine_tuning_config.schema.json'];
const FOLDERS = ['config', 'data/training_logs', 'data/curated'];

interface InitFlags {
  readonly json?: true;
  readonly quiet?: true;
}

/** Adds `curate init [DIR]`: a config with every option, and the folders for logs and data sets. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .summary('write a config and the folders for a new project')
    .description('Writes a config with every option and the folders for logs and data sets. No file is ever replaced.')
    .argument('[dir]', 'where the project lives; made when it is missing', '.')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no notes')
    .action(init);
}

async function init(folder: string, flags: InitFlags): Promise<void> {
  const { created, existing } = await createProject(folder);
  if (flags.json) {
    process.stdout.write(`${JSON.stringify({ command: 'init', created, existing })}\n`);
    return;
  }
  for (const path of created) process.stdout.write(`created  ${path}\n`);
  for (const path of existing) process.stdout.write(`kept     ${path} (it is there already)\n`);
  if (!flags.quiet) process.stderr.write(nextStep(folder));
}

interface CreatedProject {
  /** Paths that were made, beginning with the folder as it was named. */
  readonly created: string[];
  /** Paths that were there before and are left as they are. */
  readonly existing: string[];
}

/**
 * Makes what is missing of a project: the config, its schema for editors, and the data folders.
 *
 * @throws CurateError when the folder cannot be written, or a file stands where a folder belongs
 */
async function createProject(folder: string): Promise<CreatedProject> {
  const created: string[] = [];
  const existing: string[] = [];
  const note = (path: string, isNew: boolean) => (isNew ? created : existing).push(path);
  for (const name of FOLDERS) {
    const path = join(folder, name);
    note(`${path}/`, await explained(path, () => createFolder(path)));
  }
  for (const name of FILES) {
    const path = join(folder, 'config', name);
    note(path, await explained(path, () => copyOnce(new URL(name, OWN_CONFIG), path)));
  }
  return { created, existing };
}

/** @returns whether the folder is new */
async function createFolder(path: string): Promise<boolean> {
  return (await mkdir(path, { recursive: true })) !== undefined;
}

/** @returns whether the file is new; one that exists is never touched, not even when it appears this very moment */
async function copyOnce(from: URL, path: string): Promise<boolean> {
  try {
    await copyFile(fileURLToPath(from), path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  if (!(await stat(path)).isFile())
    throw new CurateError(`${path} is in the way: it should be a file; move it elsewhere.`);
  return false;
}

async function explained(path: string, step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    const inTheWay = code === 'EEXIST' || code === 'ENOTDIR';
    const mend = inTheWay
      ? 'a file stands where a folder belongs; move it elsewhere'
      : 'check the folder and its rights';
    throw new CurateError(`${path} cannot be made (${code}): ${mend}.`);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function nextStep(folder: string): string {
  const go = folder === '.' ? '' : ` in ${folder}`;
  return `Next: put your logs into data/training_logs/ as conversations_YYYY-MM-DD.jsonl, then run \`curate stats\`${go}.\n`;
}
