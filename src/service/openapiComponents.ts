import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Whether a schema tells of what clients send, before defaults are filled in, or of what they get. */
export type Side = 'input' | 'output';

/** JSON schemas of an OpenAPI document: what has an `id` in its zod `meta` stands once under `components`, all else where it is used. */
export class OpenApiComponents {
  readonly #schemas = new Map<string, string>();

  /**
   * @returns the schema, or where it stands
   * @throws Error when two schemas have the same id, or one differs between what is sent and what is answered
   */
  schemaOf(schema: z.ZodType, side: Side): JsonSchema {
    const whole = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' });
    const { $schema: _, $defs = {}, '~standard': _standard, ...own } = whole;
    for (const [id, definition] of Object.entries($defs)) this.#keep(id, definition);
    const { id, ...inPlace } = own;
    if (id === undefined) return moved(inPlace);
    this.#keep(id, inPlace);
    return { $ref: placeOf(id) };
  }

  /** All that `schemaOf` has met, by id. */
  schemas(): Readonly<Record<string, JsonSchema>> {
    const byId = [...this.#schemas].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(byId.map(([id, text]): [string, JsonSchema] => [id, JSON.parse(text)]));
  }

  #keep(id: string, definition: JsonSchema): void {
    const { id: _, ...own } = definition;
    const text = JSON.stringify(moved(own));
    const known = this.#schemas.get(id);
    if (known !== undefined && known !== text) throw new Error(`Two schemas of the service are called ${id}.`);
    this.#schemas.set(id, text);
  }
}

const placeOf = (id: string): string => `#/components/schemas/${id}`;

/** The same schema, whose references lead into `components`. */
function moved(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/$defs/', `"$ref":"${placeOf('')}`);
  return JSON.parse(text);
}
