import { isObject, type JsonObject } from '../measures/jsonObject.ts';

/**
 * Metadata without the ids that the reader of logs finds in it: they are stored as pseudonyms, beside it.
 * @param names as `inputs.fields` has them; a dot goes into an object
 */
export function withoutIds(metadata: JsonObject, names: readonly string[]): JsonObject {
  const paths = names.flatMap((name) => (name.startsWith(INSIDE) ? [name, name.slice(INSIDE.length)] : [name]));
  return paths.reduce((left, path) => without(without(left, [path]), path.split('.')), metadata);
}

const INSIDE = 'metadata.';

/** Objects and lists under such a name are no ids. */
function without(object: JsonObject, [key, ...rest]: readonly string[]): JsonObject {
  if (key === undefined || !Object.hasOwn(object, key)) return object;
  const value = object[key];
  if (isObject(value)) return rest.length === 0 ? object : withValue(object, key, without(value, rest));
  if (rest.length > 0 || Array.isArray(value)) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

function withValue(object: JsonObject, key: string, value: unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, old]) => [name, name === key ? value : old]));
}
