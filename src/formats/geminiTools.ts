import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { functionsOf } from './toolValues.ts';

/** What a schema may say on Vertex AI (docs.cloud.google.com/vertex-ai/docs/reference/rest/v1/Schema); the rest is refused. */
const KEYS: ReadonlySet<string> = new Set([
  ...['type', 'format', 'title', 'description', 'nullable', 'default', 'enum', 'example', 'required', 'items', 'anyOf'],
  ...['properties', 'propertyOrdering', 'minItems', 'maxItems', 'minProperties', 'maxProperties'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'pattern'],
]);

interface Tools {
  readonly functionDeclarations: readonly JsonObject[];
}

/** The definitions as Vertex AI has them, all in one tool; nothing where there are none. */
export function geminiTools(tools: string | undefined): readonly Tools[] | undefined {
  const functions = functionsOf(tools);
  if (functions.length === 0) return undefined;
  const functionDeclarations = functions.map(({ name, description, parameters }) => ({
    name,
    ...(description !== undefined && { description }),
    ...(parameters !== undefined && { parameters: convert(parameters, toVertex) }),
  }));
  return [{ functionDeclarations }];
}

/** The definitions as OpenAI has them, as JSON text. */
export function readGeminiTools(tools: readonly Tools[]): string | undefined {
  const declared = tools.flatMap(({ functionDeclarations }) => functionDeclarations);
  return toolDefinitions(
    declared.map((entry) =>
      isObject(entry.parameters) ? { ...entry, parameters: convert(entry.parameters, toJsonSchema) } : entry,
    ),
  );
}

/** A schema with `entry` applied to it and to every schema inside it. Schemas are read 32 levels deep at most. */
function convert(schema: JsonObject, entry: (key: string, value: unknown) => JsonObject): JsonObject {
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties' && isObject(value)) {
      const inner = Object.entries(value).map(([name, of]) => [name, isObject(of) ? convert(of, entry) : of]);
      converted.properties = Object.fromEntries(inner);
    } else if (key === 'items' && isObject(value)) converted.items = convert(value, entry);
    else if (key === 'anyOf' && Array.isArray(value))
      converted.anyOf = value.map((of) => (isObject(of) ? convert(of, entry) : of));
    else Object.assign(converted, entry(key, value));
  }
  return converted;
}

/** Types are names of an enumeration there, in capitals, and one alone; that null is allowed is a key of its own. */
function toVertex(key: string, value: unknown): JsonObject {
  if (key !== 'type') return KEYS.has(key) ? { [key]: value } : {};
  const types = (Array.isArray(value) ? value : [value]).filter((type) => typeof type === 'string');
  const [type] = types.filter((name) => name !== 'null');
  return {
    ...(type !== undefined && { type: type.toUpperCase() }),
    ...(types.includes('null') && { nullable: true }),
  };
}

function toJsonSchema(key: string, value: unknown): JsonObject {
  return { [key]: key === 'type' && typeof value === 'string' ? value.toLowerCase() : value };
}
