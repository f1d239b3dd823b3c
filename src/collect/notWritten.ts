import { NotWritten } from './types.ts';

/** What the system says when there is no room: the disk is full, or the quota of the account is. */
const NO_ROOM = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** Why lines could not be written to the file at `path`, as a sentence. */
export function notWritten(path: string, error: unknown): NotWritten {
  if (error instanceof NotWritten) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code !== undefined && NO_ROOM.has(code))
    return new NotWritten(`${path}: the disk is full, or the quota is used up (${code}); free some space.`, 'full');
  const reason = code === undefined ? 'the file system does not take it' : `the file system says ${code}`;
  return new NotWritten(
    `${path}: it cannot be written: ${reason}; check that the folder is there and who may write to it.`,
    'unwritable',
  );
}

export function timedOut(path: string, milliseconds: number): NotWritten {
  return new NotWritten(
    `${path}: the disk has not taken a line within ${milliseconds} ms; look whether it is slow, hung or out of reach.`,
    'timeout',
  );
}

export function tooManyWaiting(path: string, bytes: number): NotWritten {
  return new NotWritten(
    `${path}: more than ${bytes} bytes wait for the disk already; it is slower than what is logged.`,
    'waiting',
  );
}

export function isClosed(path: string): NotWritten {
  return new NotWritten(`${path}: it was closed before this line came; open it again to log more.`, 'closed');
}

export function notSynced(path: string, error: unknown): NotWritten {
  const reason = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  return new NotWritten(
    `${path}: lines that were taken before could not be brought to the disk${reason}, and this one was not tried; check the disk.`,
    'unwritable',
  );
}

export function replacedTooOften(path: string): NotWritten {
  return new NotWritten(
    `${path}: it is replaced by another file as soon as a line is written to it; stop what does that.`,
    'unwritable',
  );
}
