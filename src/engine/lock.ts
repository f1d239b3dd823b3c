import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CurateError } from '../errors.ts';

/**
 * One writer at a time. Our own and not `proper-lockfile`: that keeps a lock by touching it from timers, which a long
 * synchronous decide would starve, and makes the run after a killed one wait until it is stale. Here the lock names its
 * process, and a lock whose process is gone is taken over at once.
 */
export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same number; empty where the system does not say. */
  readonly started: string;
}

/** @throws CurateError when another process is at work there */
export function acquireLock(path: string): Lock {
  const mine: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(path, mine)) {
      clearDrafts(path);
      return { release: () => release(path, mine) };
    }
    const other = read(path);
    if (other === undefined) continue;
    if (isAlive(other)) {
      throw new CurateError(
        `Another curate (process ${other.pid} on ${other.host}) is writing here; wait for it, or delete ${path} if you are sure that it is gone.`,
      );
    }
    takeAway(path, other);
  }
  throw new CurateError(
    `${path}: could not take the lock; another curate starts at the same time. Run the command again.`,
  );
}

/** Removes what processes left that were killed while they made or took away a lock. */
function clearDrafts(path: string): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${basename(path)}.`)) continue;
    const pid = Number(name.slice(basename(path).length + 1));
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}

/** Whether there is a process of this number, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes the lock with its content in one step, so that no one ever reads an empty one. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(holder)}\n`);
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A dead process's lock, read and removed as one: another run may do the same at this moment. */
function takeAway(path: string, dead: Holder): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another run was faster
  }
  const moved = read(aside);
  if (moved !== undefined && (moved.pid !== dead.pid || moved.started !== dead.started)) {
    try {
      linkSync(aside, path); // it was a live one: put it back
    } catch {
      // its owner has a new one already
    }
  }
  rmSync(aside, { force: true });
}

function release(path: string, mine: Holder): void {
  const holder = read(path);
  if (holder?.pid === mine.pid && holder.started === mine.started && holder.host === mine.host)
    rmSync(path, { force: true });
}

/** `undefined` when the lock is gone. One that cannot be understood is nobody's. */
function read(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'pid' in value && 'host' in value && 'started' in value) {
      return { pid: Number(value.pid), host: String(value.host), started: String(value.started) };
    }
  } catch {
    // falls through
  }
  return { pid: 0, host: hostname(), started: '' };
}

function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true; // cannot be known from here
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return startOf(pid) === started;
}

/** When a process began, in clock ticks since the machine started (Linux, proc(5) stat field 22). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
