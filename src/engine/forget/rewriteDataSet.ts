import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { cardWithCounts } from '../../formats/cardCounts.ts';
import type { Format, Frame } from '../../formats/format.ts';
import { LINES } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { SET_STAGES } from '../../pipeline/setStages.ts';
import type { ManifestOutput } from '../export/manifest.ts';
import { OutputFile, type WrittenFile } from '../export/outputFile.ts';
import type { Staging } from '../export/staging.ts';
import { sha256Of } from '../hashFile.ts';
import { CannotTell, type SplitPlan } from './dataSetPlan.ts';
import type { DataSet } from './dataSets.ts';
import { type ChangedInputs, type LighterManifest, manifestAfter } from './manifestAfter.ts';
import type { Places } from './places.ts';
import { bytesOf } from './readBytes.ts';
import { rowSplitter } from './rowSplitter.ts';
import { isGone, quarantineLines } from './setFiles.ts';

/** What is to become of a data set. */
export interface DataSetPlan {
  readonly set: DataSet;
  readonly splits: readonly SplitPlan[];
  /** Lines that went from the logs: the quarantine names them no more. */
  readonly gone: Places;
  readonly inputs: ChangedInputs;
  readonly since: { readonly at: string; readonly receipt: string };
}

/** A file of a data set before and after. */
export interface FileChange {
  readonly file: string;
  readonly removed: number;
  readonly of: number;
  readonly before: string;
  /** `undefined` where nothing was left. */
  readonly after: WrittenFile | undefined;
}

/**
 * Builds the data set without what goes beside it, hands what it will be to `settle`, and puts it in the place of the old
 * one, all of it at once.
 * @throws CannotTell when rows and provenance do not fit together; the old data set stays then
 */
export async function rewriteDataSet(
  plan: DataSetPlan,
  staging: Staging,
  settle: (changes: readonly FileChange[], manifest_sha256: string) => void,
): Promise<void> {
  const { folder, manifest } = plan.set;
  const name = basename(folder);
  const target = join(staging.folder, name);
  rmSync(target, { recursive: true, force: true }); // of one that could not be told
  const format = formatNamed(manifest.format);
  mkdirSync(target);
  const changes: FileChange[] = [];
  for (const split of plan.splits) {
    if (split.removed.size > 0) changes.push(...(await rewriteSplit(folder, target, split, format)));
  }
  changes.push(...(await rewriteQuarantine(plan, target)));
  const outputs = outputsAfter(manifest.outputs, changes);
  const lighter = manifestAfter(manifest, plan.splits, outputs, plan.inputs, plan.since);
  const card = await rewriteCard(plan, target, lighter);
  const final = card === undefined ? lighter : { ...lighter, outputs: outputsAfter(outputs, [card]) };
  const written = await writeText(join(target, 'manifest.json'), `${JSON.stringify(final, null, 2)}\n`);
  takeOver(
    folder,
    target,
    new Set(['manifest.json', ...changes.map(({ file }) => file), ...(card === undefined ? [] : [card.file])]),
  );
  settle(changes, written.sha256);
  staging.replaceFolder(name, folder);
}

async function rewriteSplit(folder: string, target: string, split: SplitPlan, format: Format): Promise<FileChange[]> {
  const left = split.rows - split.removed.size;
  const files = [split.file, split.provenance];
  if (left === 0) {
    return files.map((file) => ({ ...countsOf(split), file, before: sha256Of(join(folder, file)), after: undefined }));
  }
  const frame = frameOf(format);
  const changes: FileChange[] = [];
  for (const file of files) {
    const isRows = file === split.file;
    const after = await filterRows(join(folder, file), join(target, file), split, {
      extension: isRows ? format.extension : 'jsonl',
      frame: isRows ? frame : LINES,
    });
    changes.push({ ...countsOf(split), file, before: sha256Of(join(folder, file)), after });
  }
  return changes;
}

function countsOf({ removed, rows }: SplitPlan): Pick<FileChange, 'removed' | 'of'> {
  return { removed: removed.size, of: rows };
}

/** What stands around the rows of a format is the same whatever the rows are. */
function frameOf(format: Format): Frame {
  const shape = { system: false, several_turns: false, tools: false };
  return format.open(shape, { several_turns: 'transcript', escape_formulas: false }).frame;
}

/** Ours: so much is put together before it is written. */
const BLOCK_BYTES = 256 * 1024;

