import { parseTimestamp } from '../inputs/timestamp.ts';
import { isObject, type JsonObject } from '../measures/jsonObject.ts';

/** A text that is not empty. */
export function textAt(object: JsonObject, name: string): string | undefined {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The first of several names that holds a text which is not empty. */
export function firstText(object: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textAt(object, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** An object below a name; an empty one where there is none. */
export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return isObject(value) ? value : {};
}

/** A list below a name; an empty one where there is none. */
export function listAt(object: JsonObject, name: string): readonly unknown[] {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return Array.isArray(value) ? value : [];
}

export function hasObject(object: JsonObject, name: string): boolean {
  return Object.hasOwn(object, name) && isObject(object[name]);
}

/** Milliseconds since the epoch from the first of several names that holds a time. */
export function timeAt(object: JsonObject, names: readonly string[]): number | undefined {
  for (const name of names) {
    const time = parseTimestamp(object[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}

/** A text that is JSON of an object or a list, read; anything else as it is. Some tools keep JSON in texts. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
