import { type Column, type ColumnType, isList, isStruct, type ScalarType } from './columnType.ts';

/** Names of the types to `datasets` (docs/source/about_dataset_features.mdx): in the YAML of a card, and in Python. */
const NAMES: Readonly<Record<ScalarType, { readonly dtype: string; readonly python: string }>> = {
  string: { dtype: 'string', python: 'text' },
  int64: { dtype: 'int64', python: 'Value("int64")' },
  float64: { dtype: 'float64', python: 'Value("float64")' },
  boolean: { dtype: 'bool', python: 'Value("bool")' },
  json: { dtype: 'json', python: 'Json()' },
};

/** Lines of YAML that tell the hub and `load_dataset(folder)` a column's type, with what is in it. */
export function yamlFeature({ name, type }: Column, indent: string): string[] {
  return [`${indent}- name: ${name}`, ...typeLines(type, `${indent}  `)];
}

/**
 * A list of texts as `list: string`, a struct in a list as the fields at once: as `datasets` itself writes both. It is
 * not `sequence`, which turns a list of structs into a struct of lists.
 */
function typeLines(type: ColumnType, indent: string): string[] {
  if (isStruct(type)) return [`${indent}struct:`, ...fields(type.struct, indent)];
  if (!isList(type)) return [`${indent}dtype: ${NAMES[type].dtype}`];
  const { list } = type;
  if (isStruct(list)) return [`${indent}list:`, ...fields(list.struct, indent)];
  if (isList(list)) return [`${indent}list:`, ...typeLines(list, `${indent}  `)];
  return [`${indent}list: ${NAMES[list].dtype}`];
}

function fields(struct: Readonly<Record<string, ColumnType>>, indent: string): string[] {
  return Object.entries(struct).flatMap(([name, type]) => yamlFeature({ name, type }, indent));
}

/** The type as an expression of Python in which `text` is `Value("string")`. */
export function pythonFeature(type: ColumnType): string {
  if (isList(type)) return `[${pythonFeature(type.list)}]`;
  if (!isStruct(type)) return NAMES[type].python;
  const keys = Object.entries(type.struct).map(([name, inner]) => `"${name}": ${pythonFeature(inner)}`);
  return `{${keys.join(', ')}}`;
}

/** Whether the type is `json`, or has it inside. */
export function holdsJson(type: ColumnType): boolean {
  if (isList(type)) return holdsJson(type.list);
  return isStruct(type) ? Object.values(type.struct).some(holdsJson) : type === 'json';
}