/** Copies the rows that stay, byte for byte. */
async function filterRows(
  from: string,
  to: string,
  { removed, rows, file }: SplitPlan,
  { extension, frame }: { readonly extension: Format['extension']; readonly frame: Frame },
): Promise<WrittenFile> {
  const output = new OutputFile(to, from.endsWith('.gz') ? 'gz' : 'none');
  let pieces: Buffer[] = [];
  let bytes = 0;
  let row = 0;
  let kept = 0;
  const [head, between] = [Buffer.from(frame.head), Buffer.from(frame.between)];
  const splitter = rowSplitter(extension, (text) => {
    if (removed.has(row++)) return;
    const copy = Buffer.from(text); // the splitter's own bytes are written over
    pieces.push(kept++ === 0 ? head : between, copy);
    bytes += copy.length;
  });
  const flush = async (): Promise<void> => {
    await output.write(Buffer.concat(pieces));
    pieces = [];
    bytes = 0;
  };
  for await (const chunk of bytesOf(from)) {
    splitter.push(chunk);
    if (bytes >= BLOCK_BYTES) await flush();
  }
  splitter.end();
  pieces.push(Buffer.from(frame.tail));
  await flush();
  const written = await output.close();
  if (row === rows) return written;
  throw new CannotTell(
    `${from} has ${row} rows, and the provenance of ${file} has ${rows} lines, so nobody can tell whose its rows are`,
  );
}

async function rewriteQuarantine(
  { set: { folder, manifest }, gone }: DataSetPlan,
  target: string,
): Promise<FileChange[]> {
  const output = manifest.outputs.find(({ file }) => file === 'quarantine.jsonl');
  if (output === undefined) return [];
  const path = join(folder, output.file);
  const lines = quarantineLines(path);
  const left = lines.filter((line) => !isGone(line, gone));
  const removed = lines.length - left.length;
  if (removed === 0) return [];
  const change = { file: output.file, removed, of: lines.length, before: sha256Of(path) };
  if (left.length === 0) return [{ ...change, after: undefined }];
  return [{ ...change, after: await writeText(join(target, output.file), left.map((line) => `${line}\n`).join('')) }];
}

/** The data card with its counts brought up to date; nothing when there is none, or none of ours. */
async function rewriteCard(
  { set: { folder, manifest }, splits }: DataSetPlan,
  target: string,
  { account }: LighterManifest,
): Promise<FileChange | undefined> {
  const output = manifest.outputs.find(({ file }) => file === 'README.md');
  if (output === undefined || splits.every(({ removed }) => removed.size === 0)) return undefined;
  const path = join(folder, output.file);
  const languages: Record<string, number> = {};
  for (const split of splits)
    for (const [language, count] of split.languages) languages[language] = (languages[language] ?? 0) + count;
  const text = cardWithCounts(readFileSync(path, 'utf8'), {
    splits: splits.map(({ split, file, examples, examplesRemoved, rows, removed }) => ({
      split,
      file,
      examples: [examples, examples - examplesRemoved],
      rows: [rows, rows - removed.size],
    })),
    records: account.records,
    kept: [manifest.account.kept, account.kept],
    reason: {
      name: 'privacy.forgotten',
      meaning: SET_STAGES.find(({ name }) => name === 'privacy')?.reasons.forgotten ?? '',
      dropped: account.dropped.by_reason['privacy.forgotten'] ?? 0,
    },
    languages,
  });
  return {
    file: output.file,
    removed: 0,
    of: 0,
    before: sha256Of(path),
    after: await writeText(join(target, output.file), text),
  };
}

function outputsAfter(outputs: readonly ManifestOutput[], changes: readonly FileChange[]): ManifestOutput[] {
  return outputs.flatMap((output) => {
    const change = changes.find(({ file }) => file === output.file);
    if (change === undefined) return [output];
    return change.after === undefined ? [] : [{ ...output, rows: output.rows - change.removed, ...change.after }];
  });
}

/** Brings whatever stays as it is to the new folder: the same file under two names, where the system can do that. */
function takeOver(from: string, to: string, but: ReadonlySet<string>, below = ''): void {
  for (const entry of readdirSync(join(from, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (but.has(path)) continue;
    if (entry.isDirectory()) {
      mkdirSync(join(to, path), { recursive: true });
      takeOver(from, to, but, path);
    } else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(join(from, path)), join(to, path));
    else linkOrCopy(join(from, path), join(to, path));
  }
  chmodSync(join(to, below), statSync(join(from, below)).mode & 0o7777);
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

async function writeText(path: string, text: string): Promise<WrittenFile> {
  const file = new OutputFile(path, 'none');
  await file.write(text);
  return file.close();
}
