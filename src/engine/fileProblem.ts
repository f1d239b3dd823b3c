import { CurateError } from '../errors.ts';

/** What the operating system says no with, and what can be done about it. */
const CURES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and run the command again. What was exported before is untouched',
  EDQUOT:
    'your disk quota is used up; free some space and run the command again. What was exported before is untouched',
  EACCES: 'permission denied; check who may read and write it',
  EPERM: 'the system does not allow it; check who may read and write it',
  EROFS: 'the file system is read-only; choose another place with -o or --data',
  ENOENT: 'it is not there (any more); check the path',
  EISDIR: 'it is a folder, where a file is needed',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'something else stands there already; choose another place, or move it away',
  ELOOP: 'its links lead in a circle; mend the link',
  ENAMETOOLONG: 'the name is longer than the system allows; choose a shorter one',
  EBUSY: 'it is in use, perhaps as a mount point; choose a folder inside it',
  EXDEV: 'it lies on another file system, so nothing can be moved into place in one step; choose another with -o',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  EIO: 'the disk reports an error; check it before you rely on this file',
};

/** A file system error as a sentence for people; `undefined` for errors that are not the file system's. */
export function fileProblem(error: unknown): CurateError | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const cure = CURES[error.code];
  if (cure === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : 'a file';
  return new CurateError(`${path}: ${cure}.`);
}
