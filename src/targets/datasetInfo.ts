import { columnNamed } from './columnNamed.ts';
import type { Dataset } from './target.ts';

/**
 * LLaMA-Factory's `dataset_info.json`: an entry a split, `<name>_train` and so on. Keys as in its data/README.md; a column
 * that the mapping names must be in every row, so optional ones are named where they are.
 */
export function datasetInfo(dataset: Dataset): string {
  const entries = Object.entries(dataset.files).map(([split, file]) => [
    entryName(dataset, split),
    { file_name: file, ...shapeOf(dataset) },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The name of a split's entry, as `dataset:` and `eval_dataset:` of a training config take it. */
export function entryName({ name }: Pick<Dataset, 'name'>, split: string): string {
  return `${name}_${split}`;
}

function shapeOf({ format, columns }: Dataset): object {
  const optional = (named: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(named).filter(([, column]) => columnNamed(columns, column)));
  switch (format) {
    case 'sharegpt':
      return {
        formatting: 'sharegpt',
        columns: { messages: 'conversations', ...optional({ system: 'system', tools: 'tools' }) },
      };
    case 'alpaca':
      return {
        formatting: 'alpaca',
        columns: {
          prompt: 'instruction',
          query: 'input',
          response: 'output',
          ...optional({ system: 'system', history: 'history' }),
        },
      };
    case 'text':
    case 'chatml-text':
      return { columns: { prompt: 'text' } };
    default:
      // Not `formatting: openai`, which adds words of its own to the system message.
      return { formatting: 'sharegpt', columns: { messages: 'messages' }, tags: OPENAI_TAGS };
  }
}

const OPENAI_TAGS = {
  role_tag: 'role',
  content_tag: 'content',
  user_tag: 'user',
  assistant_tag: 'assistant',
  system_tag: 'system',
};
