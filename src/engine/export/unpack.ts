import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { Decided } from '../decideProject.ts';
import { fileOfRow } from '../fileOfRow.ts';
import { fileProblem } from '../fileProblem.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { SurveyedFile } from '../surveyLogs.ts';
import type { PreparedExport, PreparedPart } from './prepare.ts';
import { fileOfFeedback, rowsOfSignal } from './signalColumns.ts';

/**
 * Gives for each raw file the path of its plain bytes. Records are read again at their offsets, which a compressed file
 * does not allow, so those with records that are written are unpacked into `scratch`; the caller removes it.
 */
export async function plainPaths(
  decided: Decided,
  { parts }: PreparedExport,
  scratch: string,
  pool: Pool,
): Promise<{ paths: string[]; feedback_paths: string[] }> {
  const { survey } = decided;
  const logs = wantedLogs(decided, parts);
  const feedback = wantedFeedback(decided, parts);
  return {
    paths: await pathsOf(survey.files, (place) => logs.has(place), join(scratch, 'log'), pool),
    feedback_paths: await pathsOf(
      survey.feedbackFiles,
      (place) => feedback.has(place),
      join(scratch, 'feedback'),
      pool,
    ),
  };
}

/** The places of the compressed logs that something is read from. */
function wantedLogs(decided: Decided, parts: readonly PreparedPart[]): Set<number> {
  const { survey, decisions } = decided;
  const wanted = new Set<number>();
  if (!survey.files.some(({ file }) => file.gzip)) return wanted;
  for (const part of parts) {
    if (part.kind === 'conversations') {
      for (const place of survey.files.keys())
        if (decisions.verdict.subarray(survey.firstRow[place], survey.firstRow[place + 1]).includes(0))
          wanted.add(place);
      continue;
    }
    for (const signal of part.selection.signals)
      for (const row of rowsOfSignal(decisions, signal)) wanted.add(fileOfRow(survey, row));
  }
  return wanted;
}

function wantedFeedback({ survey, decisions }: Decided, parts: readonly PreparedPart[]): Set<number> {
  const wanted = new Set<number>();
  for (const part of parts) {
    if (part.kind !== 'pairs') continue;
    for (const { correction } of part.selection.signals)
      if (correction !== undefined) wanted.add(fileOfFeedback(survey, decisions.surveyedFeedback(correction)));
  }
  return wanted;
}

/** The path of the plain bytes of each file; compressed ones that are wanted are unpacked to `target` and their place. */
export async function pathsOf(
  files: readonly SurveyedFile[],
  isWanted: (place: number) => boolean,
  target: string,
  pool: Pool,
): Promise<string[]> {
  const paths: string[] = [];
  const pathOf = async ([place, { file }]: [number, SurveyedFile]): Promise<string> =>
    file.gzip && isWanted(place) ? unpack(file.path, file.bytes, `${target}${place}`) : file.path;
  // Not a task of the pool, but as many at a time: the system's own threads do it.
  for await (const path of inOrder(pool, files.entries(), pathOf)) paths.push(path);
  return paths;
}

async function unpack(path: string, bytes: number, target: string): Promise<string> {
  try {
    await pipeline(
      createReadStream(path, { end: bytes - 1 }),
      createGunzip(),
      createWriteStream(target, { mode: 0o600 }),
    );
  } catch (error) {
    // What could be unpacked before the damage is there; the survey has told of the rest.
    if (!isZlibError(error)) throw fileProblem(error) ?? error;
  }
  return target;
}
