import { COMMON_PROBLEMS, commonProblemsOf } from './openapiAnswers.ts';
import { OpenApiComponents } from './openapiComponents.ts';
import { problemShape } from './problemShape.ts';
import type { AnswerShape, Route } from './route.ts';
import { none } from './route.ts';

/** JSON of the document; what stands where is said by https://spec.openapis.org/oas/v3.1.1.html. */
export type OpenApiObject = Readonly<Record<string, unknown>>;

const PROBLEM = 'application/problem+json';
/** RFC 9110, 15.3.5 and 15.4.5. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 304]);

/** The OpenAPI document of routes, made from the same zod schemas by which they check. `version`: of this program. */
export function openApiDocument(routes: readonly Route[], version: string): OpenApiObject {
  const components = new OpenApiComponents();
  const problemSchema = components.schemaOf(problemShape, 'output');
  const paths = new Map<string, Record<string, OpenApiObject>>();
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    const methods = paths.get(path) ?? {};
    methods[route.method.toLowerCase()] = operationOf(route, components);
    paths.set(path, methods);
  }
  const responses = Object.values(COMMON_PROBLEMS).map(({ name, description }): [string, OpenApiObject] => [
    name,
    { description, content: { [PROBLEM]: { schema: problemSchema } } },
  ]);
  return {
    openapi: '3.1.1',
    info: {
      title: 'curate serve',
      version,
      summary: 'collects conversations and feedback of a chatbot, and shows what becomes of them',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'the service itself' }],
    paths: Object.fromEntries(paths),
    components: {
      schemas: components.schemas(),
      responses: Object.fromEntries(responses),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token of `CURATE_TOKENS` or of `serve.tokens_file`, whose roles say what it may do. A service that has no tokens listens at the loopback alone, and asks for none.',
        },
      },
    },
  };
}

function operationOf(route: Route, components: OpenApiComponents): OpenApiObject {
  const needs = route.role === 'public' ? 'Needs no token.' : `Needs a token with the role \`${route.role}\`.`;
  const parameters = [...parametersOf(route, 'path', components), ...parametersOf(route, 'query', components)];
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: needs,
    // OpenAPI 3.1: for schemes other than OAuth the list names the roles that are needed.
    security: route.role === 'public' ? [] : [{ token: [route.role] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body === none ? {} : { requestBody: bodyOf(route, components) }),
    responses: answersOf(route, components),
  };
}

/** `POST /v1/exports/:id` is `postV1ExportsById`. */
function operationId({ method, path }: Route): string {
  const words = path.replaceAll(/:(\w+)/g, 'by_$1').split(/\W|_/);
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('');
}

function parametersOf(route: Route, place: 'path' | 'query', components: OpenApiComponents): OpenApiObject[] {
  const schema = place === 'path' ? route.params : route.query;
  if (schema === none) return [];
  const { properties = {}, required = [] } = components.schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...own } = typeof property === 'boolean' ? {} : property;
    const told = description === undefined ? {} : { description };
    return { name, in: place, required: place === 'path' || required.includes(name), ...told, schema: own };
  });
}

function bodyOf({ body, lines }: Route, components: OpenApiComponents): OpenApiObject {
  const schema = components.schemaOf(body, 'input');
  const ofLines = {
    schema: { type: 'string', description: 'JSON, one a line; each line is taken or refused on its own' },
    // OpenAPI 3.1 has no word for the schema of a line.
    'x-line-schema': schema,
  };
  return {
    required: true,
    content: { 'application/json': { schema }, ...(lines === true ? { 'application/x-ndjson': ofLines } : {}) },
  };
}

function answersOf(route: Route, components: OpenApiComponents): OpenApiObject {
  const common = commonProblemsOf(route).map((status): [number, OpenApiObject] => [
    status,
    { $ref: `#/components/responses/${COMMON_PROBLEMS[status]?.name}` },
  ]);
  const own = Object.entries(route.answers).map(([status, shape]): [number, OpenApiObject] => [
    Number(status),
    answerOf(Number(status), shape, components),
  ]);
  return Object.fromEntries(new Map([...common, ...own].sort(([one], [other]) => one - other)));
}

/** An answer that a route tells of itself. One that tells of a failure may also be the common problem of its status. */
function answerOf(status: number, { description, type, schema }: AnswerShape, components: OpenApiComponents) {
  if (WITHOUT_BODY.has(status)) return { description };
  const kind = type ?? (status >= 400 && schema === undefined ? PROBLEM : 'application/json');
  if (kind === PROBLEM)
    return { description, content: { [PROBLEM]: { schema: components.schemaOf(problemShape, 'output') } } };
  const shown = schema === undefined ? { type: 'string' } : components.schemaOf(schema, 'output');
  const also = status >= 400 ? { [PROBLEM]: { schema: components.schemaOf(problemShape, 'output') } } : {};
  return { description, content: { ...also, [kind]: { schema: shown } } };
}
