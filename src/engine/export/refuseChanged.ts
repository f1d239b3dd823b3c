import { statSync } from 'node:fs';
import { CurateError } from '../../errors.ts';
import type { SurveyedFile } from '../surveyLogs.ts';

/**
 * Called when all rows are written and none is in place yet: a log that was rewritten since the survey was judged by
 * one text and exported with another. One that has grown is fine; what was appended belongs to the next run.
 *
 * @throws CurateError when a log is gone, shorter, of the same length but younger, or longer but another file
 */
export function refuseChanged(files: readonly SurveyedFile[]): void {
  for (const { file } of files) {
    const now = statSync(file.path, { throwIfNoEntry: false });
    if (now?.ino === file.inode && now.size > file.bytes) continue;
    if (now?.size === file.bytes && now.mtimeMs === file.modified) continue;
    throw new CurateError(
      `${file.name}: the file was changed while it was read; what was exported before is untouched. Run the command again when no one rewrites the logs.`,
    );
  }
}
