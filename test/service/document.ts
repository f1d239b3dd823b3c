import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { openApiDocument } from '../../src/service/openapi.ts';
import { ROUTES } from '../../src/service/routes/index.ts';

/** The document as a client reads it, who knows nothing of our code. */
const anySchema = z.custom<z.core.JSONSchema.JSONSchema>((value) => typeof value === 'object' && value !== null);
const content = z.record(z.string(), z.object({ schema: anySchema, 'x-line-schema': anySchema.optional() }));
const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean(),
  schema: anySchema,
});
const response = z.object({ $ref: z.string().optional(), content: content.optional() });
const operationShape = z.object({
  security: z.array(z.object({ token: z.array(z.string()) })),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), response),
});
const documentShape = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.object({ schemas: z.record(z.string(), anySchema) }),
});

export interface Operation extends z.output<typeof operationShape> {
  readonly path: string;
  readonly method: 'GET' | 'POST';
}

/** What comes back, as far as the document speaks of it. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const raw = openApiDocument(ROUTES, '0.0.0');
const read = documentShape.parse(JSON.parse(JSON.stringify(raw)));

export const SCHEMAS = read.components.schemas;

export const OPERATIONS: readonly Operation[] = Object.entries(read.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]): Operation => ({
      ...operation,
      path,
      method: z.enum(['GET', 'POST']).parse(method.toUpperCase()),
    }),
  ),
);

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ $id: 'document', ...raw });
const validators = new Map<string, ValidateFunction>();

function validatorAt(place: string): ValidateFunction {
  const known = validators.get(place) ?? ajv.compile({ $ref: `document${place}` });
  validators.set(place, known);
  return known;
}

const inPointer = (key: string): string => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));

/** In what an answer differs from what the document says of the operation; nothing where it does not. */
export function differenceOf({ path, method, responses }: Operation, { status, type, body }: Answered) {
  const declared = responses[String(status)];
  if (declared === undefined) return `the status ${status} is not declared`;
  const own = `#/paths/${inPointer(path)}/${method.toLowerCase()}/responses/${status}`;
  const place = declared.$ref ?? own;
  return differenceAt(place, contentAt(place, declared), type, body);
}

/** The same of what is answered at a path, or to a method, that the document does not have. */
export function problemDifference({ status, type, body }: Answered): string | undefined {
  if (status < 400) return `the status ${status} is not that of a problem`;
  if (kindOf(type) !== 'application/problem+json') return `the type ${type} is not that of a problem`;
  return schemaDifference('#/components/schemas/Problem', body);
}

const commonResponses = z.object({ components: z.object({ responses: z.record(z.string(), response) }) }).parse(raw)
  .components.responses;

function contentAt(place: string, declared: z.output<typeof response>): z.output<typeof content> {
  const shared = declared.$ref === undefined ? declared : commonResponses[place.split('/').at(-1) ?? ''];
  return shared?.content ?? {};
}

const kindOf = (type: string): string => type.split(';', 1)[0]?.trim() ?? '';

function differenceAt(place: string, kinds: z.output<typeof content>, type: string, body: string): string | undefined {
  const kind = kindOf(type);
  if (Object.keys(kinds).length === 0) return body === '' ? undefined : 'a body is not declared';
  if (kinds['*/*'] !== undefined) return undefined;
  if (kinds[kind] === undefined) return `the type ${type} is not declared`;
  if (!/json$/.test(kind)) return undefined;
  return schemaDifference(`${place}/content/${inPointer(kind)}/schema`, body);
}

function schemaDifference(place: string, body: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return `the body is not JSON: ${body.slice(0, 200)}`;
  }
  const validate = validatorAt(place);
  return validate(value) ? undefined : `${ajv.errorsText(validate.errors)} in ${body.slice(0, 400)}`;
}
