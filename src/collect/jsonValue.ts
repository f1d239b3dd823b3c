import { isObject } from '../measures/jsonObject.ts';

/** Ours: definitions of tools nest some ten deep. Far deeper, and code that calls itself (`JSON.stringify` first of all) runs out of stack. */
export const MAX_DEPTH = 100;

export const NOT_JSON = `expected values that JSON has, nested no deeper than ${MAX_DEPTH}`;

/**
 * Whether a value is what JSON can say, and nested no deeper than MAX_DEPTH. It calls not itself, so that it tells of any depth, and of
 * what contains itself, too. `__proto__` as a key is refused: whoever copies it key by key gets an object of another kind.
 */
export function isJson(value: unknown): boolean {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children = childrenOf(next.value);
    if (children === undefined) return false;
    if (children.length > 0 && next.depth === MAX_DEPTH) return false;
    for (const child of children) waiting.push({ value: child, depth: next.depth + 1 });
  }
  return true;
}

const NONE: readonly unknown[] = [];

/** What stands in a value; nothing at all where JSON has no such value. */
function childrenOf(value: unknown): readonly unknown[] | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return NONE;
  if (typeof value === 'number') return Number.isFinite(value) ? NONE : undefined;
  if (Array.isArray(value)) return value;
  return isPlain(value) && !Object.hasOwn(value, '__proto__') ? Object.values(value) : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
