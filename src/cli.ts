#!/usr/bin/env node
import { CommanderError } from 'commander';
import { runCleanups } from './cleanup.ts';
import { fileProblem } from './engine/fileProblem.ts';
import { CurateError, GateFailed, ReaderGone } from './errors.ts';
import { createProgram } from './program.ts';

/** Exit codes that scripts rely on: 0 done; 1 done, but a gate failed; 2 could not do it. */
const GATE_FAILED = 1;
const COULD_NOT = 2;

/** Ours: what is still to be printed is printed by then. */
const HUNG_MS = 1000;

// A reader that has seen enough (`curate stats | head`) closes the pipe; that is no error, and no reason to forget a gate.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  runCleanups();
  process.exit(codeOf(Object.assign(error, { path: 'standard output' })));
});

// What goes wrong outside of any command must not look like a failed gate, which is Node's own exit code 1.
process.on('uncaughtException', (error) => {
  runCleanups();
  process.exit(codeOf(error));
});

// Notes that nobody can read any more are no reason to stop the work.
process.stderr.on('error', () => {});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => {
    runCleanups();
    process.exit(code);
  });
}

// Not awaited: what commands load may import from this file's bundle, which would then wait for itself.
allCommandsExit(createProgram())
  .parseAsync()
  .catch((error: unknown) => {
    process.exitCode = codeOf(error);
    // A disk that does not answer would keep the process for as long as it is silent.
    if (error instanceof CurateError && 'cause_code' in error) setTimeout(() => process.exit(), HUNG_MS).unref();
  });

/** Lets commander throw instead of exiting, for every command. */
function allCommandsExit(program: ReturnType<typeof createProgram>): typeof program {
  for (const command of [program, ...program.commands]) command.exitOverride();
  return program;
}

function codeOf(error: unknown): number {
  // commander has printed its own message; help and version come as errors with code 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : COULD_NOT;
  if (error instanceof ReaderGone) return 0;
  const known = error instanceof GateFailed || error instanceof CurateError ? error : fileProblem(error);
  if (known !== undefined) {
    process.stderr.write(`curate: ${known.message}\n`);
    return known instanceof GateFailed ? GATE_FAILED : COULD_NOT;
  }
  process.stderr.write('curate: this should not have happened; please report it with the lines below.\n');
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return COULD_NOT;
}
