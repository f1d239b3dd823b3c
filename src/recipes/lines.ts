import type { RecipeFacts } from './recipe.ts';

type YamlValue = string | number | boolean | readonly string[];

/** A line of YAML. Texts are quoted as JSON has them, which is YAML as well. */
export function yaml(key: string, value: YamlValue): string {
  return `${key}: ${scalar(value)}`;
}

function scalar(value: YamlValue): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string'
    ? JSON.stringify(value)
    : `[${value.map((text) => JSON.stringify(text)).join(', ')}]`;
}

/** A number as YAML 1.1 and Python read it: `1e-7` is a text to PyYAML, `1.0e-7` is not. */
export function numberText(value: number): string {
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** A text, a truth value or a list of texts as Python has them. */
export function python(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return scalar(value);
}

/** What a recipe says of itself at its head, without comment signs. */
export function headOf(target: string, { dataset, rows, length, training, folder }: RecipeFacts): string[] {
  const { max_length, cut, examples, counted } = length;
  const held = rows.train + rows.val + rows.test;
  return [
    `Made by \`curate recipe --for ${target}\` from \`training\` in the config and from ${folder.fromHere}:`,
    `${held} rows as ${dataset.format}, ${rows.train} of them to train on.`,
    `${max_length} tokens hold ${cut === 0 ? 'each' : `all but ${cut}`} of ${examples} examples; tokens are ${counted}.`,
    ...(cut > 0 && max_length >= training.max_seq_length
      ? ['`training.max_seq_length` of the config keeps it from being more.']
      : []),
  ];
}

export function comment(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}
