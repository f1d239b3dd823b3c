import { isObject, type JsonObject } from '../measures/jsonObject.ts';

/** What a tool is called with, as an object. */
export function argumentsObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

/** A tool that was offered. */
export interface ToolDefinition {
  readonly name: string;
  readonly description: string | undefined;
  /** A JSON schema. */
  readonly parameters: JsonObject | undefined;
}

let read: { readonly text: string; readonly list: readonly JsonObject[] } | undefined;

/** The definitions as OpenAI has them; none where `tools` is left out. Rows often have the same, so the last are kept. */
export function definitionList(tools: string | undefined): readonly JsonObject[] {
  if (tools === undefined) return [];
  if (read?.text !== tools) {
    const value: unknown = JSON.parse(tools);
    read = { text: tools, list: Array.isArray(value) ? value.filter(isObject) : [] };
  }
  return read.list;
}

/** The functions among them that have a name. */
export function functionsOf(tools: string | undefined): ToolDefinition[] {
  return definitionList(tools).flatMap(({ function: body }) => {
    if (!isObject(body) || typeof body.name !== 'string' || body.name === '') return [];
    const { name, description, parameters } = body;
    return {
      name,
      description: typeof description === 'string' && description.trim() !== '' ? description : undefined,
      parameters: isObject(parameters) ? parameters : undefined,
    };
  });
}
