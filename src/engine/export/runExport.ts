import { CurateError } from '../../errors.ts';
import type { ContainerChoice } from '../../formats/container.ts';
import type { Format } from '../../formats/format.ts';
import type { ExportReport, ExportsReport } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';
import { type Decided, decideProject, withPool } from '../decideProject.ts';
import { type Pool, youngMegabytes } from '../pool.ts';
import { findInputs, type Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import { toStream } from '../toStream.ts';
import { type BuildPlace, openBuildPlace } from './buildPlace.ts';
import { type Destination, destinationOf, refuseInputs } from './destination.ts';
import { exportFolders } from './exportFolders.ts';
import { outputsOf, reportOf } from './exportReport.ts';
import { exportFile, exportStream } from './exportStream.ts';
import { folderName, namesIn, wantedOf } from './exportTarget.ts';
import { optionsFor } from './formatsAsked.ts';
import type { FormatPlan } from './prepare.ts';
import { type Packing, refuseContainer } from './refuseContainer.ts';

export interface ExportRequest {
  /** As `--format` has it; the config's when left out. */
  readonly format?: string | undefined;
  /** As `--for` has it: a target, or `none`; the config's when left out. */
  readonly for?: string | undefined;
  readonly out?: string | undefined;
  readonly split?: 'train' | 'val' | 'test' | undefined;
  readonly compress?: 'none' | 'gz' | undefined;
  /** The config's when left out; a file says by its name what it is. */
  readonly container?: ContainerChoice | undefined;
  /** Deal all splits anew, whatever was published. */
  readonly reset_splits?: boolean | undefined;
  readonly workers?: number | undefined;
  /** Key of the pseudonyms. */
  readonly id_key: string | undefined;
  readonly listener: ProgressListener;
  /** Where `-o -` writes. */
  readonly stdout: NodeJS.WritableStream;
}

/**
 * All three phases, and the account of them.
 * @throws CurateError when it cannot be done; what was exported before is untouched then
 */
export async function runExport(project: Project, request: ExportRequest): Promise<ExportReport | ExportsReport> {
  const began = performance.now();
  const { formats, target } = wantedOf(request, project.config);
  const destination = destinationOf(request.out, formats, project, (format) => folderName(format, target));
  if (request.split !== undefined && destination.kind === 'folders') {
    throw new CurateError('--split goes with -o FILE.jsonl or -o -; a folder holds all three splits.');
  }
  if (request.reset_splits === true && destination.kind !== 'folders') {
    throw new CurateError(
      '--reset-splits goes with an export into folders: what goes into one file or a stream is not remembered.',
    );
  }
  refuseCompression(destination, request);
  if (target?.gzip === false) refuseGzip(target, destination, request);
  const container = containerOf(destination, request, project, target);
  const compress = compressionOf(destination, request, project, target);
  const ofPairs = formats.every(({ kind }) => kind === 'pairs') ? target?.pair_options : undefined;
  const options = { ...optionsFor(formats, project), ...target?.options, ...ofPairs };
  const packing = { asked: request.container, container, compress, options };
  refuseContainer(destination, formats, packing);
  if (target !== undefined) refuseUnread(target, container);
  const inputs = await findInputs(project);
  refuseInputs(
    destination,
    [...inputs.conversations, ...inputs.feedback].map(({ path }) => path),
  );
  const place = openBuildPlace(destination, project);
  try {
    const { decided, plans } = await withPool(
      inputs,
      request.workers,
      async (pool) => {
        pool.start();
        const decided = await decideProject(project, inputs, pool, request.listener, request.reset_splits);
        const leave_out_empty = namesIn(request.format ?? project.config.export.format).includes('all');
        const job = { formats, target, destination, request, place, packing, leave_out_empty };
        const plans = await write(project, decided, job, pool);
        project.timer?.end('write');
        return { decided, plans };
      },
      youngMegabytes(formats.length),
    );
    const seconds = Math.round(performance.now() - began) / 1000;
    const outputs = new Map(outputsOf(destination).map((output, at) => [formats[at], output] as const));
    const only = request.split;
    return reportOf(project, decided, plans, { formats, outputs, seconds, only, target });
  } finally {
    place.close();
  }
}

/** A file says by its name whether it is compressed, and a stream is for a program that can do it itself. */
function refuseCompression(destination: Destination, { compress, out = '' }: ExportRequest): void {
  if (compress === undefined || destination.kind === 'folders') return;
  if (destination.kind === 'file' && destination.compress === compress) return;
  if (destination.kind === 'stream' && compress === 'none') return;
  const cure =
    destination.kind === 'stream'
      ? 'pipe the output through gzip'
      : 'let the name alone say it: FILE.jsonl or FILE.jsonl.gz';
  throw new CurateError(`--compress ${compress} does not go with -o ${out}; ${cure}.`);
}

/** A trainer that does not unpack files is not to be handed packed ones. */
function refuseGzip({ name, title }: Target, destination: Destination, { compress, out }: ExportRequest): void {
  const packed = destination.kind === 'file' ? destination.compress === 'gz' : compress === 'gz';
  if (!packed) return;
  const flag = destination.kind === 'file' ? `-o ${out}` : '--compress gz';
  throw new CurateError(`${flag}: ${title} reads no gzip files; leave that out of an export --for ${name}.`);
}

/** @throws CurateError when the trainer reads no such files */
function refuseUnread({ name, title, containers }: Target, container: ContainerChoice): void {
  if (containers.some((read) => read === container)) return;
  throw new CurateError(
    `${title} reads no ${container} files; with --for ${name} choose one of ${containers.join(', ')}.`,
  );
}

interface WriteJob {
  readonly formats: readonly Format[];
  readonly target: Target | undefined;
  readonly destination: Destination;
  readonly request: ExportRequest;
  readonly place: BuildPlace;
  readonly packing: Packing;
  readonly leave_out_empty: boolean;
}

async function write(project: Project, decided: Decided, job: WriteJob, pool: Pool): Promise<readonly FormatPlan[]> {
  const { destination, request, formats, target, place, packing, leave_out_empty } = job;
  const { options, container, compress } = packing;
  const common = { options, target, container, compress, id_key: request.id_key, split: request.split };
  const [format] = formats;
  if (destination.kind === 'folders' && place.staging !== undefined) {
    const settings = {
      ...common,
      formats,
      targets: destination.targets,
      now: new Date(),
      leave_out_empty,
    };
    return exportFolders(project, decided, settings, place.staging, pool, request.listener);
  }
  if (format === undefined) throw new RangeError('there is at least one format');
  if (destination.kind === 'file' && place.staging !== undefined) {
    const settings = { ...common, format, path: destination.path };
    return [await exportFile(project, decided, settings, place.staging, pool, request.listener)];
  }
  const settings = {
    ...common,
    format,
    scratch: place.scratch,
    write: (piece: string | Uint8Array) => toStream(request.stdout, piece),
    reuse: false, // whoever reads the stream may still hold what was written to it
  };
  return [await exportStream(project, decided, settings, pool, request.listener)];
}

/** What the config says of containers and gzip is for exports without a target. */
function containerOf(
  destination: Destination,
  { container }: ExportRequest,
  { config }: Project,
  target: Target | undefined,
): ContainerChoice {
  if (destination.kind === 'file') return destination.container;
  return container ?? target?.containers[0] ?? config.export.container;
}

function compressionOf(
  destination: Destination,
  { compress }: ExportRequest,
  { config }: Project,
  target: Target | undefined,
): 'none' | 'gz' {
  if (destination.kind === 'stream') return 'none';
  if (destination.kind === 'file') return destination.compress;
  return compress ?? (target === undefined ? config.export.compress : 'none');
}
