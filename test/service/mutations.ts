import fc from 'fast-check';

type Change = (value: unknown, key: string | number | undefined) => unknown;

/** Stands for a part that is taken away. */
const GONE = Symbol('gone');

const own = (key: string, value: unknown): Readonly<Record<string, unknown>> => {
  const made: Record<string, unknown> = {};
  // As JSON.parse does: a key of its own, whatever its name is.
  Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
  return made;
};

export function nested(depth: number, innermost: unknown): unknown {
  let value = innermost;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { in: value };
  return value;
}

/** What clients do to a value, by mistake or not. All text in it holds `marker`. */
export function mutationsOf(marker: string): readonly { readonly name: string; readonly change: Change }[] {
  const with_ = (name: string, more: unknown): Change => {
    return (value) => (isRecord(value) ? { ...value, ...own(name, more) } : { [marker]: value, ...own(name, more) });
  };
  return [
    { name: 'missing', change: () => GONE },
    { name: 'null', change: () => null },
    { name: 'text', change: () => marker },
    { name: 'number', change: () => -1 },
    { name: 'a huge number', change: () => 1e300 },
    { name: 'a fraction', change: () => 0.5 },
    { name: 'true', change: () => true },
    { name: 'a list', change: (value) => [value, marker] },
    { name: 'an object', change: (value) => ({ [marker]: value }) },
    { name: 'nothing in it', change: (value) => (Array.isArray(value) ? [] : isRecord(value) ? {} : '') },
    { name: 'an extra key', change: with_(marker, marker) },
    { name: '__proto__', change: with_('__proto__', { [marker]: marker, admin: true }) },
    { name: 'constructor', change: with_('constructor', { prototype: { [marker]: marker } }) },
    { name: 'prototype', change: with_('prototype', { [marker]: marker }) },
    { name: 'too long', change: () => `${marker}${'é'.repeat(20_001)}` },
    { name: 'half a character', change: () => `${marker}\ud83d` },
    { name: 'control characters', change: () => `\u0000${marker}\u001b[31m\u2028` },
    { name: 'deep', change: () => nested(2_000, marker) },
    { name: 'a long list', change: (value) => Array.from({ length: 200 }, () => value) },
    { name: 'a name of every object', change: () => 'toString' },
  ];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with one of its parts changed: which one, and how, is drawn. */
export function mutated(values: fc.Arbitrary<unknown>, marker: string): fc.Arbitrary<unknown> {
  const changes = mutationsOf(marker);
  return fc.tuple(values, fc.nat(), fc.constantFrom(...changes)).map(([value, at, { change }]) => {
    const count = { left: at % countOf(value) };
    const made = changed(value, undefined, change, count);
    return made === GONE ? null : made;
  });
}

function countOf(value: unknown): number {
  if (!isRecord(value) && !Array.isArray(value)) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countOf(child), 1);
}

/** Goes through all parts in order, and changes the one at which `count.left` has come to nothing. */
function changed(value: unknown, key: string | number | undefined, change: Change, count: { left: number }): unknown {
  if (count.left-- === 0) return change(value, key);
  if (Array.isArray(value)) {
    return value.map((child, at) => changed(child, at, change, count)).filter((child) => child !== GONE);
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, child]): [string, unknown] => [
    name,
    changed(child, name, change, count),
  ]);
  return Object.fromEntries(entries.filter(([, child]) => child !== GONE));
}
