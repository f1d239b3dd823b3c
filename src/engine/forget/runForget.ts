import { CurateError } from '../../errors.ts';
import type { ForgetReport } from '../../report/types.ts';
import { isFolder, type Project } from '../project.ts';
import { Erasure, type ForgetRequest, isSame } from './erasure.ts';
import { findJournal } from './journal.ts';
import { Locks } from './locks.ts';

export type { ForgetRequest };

/**
 * Removes a person, a session or a conversation from everything that a project keeps, and sees to it that it does not
 * come back. Called again after it was interrupted, it goes on where it was; an erasure of somebody else that was
 * interrupted is brought to its end first.
 * @throws CurateError when it cannot be done; what was done until then stays, and the next call goes on
 */
export async function runForget(project: Project, request: ForgetRequest): Promise<ForgetReport> {
  if (!isFolder(project.data))
    throw new CurateError(`${project.data}: there is no such folder. Name yours with --data.`);
  if (request.dry_run) return new Erasure(project, request, findJournal(project.data)).look();
  const locks = new Locks(project.curated);
  try {
    const found = findJournal(project.data);
    if (found === undefined || isSame(found.head.subject, request.subject))
      return await new Erasure(project, request, found).run(locks);
    const { subject, also } = found.head;
    const before = await new Erasure(project, { ...request, subject, also }, found).run(locks);
    const own = await new Erasure(project, request, undefined).run(locks);
    const note = `An erasure that was interrupted (${before.kind} ${before.pseudonym}) was brought to its end first; its receipt is ${before.receipt}.`;
    return { ...own, warnings: [note, ...before.warnings, ...own.warnings], left: [...before.left, ...own.left] };
  } finally {
    locks.close();
  }
}
