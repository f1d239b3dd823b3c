import { hubSplit } from './cardFrontMatter.ts';
import type { Column } from './columnType.ts';
import type { DataCardFacts } from './dataCard.ts';
import { holdsJson, pythonFeature } from './features.ts';

/** A Markdown block of Python that loads all splits with `datasets`, and the first of them with pandas. */
export function loadingSnippet(facts: DataCardFacts): string {
  const { format, columns, splits } = facts;
  const reader = format.extension === 'csv' ? 'csv' : 'json';
  const files = splits.map((split) => `        "${hubSplit(split)}": "${split.file}",`);
  return [
    '```python',
    `from datasets import Features, ${columns.some(({ type }) => holdsJson(type)) ? 'Json, ' : ''}Value, load_dataset`,
    '',
    'text = Value("string")',
    'data = load_dataset(',
    `    "${reader}",`,
    '    data_files={',
    ...files,
    '    },',
    '    features=Features({',
    ...columns.map(({ name, type }) => `        "${name}": ${pythonFeature(type)},`),
    '    }),',
    ...(reader === 'csv' ? ['    keep_default_na=False,'] : []),
    ')',
    '',
    'import pandas',
    '',
    `table = ${pandasCall(format.extension, splits[0]?.file ?? '', columns)}`,
    '```',
  ].join('\n');
}

/** Without these options pandas turns ids into numbers, text that looks like a date into a date, and "NA" into nothing. */
function pandasCall(extension: DataCardFacts['format']['extension'], file: string, columns: readonly Column[]): string {
  if (extension === 'json') return `pandas.read_json("${file}", dtype=False, convert_dates=False)`;
  if (extension === 'jsonl') return `pandas.read_json("${file}", lines=True, dtype=False, convert_dates=False)`;
  const texts = columns.filter(({ type }) => type === 'string').map(({ name }) => `"${name}": str`);
  return `pandas.read_csv("${file}", keep_default_na=False, dtype={${texts.join(', ')}})`;
}
