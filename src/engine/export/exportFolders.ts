import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import type { ContainerChoice } from '../../formats/container.ts';
import { dataCard } from '../../formats/dataCard.ts';
import type { Format, FormatOptions } from '../../formats/format.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Leaks, TargetProblem } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';
import { version } from '../../version.ts';
import { countsByStage, feedbackAccount } from '../account.ts';
import { benchmarkOf } from '../benchmark/benchmarkOf.ts';
import type { Decided } from '../decideProject.ts';
import { ledgerFacts, publishLedger } from '../ledger/publishLedger.ts';
import type { Pool } from '../pool.ts';
import type { Project } from '../project.ts';
import type { ProgressListener } from '../surveyLogs.ts';
import { besideFiles, datasetOf } from './besideFiles.ts';
import { cardFacts } from './cardFacts.ts';
import { FormatFolder } from './formatFolder.ts';
import { LeakChecks } from './leaks/leakChecks.ts';
import {
  configHash,
  decontaminated,
  type Manifest,
  type ManifestInput,
  type ManifestOutput,
  manifestInput,
  tokenFacts,
} from './manifest.ts';
import { type FormatPlan, type PreparedExport, type PreparedPart, prepareExport } from './prepare.ts';
import { writeQuarantine } from './quarantine.ts';
import { Refusals } from './refusals.ts';
import type { Staging } from './staging.ts';
import { targetProblems, type WrittenSize } from './targetProblems.ts';
import { plainPaths } from './unpack.ts';
import { writePhase } from './writePhase.ts';
import { writeText } from './writeText.ts';

/** Where `curate recipe` writes, in the folder of an export. */
export const RECIPE_FOLDER = 'recipe';

/** An export into folders: one a format, each with its splits, provenance, manifest, card and quarantine. */
export interface FolderExport {
  readonly formats: readonly Format[];
  readonly options: FormatOptions;
  /** Whose rules it follows. */
  readonly target: Target | undefined;
  readonly container: ContainerChoice;
  readonly compress: 'none' | 'gz';
  readonly id_key: string | undefined;
  /** The folder of each format, in the same order. */
  readonly targets: readonly string[];
  /** When the export is made; the only time in its output. */
  readonly now: Date;
  /** Formats of ratings that have not one row are left out, and what was exported of them before stays. */
  readonly leave_out_empty: boolean;
}

/**
 * Writes every format's folder aside and puts each in its place when it is whole.
 * @throws CurateError for a full disk and the like; what was exported before stays as it was
 */
export async function exportFolders(
  project: Project,
  decided: Decided,
  settings: FolderExport,
  staging: Staging,
  pool: Pool,
  listener: ProgressListener,
): Promise<readonly FormatPlan[]> {
  const whole = prepareExport(decided, project, settings.formats, settings);
  const checks = new LeakChecks(project, decided, settings.leave_out_empty ? withoutEmpty(whole) : whole);
  const { prepared } = checks;
  const targetOf = ({ format }: FormatPlan): string => settings.targets[settings.formats.indexOf(format)] ?? '';
  refuseEmptying(prepared.formats, targetOf);
  const inputs = inputHashes(decided);
  inputs.catch(() => {}); // awaited below
  const scratch = join(staging.folder, 'unpacked');
  mkdirSync(scratch);
  const paths = await plainPaths(decided, prepared, scratch, pool);
  const folders = new Map(
    prepared.formats.map(({ format, shape, container }) => {
      const folder = join(staging.folder, format.name);
      mkdirSync(folder);
      const writer = format.open(shape, settings.options);
      return [format.name, new FormatFolder(folder, writer, container, settings.compress, settings.target)];
    }),
  );
  const refusals = new Refusals();
  const rules = { ...settings, ...paths, reuse: true };
  const printed = { ...rules, printsOf: (part: PreparedPart) => checks.printsOf(part) };
  await writePhase(project, decided, prepared, printed, pool, listener, async (answer, part) => {
    const { rows: result } = answer;
    checks.add(answer, part);
    refusals.add(result, part);
    for (const [place, { format }] of part.formats.entries()) {
      const rows = result[place];
      if (rows !== undefined) await folders.get(format.name)?.add(rows);
    }
  });
  const leaks = await checks.finish(rules, pool);
  const plans = refusals.carriedOut(project, decided, prepared, settings.options);
  const finished: FormatPlan[] = [];
  for (const plan of plans) {
    const folder = folders.get(plan.format.name);
    if (folder === undefined) continue;
    const found = leaks.get(plan.format.kind);
    const rest = { plan, folder, inputs: await inputs, leaks: found };
    const problems = await finishFolder(project, decided, settings, rest, staging);
    finished.push({ ...plan, problems, leaks: found });
  }
  publishLedger(project, decided, prepared);
  for (const plan of prepared.formats) {
    const folder = targetOf(plan);
    keepRecipe(folder, join(staging.folder, plan.format.name));
    staging.replaceFolder(plan.format.name, folder);
  }
  return finished;
}

