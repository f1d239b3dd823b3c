import type { DataCardFacts, SplitFacts } from './dataCard.ts';
import { yamlFeature } from './features.ts';
import { languageShares } from './languageShares.ts';

/** The sizes the Hugging Face hub knows: the first whose end is beyond the count. */
const SIZES = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [1e7, '1M<n<10M'],
  [1e8, '10M<n<100M'],
  [1e9, '100M<n<1B'],
  [1e10, '1B<n<10B'],
] as const;

/** The YAML that the hub and `load_dataset(folder)` read, from `---` to `---` with a line end. */
export function frontMatter({ container, columns, splits, languages }: DataCardFacts): string {
  const rows = splits.reduce((total, split) => total + split.rows, 0);
  // Quoted, as a bare `no` (Norwegian) is false to YAML 1.1 readers.
  const codes = languageShares(languages).known.map(({ code }) => `- "${code}"`);
  return [
    '---',
    ...(codes.length > 0 ? ['language:', ...codes] : []),
    'task_categories:',
    '- text-generation',
    'size_categories:',
    `- ${sizeCategory(rows)}`,
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...splits.flatMap((split) => [`  - split: ${hubSplit(split)}`, `    path: ${split.file}`]),
    // pandas, which reads CSV for `datasets`, takes the words NA, null and None for missing values.
    ...(container === 'csv' ? ['  keep_default_na: false'] : []),
    'dataset_info:',
    '  features:',
    ...columns.flatMap((column) => yamlFeature(column, '  ')),
    '---',
    '',
  ].join('\n');
}

/** The hub's name for a number of rows. */
export function sizeCategory(rows: number): string {
  return SIZES.find(([end]) => rows < end)?.[1] ?? '10B<n<100B';
}

/** The hub's name of a split. */
export function hubSplit({ split }: SplitFacts): string {
  return split === 'val' ? 'validation' : split;
}
