import { isObject } from './jsonObject.ts';

/** An escape that may be a lone surrogate: `String.toWellFormed` does not see it in JSON text. */
const SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

/**
 * JSON text whose texts are well-formed, once it is parsed as well: the same text where they are.
 * @param value what `text` says
 */
export function wellFormedJson(text: string, value: unknown): string {
  return (SURROGATE_ESCAPE.test(text) ? JSON.stringify(wellFormed(value)) : text).toWellFormed();
}

/** Recursive: for values of bounded depth alone. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.toWellFormed(), wellFormed(inner)]));
}
