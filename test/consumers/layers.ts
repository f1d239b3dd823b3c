import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A folder of Python packages; several of them, one over the other, are what a consumer runs in. */
export const LAYERS = ['readers', 'torch', 'trainers', 'llamafactory', 'together', 'chatbots'] as const;
export type LayerName = (typeof LAYERS)[number];

/** The virtual environment and its layers, made once and kept outside of the repository. */
export class Layers {
  private readonly cache: string;
  private readonly python: string;
  private readonly version: string;
  private readonly made = new Map<LayerName, string | undefined>();

  private constructor(
    private readonly requirements: string,
    system: string,
    version: string,
  ) {
    const home = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    this.cache = join(home, 'curate-consumers');
    this.version = version;
    const environment = join(this.cache, `python-${version}`);
    this.python = join(environment, 'bin', 'python');
    if (!existsSync(this.python)) {
      mkdirSync(this.cache, { recursive: true });
      const made = run(system, ['-m', 'venv', environment]);
      if (made !== undefined) throw new Error(`Python's venv module made no environment: ${made}`);
    }
  }

  /**
   * @param requirements the folder with one requirements file a layer
   * @returns what goes on, or a sentence why nothing can be run
   */
  static open(requirements: string): Layers | string {
    const system = process.env.CURATE_PYTHON ?? 'python3';
    const asked = spawnSync(system, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' });
    if (asked.status !== 0) return `${system} is not there`;
    const version = asked.stdout.trim();
    const [, minor = 0] = version.split('.').map(Number);
    // datasets, numpy and trl of these versions have wheels for 3.11 and later.
    if (minor < 11) return `${system} is Python ${version}; 3.11 or later is needed`;
    return new Layers(requirements, system, version);
  }

  /**
   * The program and the environment variables that run a Python file over these layers, the first one on top.
   * @returns the reason in a sentence when a layer could not be installed
   */
  over(names: readonly LayerName[]): { program: string; env: Record<string, string> } | string {
    for (const name of names) {
      const problem = this.install(name);
      if (problem !== undefined) return `the layer \`${name}\` could not be installed: ${problem}`;
    }
    const path = names.map((name) => this.folderOf(name)).join(':');
    return {
      program: this.python,
      env: { PYTHONPATH: path, PYTHONNOUSERSITE: '1', PYTHONDONTWRITEBYTECODE: '1', OMP_NUM_THREADS: '1' },
    };
  }

  private install(name: LayerName): string | undefined {
    if (!this.made.has(name)) this.made.set(name, this.installOnce(name));
    return this.made.get(name);
  }

  private installOnce(name: LayerName): string | undefined {
    const folder = this.folderOf(name);
    if (existsSync(folder)) return undefined;
    process.stderr.write(`installing ${name}.txt into ${folder}\n`);
    const scratch = `${folder}.${process.pid}`;
    // The files name everything: pip is not to look further, it would come back with GPU packages.
    const flags = ['--no-deps', '--prefer-binary', '--quiet', '--disable-pip-version-check'];
    const file = join(this.requirements, `${name}.txt`);
    const problem = run(this.python, ['-m', 'pip', 'install', ...flags, '--target', scratch, '--requirement', file]);
    if (problem !== undefined) {
      rmSync(scratch, { recursive: true, force: true });
      return problem;
    }
    renameSync(scratch, folder);
    this.removeOld(name, folder);
    return undefined;
  }

  /** A folder for each list of requirements, so that a new list is a new folder. */
  private folderOf(name: LayerName): string {
    const hash = createHash('sha256').update(readFileSync(join(this.requirements, `${name}.txt`)));
    return join(this.cache, `${name}-${hash.update(this.version).digest('hex').slice(0, 12)}`);
  }

  private removeOld(name: LayerName, kept: string): void {
    for (const entry of readdirSync(this.cache)) {
      const folder = join(this.cache, entry);
      if (entry.startsWith(`${name}-`) && !entry.includes('.') && folder !== kept)
        rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Runs a program; gives the last line of its complaint when it fails. */
function run(program: string, args: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status === 0) return undefined;
  const lines = (stderr ?? '').trim().split('\n');
  return error?.message ?? lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? 'no reason given';
}
