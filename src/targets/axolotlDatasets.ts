import { columnNamed } from './columnNamed.ts';
import type { Dataset } from './target.ts';

/**
 * The lists `datasets` and `test_datasets` of an axolotl config, as YAML. `type` and the fields by format, as
 * docs.axolotl.ai/docs/dataset-formats and docs/config-reference have them; `path` with `ds_type` names a local file.
 * @param folder where the files are; axolotl looks from the folder that it is started in
 */
export function axolotlDatasets(dataset: Dataset, folder: string): string {
  const { train, val } = dataset.files;
  return [
    '# Paths are looked up from the folder in which axolotl is started.',
    ...(train === undefined ? [] : ['datasets:', ...entry(dataset, `${folder}/${train}`)]),
    ...(val === undefined ? [] : ['test_datasets:', ...entry(dataset, `${folder}/${val}`)]),
    '',
  ].join('\n');
}

function entry(dataset: Dataset, path: string): string[] {
  return [
    `  - path: ${JSON.stringify(path)}`,
    `    ds_type: ${typeOf(path)}`,
    '    split: train', // what a single file is called to `datasets`
    ...shapeLines(dataset).map((line) => `    ${line}`),
  ];
}

function typeOf(path: string): string {
  return /\.(parquet|csv)$/.exec(path)?.[1] ?? 'json';
}

function shapeLines({ format, columns }: Dataset): string[] {
  switch (format) {
    case 'sharegpt':
      return [
        'type: chat_template',
        'field_messages: conversations',
        'message_property_mappings:',
        '  role: from',
        '  content: value',
        ...ROLES,
      ];
    case 'alpaca':
      return ['type: alpaca'];
    case 'input-output':
      return ['type: input_output'];
    case 'text':
    case 'chatml-text':
      return ['type: completion', 'field: text'];
    case 'preference':
      // `chosen` and `rejected` are where it looks for them anyway; its schema has no key for them.
      return ['type: chat_template.default', 'field_messages: prompt'];
    default:
      return ['type: chat_template', 'field_messages: messages', ...toolLines(columns), ...ROLES];
  }
}

function toolLines(columns: Dataset['columns']): string[] {
  return columnNamed(columns, 'tools') ? ['field_tools: tools'] : [];
}

const ROLES = ['roles_to_train: ["assistant"]', 'train_on_eos: turn'];
