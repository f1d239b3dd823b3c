/**
 * Says what a value from a file is. Written by hand instead of with zod, which takes longer to load than all digests of a
 * month to read (docs/performance.md).
 */
export type Guard<Value> = (value: unknown) => value is Value;

/** What a guard lets pass. */
export type Guarded<Checked> = Checked extends Guard<infer Value> ? Value : never;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Guard<number> = (value): value is number => Number.isFinite(value);

/** A whole number from 0 that a double holds exactly. */
export const isCount: Guard<number> = (value): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** This word and no other. */
export function isWord<Word extends string>(word: Word): Guard<Word> {
  return (value): value is Word => value === word;
}

/** A list of such values. */
export function isListOf<Value>(isEntry: Guard<Value>): Guard<Value[]> {
  return (value): value is Value[] => Array.isArray(value) && value.every(isEntry);
}

/** An object with these fields, all of them and no others. */
export function isObjectOf<Fields extends object>(fields: { readonly [Name in keyof Fields]: Guard<Fields[Name]> }) {
  const guards = Object.entries<Guard<unknown>>(fields);
  return (value: unknown): value is Fields => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const found = new Map<string, unknown>(Object.entries(value));
    return (
      found.size === guards.length && guards.every(([name, isRight]) => found.has(name) && isRight(found.get(name)))
    );
  };
}

/** One or the other. */
export function isEither<One, Other>(isOne: Guard<One>, isOther: Guard<Other>): Guard<One | Other> {
  return (value): value is One | Other => isOne(value) || isOther(value);
}
