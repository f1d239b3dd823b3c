/**
 * An error that is the user's to mend: a wrong flag, a wrong config, an input that cannot be read, a full disk.
 * Its message is one sentence (or a few lines of them) that says what is wrong, where, and what to do; it never
 * holds text of a log. `cli.ts` prints it without a stack trace and exits with 2.
 */
export class CurateError extends Error {
  override readonly name = 'CurateError';
}

/** The command did its work, but a gate that the user asked for is not passed. `cli.ts` exits with 1. */
export class GateFailed extends Error {
  override readonly name = 'GateFailed';
}

/** Whoever read a stream of rows has closed it: there is no one left to write for. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}
