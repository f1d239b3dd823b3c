import { z } from 'zod';
import type { KeyPath } from './problems.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What may be written for a zod schema; keys with a default need not be written. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // zod states the range in which a double is exact for every whole number; it says nothing to people.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // A JSON schema has no regex flags: without `u`, `\p{L}` is the letter p. Such rules are left to the stage.
      if (JSON.stringify([jsonSchema.pattern, jsonSchema.allOf]).includes('\\\\p{')) {
        delete jsonSchema.pattern;
        delete jsonSchema.allOf;
      }
    },
  });
}

/** The part of a schema that governs a key, or `undefined` for a key it does not know. */
export function schemaAt(schema: JsonSchema, path: KeyPath): JsonSchema | undefined {
  let here: JsonSchema | undefined = schema;
  for (const key of path) here = here === undefined ? undefined : childOf(here, key);
  return here;
}

function childOf(schema: JsonSchema, key: string | number): JsonSchema | undefined {
  const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
  const child = own ?? (typeof key === 'number' ? schema.items : schema.additionalProperties);
  if (typeof child === 'object' && !Array.isArray(child)) return child;
  return alternatives(schema)
    .map((choice) => childOf(choice, key))
    .find((found) => found !== undefined);
}

/** The keys that a mapping may have, in the order of the schema. */
export function keysOf(schema: JsonSchema): string[] {
  return [...Object.keys(schema.properties ?? {}), ...alternatives(schema).flatMap(keysOf)];
}

/** The words that a value may be, when it is one of a few. */
export function choicesOf(schema: JsonSchema): string[] {
  const words = (schema.enum ?? []).filter((word) => typeof word === 'string');
  return [...words, ...alternatives(schema).flatMap(choicesOf)];
}

/** The schemas of which a value must fit one; none when there is no choice. */
export function alternatives(schema: JsonSchema): JsonSchema[] {
  return schema.anyOf ?? schema.oneOf ?? [];
}
