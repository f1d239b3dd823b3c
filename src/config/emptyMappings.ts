import { z } from 'zod';
import { isMapping } from './mapping.ts';

/**
 * Takes out the keys of mappings with nothing in them: `split:` with every line beneath commented out is `null` in
 * YAML, and means that all of it is left to the defaults. Where a list belongs, `null` stays, and is refused later:
 * it might as well mean that nothing is wanted.
 */
export function withoutEmptyMappings(value: Record<string, unknown>, schema: z.ZodObject): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, child]): [string, unknown][] => {
    const inner = Object.hasOwn(schema.shape, key) ? mappingIn(schema.shape[key]) : undefined;
    if (inner === undefined) return [[key, child]];
    if (child === null) return [];
    return [[key, isMapping(child) ? withoutEmptyMappings(child, inner) : child]];
  });
  return Object.fromEntries(entries);
}

/** The schema of a mapping that may be left out. */
function mappingIn(schema: unknown): z.ZodObject | undefined {
  const inner = schema instanceof z.ZodPrefault ? schema.unwrap() : undefined;
  return inner instanceof z.ZodObject ? inner : undefined;
}
