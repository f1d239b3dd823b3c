import type { JsonObject } from '../measures/jsonObject.ts';
import { toolDefinitions } from '../pipeline/toolCalls.ts';
import { functionsOf } from './toolValues.ts';

export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly json: JsonObject };
}

/**
 * The definitions as Converse has them; nothing where there are none, as an empty list is refused. A description and the type
 * of the arguments must be there (nova_ft_dataset_validator.py): a tool without a description is described by its name.
 */
export function converseTools(tools: string | undefined): { readonly tools: { toolSpec: ToolSpec }[] } | undefined {
  const functions = new Map(functionsOf(tools).map((declared) => [declared.name, declared]));
  if (functions.size === 0) return undefined;
  const specs = [...functions.values()].map(({ name, description = name, parameters = {} }) => ({
    toolSpec: { name, description, inputSchema: { json: { type: 'object', ...parameters } } },
  }));
  return { tools: specs };
}

/** The definitions as OpenAI has them, as JSON text. */
export function readConverseTools(specs: readonly ToolSpec[]): string | undefined {
  return toolDefinitions(
    specs.map(({ name, description, inputSchema: { json } }) => ({ name, description, parameters: json })),
  );
}
