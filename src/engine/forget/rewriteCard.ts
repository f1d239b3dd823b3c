import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardWithCounts } from '../../formats/cardCounts.ts';
import { SET_STAGES } from '../../pipeline/setStages.ts';
import { writeText } from '../export/writeText.ts';
import { sha256Of } from '../hashFile.ts';
import type { LighterManifest } from './manifestAfter.ts';
import type { DataSetPlan, FileChange } from './rewriteDataSet.ts';

/** The data card with its counts brought up to date; nothing when there is none, or none of ours. */
export async function rewriteCard(
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
