import { Readable } from 'node:stream';
import ndjson from 'ndjson';
import { quarantinedLines } from '../../pipeline/quarantine.ts';
import type { SurveyedFile } from '../surveyLogs.ts';
import { OutputFile, type WrittenFile } from './outputFile.ts';

/**
 * Lists the lines that could not be used: where each stands and why, never what it says.
 * @returns `undefined`, and no file, when there are none
 */
export async function writeQuarantine(
  path: string,
  files: readonly SurveyedFile[],
): Promise<(WrittenFile & { rows: number }) | undefined> {
  const rows = files.reduce((sum, { quarantine }) => sum + quarantine.count, 0);
  if (rows === 0) return undefined;
  const output = new OutputFile(path, 'none');
  for await (const line of Readable.from(entries(files)).pipe(ndjson.stringify())) await output.write(String(line));
  return { rows, ...(await output.close()) };
}

function* entries(files: readonly SurveyedFile[]) {
  for (const { file, quarantine } of files) {
    for (const { line, offset, reason } of quarantinedLines(quarantine))
      yield { file: file.name, line, offset, reason };
  }
}
