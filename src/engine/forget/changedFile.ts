import { CurateError } from '../../errors.ts';

/** Somebody else writes a file anew, so what was found in it holds no more. */
export function changedFile(name: string): CurateError {
  return new CurateError(
    `${name}: the file was changed while it was read, and stays as it is. Run the command again; it goes on where it was.`,
  );
}
