import { RECORD_STAGES } from '../pipeline/stages.ts';
import type { Setting } from './changedConfig.ts';
import { alternatives, type JsonSchema, jsonSchemaOf, schemaAt } from './jsonSchema.ts';
import { configSchema } from './schema.ts';

/** The numbers that an option takes. */
export interface LimitRange {
  readonly whole: boolean;
  readonly least: number;
  readonly most: number;
  /** `null` is allowed: no limit. */
  readonly unlimited: boolean;
}

/** What numbers a setting may be; `undefined` for one that is no number. */
export function limitRange({ stage, path }: Pick<Setting, 'stage' | 'path'>): LimitRange | undefined {
  const options = RECORD_STAGES.find(({ name }) => name === stage)?.options ?? configSchema();
  const schema = schemaAt(jsonSchemaOf(options), path);
  if (schema === undefined) return undefined;
  const choices = [schema, ...alternatives(schema)];
  const number = choices.find(({ type }) => type === 'integer' || type === 'number');
  if (number === undefined) return undefined;
  return {
    whole: number.type === 'integer',
    ...boundsIn(number),
    unlimited: choices.some(({ type }) => type === 'null'),
  };
}

function boundsIn({ minimum, maximum }: JsonSchema): { readonly least: number; readonly most: number } {
  return { least: minimum ?? 0, most: maximum ?? Number.POSITIVE_INFINITY };
}
