import { alternatives, type JsonSchema } from './jsonSchema.ts';
import { shown } from './problems.ts';

/** A value of the user's in a few words: `text "fifty"`, `-1`, `a list of 3 entries`. */
export function found(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (typeof value === 'string') return value === '' ? 'empty text' : `text "${shown(value)}"`;
  if (typeof value === 'number') return Number.isNaN(value) ? 'a value that is no number (.nan)' : String(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${counted(value.length, 'entry')}`;
  return typeof value === 'object' ? 'a mapping' : `a ${typeof value}`;
}

/** What a schema allows, in a few words: `a whole number of at least 0`, `keep or drop`. */
export function allowed(schema: JsonSchema): string {
  const choices = alternatives(schema);
  if (choices.length > 0) return [...new Set(choices.map(allowed))].join(', or ');
  if (schema.enum !== undefined) return oneOf(schema.enum);
  if (schema.const !== undefined) return oneOf([schema.const]);
  switch (schema.type) {
    case 'integer':
      return `a whole number${range(schema)}`;
    case 'number':
      return `a number${range(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'string':
      return `text${textLimits(schema)}`;
    case 'array':
      return `a list${ofItems(schema)}${atLeast(schema.minItems, 'entry')}`;
    case 'object':
      return 'a mapping';
    default:
      return 'another value';
  }
}

function range({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  const limits: string[] = [];
  if (minimum !== undefined) limits.push(` of at least ${minimum}`);
  if (exclusiveMinimum !== undefined) limits.push(` above ${exclusiveMinimum}`);
  if (maximum !== undefined) limits.push(` of at most ${maximum}`);
  if (exclusiveMaximum !== undefined) limits.push(` below ${exclusiveMaximum}`);
  return limits.join(' and');
}

function textLimits({ minLength, maxLength, pattern }: JsonSchema): string {
  if (pattern !== undefined) return ` that matches ${pattern}`;
  const most = maxLength === undefined ? '' : ` (at most ${counted(maxLength, 'character')})`;
  return `${atLeast(minLength, 'character')}${most}`;
}

function ofItems({ items }: JsonSchema): string {
  if (items === undefined || typeof items === 'boolean' || Array.isArray(items)) return '';
  if (Object.keys(items).length === 0) return '';
  return items.type === 'object' ? ' of mappings' : ` of ${allowed({ ...items, minLength: 0 })}`;
}

function atLeast(count: number | undefined, thing: string): string {
  return count === undefined || count === 0 ? '' : ` (at least ${counted(count, thing)})`;
}

function counted(count: number, thing: string): string {
  return `${count} ${count === 1 ? thing : thing.replace(/y$/, 'ie').concat('s')}`;
}

function oneOf(words: readonly unknown[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return quoted.length < 3 ? quoted.join(' or ') : `one of ${quoted.join(', ')}`;
}
