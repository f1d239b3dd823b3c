import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ContainerChoice } from '../../formats/container.ts';
import type { Format, FormatOptions } from '../../formats/format.ts';
import type { Signal } from '../../pipeline/signals/signal.ts';
import type { SplitName } from '../../pipeline/split/assign.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Target } from '../../targets/target.ts';
import { openContainer } from '../containers/openContainer.ts';
import type { Decided } from '../decideProject.ts';
import type { Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import { sinkFor } from './exportTarget.ts';
import { OutputFile } from './outputFile.ts';
import { type FormatPlan, type PreparedExport, prepareExport } from './prepare.ts';
import { writeQuarantine } from './quarantine.ts';
import { Refusals } from './refusals.ts';
import type { Staging } from './staging.ts';
import { plainPaths } from './unpack.ts';
import { writePhase } from './writePhase.ts';

/** An export without splits: every row of one format in one stream, or those of one split. */
export interface StreamExport {
  readonly format: Format;
  readonly options: FormatOptions;
  /** Whose rules it follows. */
  readonly target: Target | undefined;
  readonly container: ContainerChoice;
  readonly id_key: string | undefined;
  /** Only this split; all examples in the order of the logs when left out. */
  readonly split?: SplitName | undefined;
}

/**
 * Writes one file aside and puts it in place when it is whole. Lines that could not be used are listed beside it, in
 * `<name>.quarantine.jsonl`.
 */
export async function exportFile(
  project: Project,
  decided: Decided,
  settings: StreamExport & { readonly path: string; readonly compress: 'none' | 'gz' },
  staging: Staging,
  pool: Pool,
  listener: ProgressListener,
): Promise<FormatPlan> {
  const name = basename(settings.path);
  const file = new OutputFile(join(staging.folder, name), settings.compress);
  const scratch = join(staging.folder, 'unpacked');
  mkdirSync(scratch);
  const write = (piece: string | Uint8Array) => file.write(piece);
  const plan = await exportStream(project, decided, { ...settings, scratch, write, reuse: true }, pool, listener);
  await file.close();
  const { survey } = decided;
  const list = `${name}.quarantine.jsonl`;
  const quarantine = await writeQuarantine(join(staging.folder, list), [...survey.files, ...survey.feedbackFiles]);
  staging.replaceFile(name, settings.path);
  const listed = join(dirname(settings.path), list);
  if (quarantine === undefined) rmSync(listed, { force: true });
  else staging.replaceFile(list, listed);
  return plan;
}

/**
 * Hands rows to `write` in the order of the logs. `scratch` is a folder for what has to be unpacked; `reuse` as for
 * `writePhase`.
 */
export async function exportStream(
  project: Project,
  decided: Decided,
  settings: StreamExport & {
    readonly scratch: string;
    readonly write: (piece: string | Uint8Array) => Promise<void>;
    readonly reuse: boolean;
  },
  pool: Pool,
  listener: ProgressListener,
): Promise<FormatPlan> {
  const whole = prepareExport(decided, project, [settings.format], settings);
  const prepared = settings.split === undefined ? whole : onlySplit(whole, decided, settings.split);
  const [plan] = prepared.formats;
  if (plan === undefined) throw new RangeError('one format was prepared');
  const { columns } = plan.format.open(plan.shape, settings.options);
  const paths = await plainPaths(decided, prepared, settings.scratch, pool);
  const container = await openContainer(plan.container, columns, sinkFor(settings.target, settings.write));
  const rules = { ...settings, ...paths, one_stream: true };
  const refusals = new Refusals();
  await writePhase(project, decided, prepared, rules, pool, listener, async ({ rows: formats }, part) => {
    refusals.add(formats, part);
    for (const rows of formats[0] ?? []) await container.add(rows);
  });
  await container.end();
  return refusals.carriedOut(project, decided, prepared, settings.options)[0] ?? plan;
}

function onlySplit(prepared: PreparedExport, { decisions }: Decided, split: SplitName): PreparedExport {
  const place = SPLITS.indexOf(split);
  return {
    ...prepared,
    parts: prepared.parts.map((part) => {
      if (part.kind === 'conversations')
        return { ...part, items: part.items.filter((item) => decisions.split[item] === place) };
      const signals: readonly Signal[] = part.selection.signals;
      return { ...part, items: part.items.filter((at) => signals[at]?.split === place) };
    }),
  };
}
