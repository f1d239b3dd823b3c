import { CurateError } from '../errors.ts';
import { readCanned } from './dedup/cannedTask.ts';
import { compareRecords } from './dedup/compareTask.ts';
import { signRecords } from './dedup/signTask.ts';
import { fileProblem } from './fileProblem.ts';
import { hashFile } from './hashFile.ts';
import { archiveFile } from './prune/archiveFile.ts';
import { scanRange } from './scan/scanTask.ts';
import { surveyFeedbackRange, surveyRange } from './surveyTask.ts';
import type { Outcome, Task } from './tasks.ts';
import { validateRange } from './validate/validateRange.ts';
import { writeItems } from './writeTask.ts';

/** What a worker thread does with a task; the same function serves runs without threads. */
export default async function work(task: Task): Promise<Outcome> {
  try {
    return await outcomeOf(task);
  } catch (error) {
    const problem = error instanceof CurateError ? error : fileProblem(error);
    if (problem === undefined) throw error;
    return { kind: 'problem', sentence: problem.message };
  }
}

async function outcomeOf(task: Task): Promise<Outcome> {
  switch (task.kind) {
    case 'survey':
      return { kind: 'survey', result: await surveyRange(task) };
    case 'feedback':
      return { kind: 'feedback', result: await surveyFeedbackRange(task) };
    case 'write':
      return { kind: 'write', result: writeItems(task) };
    case 'compare':
      return { kind: 'compare', result: compareRecords(task) };
    case 'canned':
      return { kind: 'canned', result: readCanned(task) };
    case 'sign':
      return { kind: 'sign', result: signRecords(task) };
    case 'archive':
      return { kind: 'archive', result: await archiveFile(task) };
    case 'hash':
      return { kind: 'hash', result: hashFile(task) };
    case 'scan':
      return { kind: 'scan', result: await scanRange(task) };
    case 'validate':
      return { kind: 'validate', result: await validateRange(task) };
  }
}
