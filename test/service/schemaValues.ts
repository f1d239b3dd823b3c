import fc from 'fast-check';
import type { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Schemas = Readonly<Record<string, JsonSchema>>;

export interface ValueOptions {
  /** What `#/components/schemas/NAME` leads to. */
  readonly schemas: Schemas;
  /** Stands in many strings and in every free key, so that one can look for it in answers. */
  readonly marker: string;
}

/** Where the document gives no limit. */
const MOST_LETTERS = 40;
const MOST_ITEMS = 4;

/** Values that a JSON schema of the document allows. Throws at a word of JSON Schema that it does not know: it would make values that are not allowed. */
export function valuesOf(schema: JsonSchema, options: ValueOptions): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return referred(schema.$ref, options);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, options)));
  if (schema.allOf !== undefined) throw new Error('The generator of values does not know `allOf`.');
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => valuesOf({ ...schema, type }, options)));
  }
  switch (schema.type) {
    case undefined:
      return anyJson(options.marker);
    case 'string':
      return stringsOf(schema, options.marker);
    case 'integer':
    case 'number':
      return numbersOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return arraysOf(schema, options);
    case 'object':
      return objectsOf(schema, options);
    default:
      throw new Error(`The generator of values does not know the type ${schema.type}.`);
  }
}

const made = new WeakMap<Schemas, Map<string, fc.Arbitrary<unknown>>>();

/** Made once, however often it is referred to: most of the time of a test would go into it. */
function referred(reference: string, options: ValueOptions): fc.Arbitrary<unknown> {
  const known = made.get(options.schemas) ?? new Map<string, fc.Arbitrary<unknown>>();
  made.set(options.schemas, known);
  const key = `${options.marker} ${reference}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const schema = options.schemas[reference.replace('#/components/schemas/', '')];
  if (schema === undefined) throw new Error(`The document does not hold ${reference}.`);
  // Who refers to itself finds this, and asks again when a value is drawn.
  known.set(
    key,
    fc.constant(null).chain(() => referred(reference, options)),
  );
  const values = valuesOf(schema, options);
  known.set(key, values);
  return values;
}

function anyJson(marker: string): fc.Arbitrary<unknown> {
  const value = fc.constantFrom<unknown>(null, true, 0, -1.5e-7, '', marker, [], [[marker]], { [marker]: [null] });
  return fc.oneof(
    value,
    fc.string(),
    value.map((inner) => ({ [marker]: inner, and: [inner, marker] })),
  );
}

/** Lengths are of UTF-16 units, which are never fewer than the characters of JSON Schema. */
function stringsOf({ minLength = 0, maxLength = MOST_LETTERS, pattern, format }: JsonSchema, marker: string) {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (format !== undefined) throw new Error(`The generator of values does not know the format ${format}.`);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const most = Math.min(maxLength, MOST_LETTERS);
  const any = fc.string({ unit: 'binary', minLength, maxLength: most }).filter(({ length }) => length <= most);
  const marked = marker.length >= minLength && marker.length <= maxLength ? [fc.constant(marker)] : [];
  return fc.oneof(any, fc.string({ minLength, maxLength: most }), ...marked);
}

/** Old drafts of JSON Schema have a boolean here; ours does not. */
const limitOf = (limit: number | boolean | undefined): number | undefined =>
  typeof limit === 'number' ? limit : undefined;

function numbersOf(schema: JsonSchema): fc.Arbitrary<number> {
  const exclusiveMinimum = limitOf(schema.exclusiveMinimum);
  const exclusiveMaximum = limitOf(schema.exclusiveMaximum);
  const least = schema.minimum ?? exclusiveMinimum ?? -1e9;
  const most = schema.maximum ?? exclusiveMaximum ?? Math.max(1e12, least);
  const allowed = (value: number): boolean => value !== exclusiveMinimum && value !== exclusiveMaximum;
  const whole = fc.integer({ min: Math.ceil(least), max: Math.floor(Math.min(most, Number.MAX_SAFE_INTEGER)) });
  if (schema.type === 'integer') return whole.filter(allowed);
  const any = fc.double({ min: least, max: most, noNaN: true, noDefaultInfinity: true });
  return fc.oneof(whole, any).filter(allowed);
}

function arraysOf({ items, minItems = 0, maxItems = MOST_ITEMS }: JsonSchema, options: ValueOptions) {
  const item = typeof items === 'object' && !Array.isArray(items) ? valuesOf(items, options) : anyJson(options.marker);
  return fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, MOST_ITEMS)) });
}

function objectsOf(schema: JsonSchema, options: ValueOptions): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const own = Object.entries(properties).map(([name, property]): [string, fc.Arbitrary<unknown>] => [
    name,
    typeof property === 'boolean' ? anyJson(options.marker) : valuesOf(property, options),
  ]);
  // What is not said of free keys may be shown by examples.
  if (schema.examples !== undefined && own.length === 0) return fc.constantFrom<unknown>(...schema.examples);
  const known = fc.record(Object.fromEntries(own), { requiredKeys: [...required] });
  if (additionalProperties === false) return known;
  const value =
    typeof additionalProperties === 'object' ? valuesOf(additionalProperties, options) : anyJson(options.marker);
  const key = fc.string({ maxLength: 8 }).map((text) => `${options.marker}${text}`);
  return fc.tuple(known, fc.dictionary(key, value, { maxKeys: 3 })).map(([one, more]) => ({ ...more, ...one }));
}
