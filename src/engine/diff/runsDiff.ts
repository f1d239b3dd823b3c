import { isObject } from '../../measures/jsonObject.ts';
import type { FilesDiff, RunInput, RunsDiff } from '../../report/types.ts';
import type { ExportedManifest } from './exportedSet.ts';

/** Sections that decide nothing about which conversations are kept, as what, and where they go. */
const ASIDE: ReadonlySet<string> = new Set(['goal', 'training']);

/** Options of the stage `scrub` that stand in the section `privacy`, where they are told. */
const FROM_PRIVACY = /^pipeline\.scrub\.(?:regions|entities|patterns|recognizer)\b/;

/** What is different about the runs that made two exports, by their manifests. */
export function runsDiff(old: ExportedManifest, other: ExportedManifest): RunsDiff {
  return {
    config: configKeys(old.config, other.config),
    logs: filesDiff(old, other, 'conversations'),
    feedback: filesDiff(old, other, 'feedback'),
    files: filesOf(old) !== filesOf(other),
    reset: other.ledger?.reset === true,
    period: old.period.since !== other.period.since || old.period.until !== other.period.until,
    version: old.curate === other.curate ? null : [old.curate, other.curate],
  };
}

/** In what the runs differ. */
export function inputsThatDiffer({
  config,
  logs,
  feedback,
  files,
  period,
  reset,
  version,
}: RunsDiff): ReadonlySet<RunInput> {
  const differ: Record<RunInput, boolean> = {
    logs: hasAny(logs),
    feedback: hasAny(feedback),
    config: config.length > 0,
    files,
    period,
    reset,
    version: version !== null,
  };
  const inputs: readonly RunInput[] = ['logs', 'feedback', 'config', 'files', 'period', 'reset', 'version'];
  return new Set(inputs.filter((input) => differ[input]));
}

/** The files that the config names, by their hashes. */
function filesOf({ decontaminated, tokens }: ExportedManifest): string {
  const benchmarks = decontaminated?.files.map(({ file, sha256 }) => [file, sha256]) ?? [];
  return JSON.stringify([benchmarks, tokens?.sha256 ?? null, tokens?.config_sha256 ?? null]);
}

function hasAny({ added, gone, changed }: FilesDiff): boolean {
  return added.length + gone.length + changed.length > 0;
}

function filesDiff(old: ExportedManifest, other: ExportedManifest, kind: string): FilesDiff {
  const hashes = (manifest: ExportedManifest) =>
    new Map(manifest.inputs.filter((input) => input.kind === kind).map(({ file, sha256 }) => [file, sha256]));
  const before = hashes(old);
  const after = hashes(other);
  return {
    added: [...after.keys()].filter((file) => !before.has(file)),
    gone: [...before.keys()].filter((file) => !after.has(file)),
    changed: [...after]
      .filter(([file, sha256]) => before.has(file) && before.get(file) !== sha256)
      .map(([file]) => file),
  };
}

/** Keys whose values differ, as paths; of lists of stages by the names of the stages, of other lists the list. */
export function configKeys(old: unknown, other: unknown): string[] {
  const before = leavesOf(old);
  const after = leavesOf(other);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.filter(
    (key) => before.get(key) !== after.get(key) && !FROM_PRIVACY.test(key) && !ASIDE.has(sectionOf(key)),
  );
}

function sectionOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}

function leavesOf(value: unknown, path = '', leaves = new Map<string, string>()): Map<string, string> {
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (isObject(value)) for (const [key, part] of Object.entries(value)) leavesOf(part, below(key), leaves);
  else if (isStageList(value)) {
    // Their order counts as well.
    leaves.set(path, JSON.stringify(value.map(({ use }) => use)));
    for (const { use, options } of value) leavesOf(options, below(use), leaves);
  } else leaves.set(path, JSON.stringify(value));
  return leaves;
}

function isStageList(value: unknown): value is { use: string; options: unknown }[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && typeof one.use === 'string');
}
