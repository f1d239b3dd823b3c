import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { conversationInput } from '../../src/collect/conversationInput.ts';
import { openApiDocument } from '../../src/service/openapi.ts';
import { defineRoute } from '../../src/service/route.ts';
import { ROUTES } from '../../src/service/routes/index.ts';
import { Tokens } from '../../src/service/tokens.ts';
import { version } from '../../src/version.ts';
import { testService } from './helpers.ts';

const document = openApiDocument(ROUTES, version());

/** One with all that a route may have. */
const sample = defineRoute({
  method: 'POST',
  path: '/v1/things/:id',
  summary: 'keeps a thing',
  role: 'write',
  params: z.object({ id: z.string().max(20).describe('which one') }),
  query: z.object({ most: z.coerce.number().int().min(1).default(20), note: z.string().optional() }),
  body: conversationInput,
  lines: true,
  answers: {
    201: { description: 'kept', schema: z.object({ id: z.string() }) },
    200: { description: 'as a file', type: 'text/csv' },
    503: { description: 'full', schema: z.object({ left: z.number() }) },
  },
  async handle() {
    return { status: 201, body: { id: '1' } };
  },
});

test('the document is valid OpenAPI 3.1', async () => {
  for (const routes of [ROUTES, [...ROUTES, sample]]) {
    const { valid, errors } = await new Validator().validate(structuredClone(openApiDocument(routes, '1.0.0')));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  }
});

test('the document in docs/ is the one that is served', async () => {
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot('../../docs/openapi.json');
});

test('the document is served to everybody', async () => {
  const tokens = new Tokens();
  tokens.add(['write'], 'a-token-of-a-test-0123456789', 'a test');
  const { app } = await testService({}, { tokens });
  const answer = await app.inject('/openapi.json');
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
});

test('a route becomes an operation with all its parts', async () => {
  const { paths, components } = openApiDocument([sample], '1.0.0');
  await expect(`${JSON.stringify({ paths, components }, null, 2)}\n`).toMatchFileSnapshot('golden/operation.json');
});

test('every reference leads to something', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, place = '']) => place);
  expect(references.length).toBeGreaterThan(10);
  const resolve = (place: string): unknown =>
    place
      .slice(2)
      .split('/')
      .reduce<unknown>((here, key) => z.record(z.string(), z.unknown()).parse(here)[key], document);
  for (const place of new Set(references)) expect(resolve(place), place).toBeDefined();
});

test('two schemas of one name are a mistake of ours', () => {
  const answering = (path: string, schema: z.ZodType) => ({
    ...sample,
    path,
    answers: { 200: { description: 'x', schema } },
  });
  const one = answering('/x', z.object({ a: z.string() }).meta({ id: 'Same' }));
  const other = answering('/y', z.object({ b: z.string() }).meta({ id: 'Same' }));
  expect(() => openApiDocument([one, one], '1.0.0')).not.toThrow();
  expect(() => openApiDocument([one, other], '1.0.0')).toThrow('Same');
});