/** Takes over what `curate recipe` wrote beside the data, as people may have changed it. */
function keepRecipe(from: string, to: string): void {
  const recipe = join(from, RECIPE_FOLDER);
  if (existsSync(recipe)) cpSync(recipe, join(to, RECIPE_FOLDER), { recursive: true });
}

/** Without the formats of ratings that have no row: most projects have no corrections, and few have no conversations. */
function withoutEmpty({ parts, formats }: PreparedExport): PreparedExport {
  const hasRows = ({ balance, examples }: FormatPlan): boolean => balance === undefined || examples > 0;
  const left = parts.map((part) => ({ ...part, formats: part.formats.filter(hasRows) }));
  return { parts: left.filter((part) => part.formats.length > 0), formats: formats.filter(hasRows) };
}

/** @throws CurateError when there is not one example, and there were some before: a slip of the config must not cost a data set */
function refuseEmptying(formats: readonly FormatPlan[], targetOf: (plan: FormatPlan) => string): void {
  for (const plan of formats) {
    const { examples, format } = plan;
    const target = targetOf(plan);
    const before = SPLITS.some((split) => existsSync(join(target, 'provenance', `${split}.jsonl`)));
    if (examples > 0 || !before) continue;
    throw new CurateError(
      `Not one example is left for ${format.name}, so the export of before stays in ${target}. \`curate stats\` shows where they are lost; delete the folder if it is to be empty.`,
    );
  }
}

/** What the files beside the rows tell. */
interface FolderParts {
  readonly plan: FormatPlan;
  readonly folder: FormatFolder;
  readonly inputs: readonly ManifestInput[];
  readonly leaks: Leaks | undefined;
}

/**
 * Writes what stands beside the rows: files for the target, quarantine, data card and, last of all, the manifest.
 * @returns what the target would say of the files
 */
async function finishFolder(
  project: Project,
  decided: Decided,
  settings: FolderExport,
  { plan, folder, inputs, leaks }: FolderParts,
  staging: Staging,
): Promise<readonly TargetProblem[]> {
  const { splits, outputs } = await folder.close();
  const path = (name: string) => join(staging.folder, plan.format.name, name);
  const { survey, decisions } = decided;
  const { target } = settings;
  const written = outputs.filter((output): output is ManifestOutput & WrittenSize => output.split !== undefined);
  const dataset = datasetOf(plan.format.name, plan.shape, folder.columns, outputs);
  for (const [file, text] of besideFiles(target, dataset))
    outputs.push({ file, rows: 0, ...(await writeText(path(file), text)) });
  const quarantine = await writeQuarantine(path('quarantine.jsonl'), [...survey.files, ...survey.feedbackFiles]);
  if (quarantine !== undefined) outputs.push({ file: 'quarantine.jsonl', ...quarantine });
  const card = dataCard(
    cardFacts(project, decided, plan, {
      splits,
      target,
      leaks,
      columns: folder.columns,
      keyed: settings.id_key !== undefined,
    }),
  );
  outputs.push({ file: 'README.md', rows: 0, ...(await writeText(path('README.md'), card)) });
  const { since, until } = project.plans.decide.period;
  const tokens = tokenFacts(project.plans.survey.tokenizer, plan.tokens);
  const held = decontaminated(await benchmarkOf(project.plans.survey), plan.account);
  const manifest: Manifest = {
    curate: version(),
    created: settings.now.toISOString(),
    format: plan.format.name,
    ...(target !== undefined && { target: target.name }),
    shape: plan.shape,
    config_sha256: configHash(project.config),
    config: project.config,
    period: { since: dayOf(since), until: dayOf(until === undefined ? undefined : until - 1) },
    keyed_ids: settings.id_key !== undefined,
    inputs,
    outputs,
    lines: survey.counts,
    account: plan.account,
    changed: countsByStage(project.plans.survey, decisions.digest.changed),
    cut: countsByStage(project.plans.survey, decisions.digest.cut),
    feedback: feedbackAccount(decisions, survey.feedbackCounts.malformed),
    ...(held === undefined ? {} : { decontaminated: held }),
    splits: plan.splits,
    ...(leaks === undefined ? {} : { leaks }),
    ledger: ledgerFacts(decided),
    ...(plan.balance === undefined ? {} : { balance: plan.balance }),
    ...(tokens === undefined ? {} : { tokens }),
  };
  await writeText(path('manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return target === undefined ? [] : targetProblems(target, written);
}

async function inputHashes({ survey }: Decided): Promise<ManifestInput[]> {
  const of = (kind: ManifestInput['kind'], files: typeof survey.files) =>
    files.map(async (surveyed) => manifestInput(kind, surveyed, await surveyed.sha256()));
  return Promise.all([...of('conversations', survey.files), ...of('feedback', survey.feedbackFiles)]);
}

/** The UTC day that a time lies in. */
function dayOf(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString().slice(0, 10);
}
