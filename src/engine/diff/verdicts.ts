import { CurateError } from '../../errors.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { decideProject, withPool } from '../decideProject.ts';
import { sha256Of } from '../hashFile.ts';
import { findInputs, type Inputs, type Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import type { ExportedManifest } from './exportedSet.ts';
import { HashIndex } from './hashIndex.ts';
import { configKeys } from './runsDiff.ts';

/** What decide says of conversations, by the hash of their ids. */
export interface Verdicts {
  /** `stage.reason`, '' for kept, `undefined` where no log has it. */
  of(id: number): string | undefined;
}

/**
 * What decide says today, where that is what the export was made of: the same logs and feedback, byte for byte, the same
 * config and version. Nothing otherwise: what it says would be of another run.
 * @param project opened for the days of the export
 */
export async function verdictsFor(
  project: Project,
  manifest: ExportedManifest,
  version: string,
  workers: number | undefined,
  listener: ProgressListener,
): Promise<Verdicts | undefined> {
  if (manifest.curate !== version || configKeys(manifest.config, project.config).length > 0) return undefined;
  const inputs = await inputsOf(project);
  if (inputs === undefined || !areThose(inputs, manifest)) return undefined;
  const { decisions } = await withPool(inputs, workers, (pool) => decideProject(project, inputs, pool, listener));
  return verdictsOf(decisions);
}

/** Nothing where there are no logs. */
async function inputsOf(project: Project): Promise<Inputs | undefined> {
  try {
    return await findInputs(project);
  } catch (error) {
    if (error instanceof CurateError) return undefined;
    throw error;
  }
}

function areThose({ conversations, feedback }: Inputs, manifest: ExportedManifest): boolean {
  const files = [...conversations, ...feedback];
  if (files.length !== manifest.inputs.length) return false;
  const known = new Map(manifest.inputs.map((input) => [input.file, input]));
  return files.every(({ name, path, bytes }) => {
    const input = known.get(name);
    return input !== undefined && input.bytes === bytes && input.sha256 === sha256Of(path, bytes);
  });
}

function verdictsOf({ digest, verdict, reasons }: Decisions): Verdicts {
  const index = new HashIndex(digest.rows.id.subarray(0, digest.count));
  return {
    of(id) {
      const rows = index.rowsOf(id);
      // Of several with one id the one that is kept, as `explain` has it.
      const row = rows.find((one) => verdict[one] === 0) ?? rows[0];
      return row === undefined ? undefined : (reasons[(verdict[row] ?? 0) - 1] ?? '');
    },
  };
}
