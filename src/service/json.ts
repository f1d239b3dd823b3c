import { isUtf8 } from 'node:buffer';
import { Refusal } from './refusal.ts';

// Ours: ten times as deep as the calls of tools that chatbots write; what walks a value by recursion is safe within it.
const DEEPEST = 64;
// Ours: a conversation of a megabyte has a fifth of that. A check of two million wrong values takes seconds, in which nobody is served.
const MOST_VALUES = 50_000;

/**
 * Reads JSON that a stranger sent: no key of it may reach the prototype of an object, and nothing is nested so deeply that
 * whoever walks it runs out of stack, or has so many values that a check of each holds up everybody.
 * @throws Refusal that says what is wrong, without the text
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes the text.
    throw new Refusal(400, 'This is not valid JSON.');
  }
  look(value, 0, { left: MOST_VALUES });
  return value;
}

/** A body of many lines, each of them JSON; not parsed yet. */
export class NdjsonBody {
  constructor(readonly text: string) {}
}

/** @throws Refusal for bytes that are no UTF-8, which JSON has to be (RFC 8259, 8.1) */
export function textOf(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Refusal(400, 'The body is not UTF-8 text.');
  return bytes.toString('utf8');
}

function look(value: unknown, depth: number, count: { left: number }): void {
  if (count.left-- === 0) throw new Refusal(413, `The JSON has more than ${MOST_VALUES} values.`);
  if (typeof value !== 'object' || value === null) return;
  if (depth === DEEPEST) throw new Refusal(400, `The JSON is nested more than ${DEEPEST} levels deep.`);
  if (Array.isArray(value)) {
    for (const item of value) look(item, depth + 1, count);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__' || (key === 'constructor' && hasPrototype(item))) {
      throw new Refusal(
        400,
        'A key of the JSON is one that no object may have, `__proto__` or `constructor.prototype`.',
      );
    }
    look(item, depth + 1, count);
  }
}

function hasPrototype(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'prototype');
}
