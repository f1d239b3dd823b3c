import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { ProjectOptions } from '../../engine/project.ts';
import { PACKAGE_FOLDER } from '../../packageFolder.ts';

/** What is asked for; where nothing is said, the config has it. */
export interface ExportRequest {
  readonly format?: string | undefined;
  readonly container?: string | undefined;
}

/** How an export ended. */
export interface ExportOutcome {
  readonly ok: boolean;
  /** What it printed; `null` where it came to nothing. It is there also where a gate is not passed. */
  readonly report: unknown;
  /** A sentence, where it is not well. */
  readonly problem: string | null;
}

/** An export under way. */
export interface RunningExport {
  readonly done: Promise<ExportOutcome>;
  /** Tells it to stop; what was exported before stays as it was. */
  stop(): void;
}

export type StartExport = (request: ExportRequest) => RunningExport;

const PROGRAM = fileURLToPath(new URL('dist/cli.js', PACKAGE_FOLDER));
/** Ours: requests go first. */
const NICE = 10;
/** Ours: a report of all formats has 100 KB. */
const MOST_REPORT_BYTES = 8 * 1024 * 1024;
const MOST_NOTE_BYTES = 64 * 1024;
/** Ours: cleaning up takes milliseconds; a disk that hangs must not hold up the stop. */
const STOP_MS = 5000;

/**
 * Starts `curate export` in a process of its own, so that it is whole or not at all, under its lock and through its gates, as from
 * the command line or cron, and neither its memory nor its end are the service's.
 */
export function exportIn(options: ProjectOptions, program: string = PROGRAM): StartExport {
  return (request) => {
    const child = spawn(process.execPath, [program, ...argumentsOf(options, request)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentOf(options),
    });
    lowerPriority(child);
    const stdout = collected(child.stdout, MOST_REPORT_BYTES);
    const stderr = collected(child.stderr, MOST_NOTE_BYTES);
    const done = new Promise<ExportOutcome>((resolve) => {
      child.once('error', () => resolve(failed('The export could not be started: the machine has no process left.')));
      child.once('close', (code, signal) => resolve(outcomeOf(code, signal, stdout(), stderr())));
    });
    return { done, stop: () => stop(child) };
  };
}

function argumentsOf({ config, data }: ProjectOptions, { format, container }: ExportRequest): string[] {
  const given = { config, data, format, container };
  const flags = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}=${value}`]));
  return ['export', '--json', '--quiet', ...flags];
}

/** Without the tokens of the service, which are none of its business. */
function environmentOf({ id_key }: ProjectOptions): NodeJS.ProcessEnv {
  const { CURATE_TOKENS: _tokens, ...rest } = process.env;
  return { ...rest, CURATE_ID_KEY: id_key ?? '' };
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, NICE);
  } catch {
    // it has ended already
  }
}

function stop(child: ChildProcess): void {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.once('close', () => clearTimeout(late));
}

/** What a stream said, as far as `most` bytes go. */
function collected(stream: Readable, most: number): () => string {
  const pieces: Buffer[] = [];
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    if (bytes < most) pieces.push(piece);
    bytes += piece.length;
  });
  return () => Buffer.concat(pieces).toString('utf8');
}

/** Exit codes as every command has them: 0 done, 1 done but a gate is not passed, 2 could not do it. */
function outcomeOf(code: number | null, signal: string | null, stdout: string, stderr: string): ExportOutcome {
  const report = code === 0 || code === 1 ? parsed(stdout) : null;
  if (code === 0 && report !== null) return { ok: true, report, problem: null };
  if (code === 1 || code === 2) return { ...failed(sentenceIn(stderr)), report };
  return failed(`The export was ended from outside (${signal ?? `exit code ${code}`}); start it again.`);
}

function failed(problem: string): ExportOutcome {
  return { ok: false, report: null, problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What the program said before it ended: never text of a log. Of what nobody foresaw the stack is not told: it could hold some. */
function sentenceIn(stderr: string): string {
  const said = /^curate: ([\s\S]*)/m.exec(stderr)?.[1]?.trim();
  if (said === undefined || said.startsWith('this should not have happened'))
    return 'The export failed in a way that nobody foresaw. Call `curate export` on the same folder, which says more.';
  return said;
}
