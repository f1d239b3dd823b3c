import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationInput } from '../../src/collect/conversationInput.ts';
import { feedbackInput } from '../../src/collect/feedbackInput.ts';
import { NOT_JSON } from '../../src/collect/jsonValue.ts';
import { problemsOf } from '../../src/collect/problemsOf.ts';
import { OpenApiComponents } from '../../src/service/openapiComponents.ts';
import { mutated } from '../service/mutations.ts';
import { valuesOf } from '../service/schemaValues.ts';

export const MARKER = 'zq7marker';

const components = new OpenApiComponents();
const inputs = [
  { name: 'conversation', input: conversationInput },
  { name: 'feedback', input: feedbackInput },
].map(({ name, input }) => ({ name, input, schema: components.schemaOf(input, 'input') }));
const schemas = components.schemas();
const ajv = new Ajv2020({ strict: false }).addSchema({ $id: 'document', components: { schemas } });

/** What holds for whatever is handed over; `runs` times a law. */
export function describeInputLaws(runs: number): void {
  describe.each(inputs)('$name', ({ input, schema }) => lawsOf(input, schema, runs));
}

function lawsOf(
  input: (typeof inputs)[number]['input'],
  schema: (typeof inputs)[number]['schema'],
  runs: number,
): void {
  const values = valuesOf(schema, { schemas, marker: MARKER });
  const allowed = ajv.compile({ $ref: `document${schema.$ref}` });
  const polluted = (): unknown => Reflect.get({}, MARKER) ?? Reflect.get({}, 'admin');

  test('what the document allows is taken, and comes out as it went in', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(input.parse(JSON.parse(JSON.stringify(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: runs },
    );
  });

  test('what is wrong in one place is refused where the document does not allow it, and told without text', () => {
    fc.assert(
      fc.property(mutated(values, MARKER), (value) => {
        const sent: unknown = JSON.parse(JSON.stringify(value));
        const parsed = input.safeParse(sent);
        if (parsed.success) {
          expect(allowed(sent)).toBe(true);
          expect(JSON.stringify(parsed.data)).not.toContain('"__proto__":');
        } else {
          const told = JSON.stringify(problemsOf(parsed.error));
          expect(told).not.toContain(MARKER);
          expect(told).not.toContain('toString');
          // The document cannot say how deep a value may nest; in a choice, zod tells of no part of it.
          if (allowed(sent)) expect(told).toMatch(new RegExp(`${NOT_JSON}|"Invalid input"`));
        }
        expect(polluted()).toBeUndefined();
      }),
      { numRuns: 3 * runs },
    );
  });

  test('whatever is handed over in code, too, it is taken or refused, and never throws', () => {
    const things = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
      fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, undefined, Symbol('s'), () => MARKER, new Date(Number.NaN)),
    );
    const keys = Object.keys(schemas[schema.$ref?.split('/').at(-1) ?? '']?.properties ?? {});
    fc.assert(
      fc.property(fc.constantFrom(...keys), things, values, (key, thing, value) => {
        const given = { ...Object(value), [key]: thing };
        const parsed = input.safeParse(given);
        if (parsed.success) expect(() => JSON.stringify(parsed.data)).not.toThrow();
      }),
      { numRuns: runs },
    );
  });
}
