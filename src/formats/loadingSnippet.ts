import { hubSplit } from './cardFrontMatter.ts';
import type { Column } from './columnType.ts';
import type { Container } from './container.ts';
import type { DataCardFacts } from './dataCard.ts';
import { holdsJson, pythonFeature } from './features.ts';

/** A Markdown block of Python that loads all splits with `datasets`, and the first of them with pandas. */
export function loadingSnippet(facts: DataCardFacts): string {
  const { container, columns, splits } = facts;
  const reader = container === 'jsonl' ? 'json' : container;
  const files = splits.map((split) => `        "${hubSplit(split)}": "${split.file}",`);
  // pandas stumbles over a byte-order mark that it is not told of; `datasets` does not when it knows the types.
  const encoding = facts.target?.byte_order_mark === true ? ', encoding="utf-8-sig"' : '';
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
    `table = ${pandasCall(container, splits[0]?.file ?? '', columns, encoding)}`,
    '```',
  ].join('\n');
}

/**
 * Without these options pandas turns ids into numbers, text that looks like a date into a date, and "NA" into nothing.
 * @param encoding a further option, where the file is not plain UTF-8
 */
function pandasCall(container: Container, file: string, columns: readonly Column[], encoding: string): string {
  if (container === 'parquet') return `pandas.read_parquet("${file}")`;
  if (container === 'json') return `pandas.read_json("${file}", dtype=False, convert_dates=False${encoding})`;
  if (container === 'jsonl')
    return `pandas.read_json("${file}", lines=True, dtype=False, convert_dates=False${encoding})`;
  const texts = columns.filter(({ type }) => type === 'string').map(({ name }) => `"${name}": str`);
  return `pandas.read_csv("${file}", keep_default_na=False, dtype={${texts.join(', ')}})`;
}
