import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { Decided } from '../decideProject.ts';
import { fileProblem } from '../fileProblem.ts';
import { inOrder, type Pool } from '../pool.ts';
import type { SurveyedFile } from '../surveyLogs.ts';

/**
 * Gives for each raw file the path of its plain bytes. Records are read again at their offsets, which a compressed file
 * does not allow, so those with kept records are unpacked into `scratch`; the caller removes it.
 */
export async function plainPaths({ survey, decisions }: Decided, scratch: string, pool: Pool): Promise<string[]> {
  const paths: string[] = [];
  const pathOf = async ([place, { file }]: [number, SurveyedFile]): Promise<string> => {
    const rows = decisions.verdict.subarray(survey.firstRow[place], survey.firstRow[place + 1]);
    return file.gzip && rows.includes(0) ? unpack(file.path, file.bytes, join(scratch, String(place))) : file.path;
  };
  // Not a task of the pool, but as many at a time: the system's own threads do it.
  for await (const path of inOrder(pool, survey.files.entries(), pathOf)) paths.push(path);
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
