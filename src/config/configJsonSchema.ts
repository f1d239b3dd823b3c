import type { RecordStage } from '../pipeline/stage.ts';
import { RECORD_STAGES } from '../pipeline/stages.ts';
import { type JsonSchema, jsonSchemaOf, schemaAt } from './jsonSchema.ts';
import { configSchema } from './schema.ts';

/**
 * The JSON schema of the whole config, by which editors complete and check `fine_tuning_config.yaml`.
 *
 * @param formats the names that `export.format` may take besides `all`
 * @param targets the names that `export.for` may take
 */
export function configJsonSchema(formats: readonly string[], targets: readonly string[]): JsonSchema {
  const schema = withNull(jsonSchemaOf(configSchema(formats, targets)));
  const pipeline = schemaAt(schema, ['pipeline']);
  const names = RECORD_STAGES.map((stage) => stage.name);
  const items = { anyOf: [{ enum: names }, ...RECORD_STAGES.map(stageEntry)] };
  return {
    ...schema,
    title: 'curate: fine_tuning_config.yaml',
    properties: { ...schema.properties, pipeline: { ...pipeline, items } },
  };
}

/** A mapping that may be left out may be empty too, see `emptyMappings.ts`. */
function withNull(schema: JsonSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([key, child]): [string, JsonSchema | boolean] => {
    if (typeof child === 'boolean' || child.type !== 'object') return [key, child];
    const { default: _, ...mapping } = withNull(child);
    return [key, { ...mapping, type: ['object', 'null'] }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

/** One entry of the pipeline with the options of its stage. */
function stageEntry(stage: RecordStage): JsonSchema {
  const options = stage.section === undefined ? jsonSchemaOf(stage.options).properties : {};
  return {
    type: 'object',
    description: stage.summary,
    properties: { use: { const: stage.name }, ...options },
    required: ['use'],
    additionalProperties: false,
  };
}
