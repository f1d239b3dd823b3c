import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type Operation, SCHEMAS } from './document.ts';
import { mutated } from './mutations.ts';
import { valuesOf } from './schemaValues.ts';

export interface Sent {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

/** What clients put where a name or a number belongs. */
const tricksOf = (marker: string) =>
  fc.constantFrom(
    marker,
    '',
    '..',
    '%2e%2e',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f%2e%2e%2f',
    '%00',
    `${marker}%00.jsonl`,
    '%zz',
    '%ff%fe',
    '%',
    '-1',
    '1e400',
    'NaN',
    '0x10',
    '99999999999999999999',
    '__proto__',
    'constructor',
    `${marker}${'a'.repeat(3_000)}`,
    "';--",
    '<script>',
    '\\',
    '?',
    '#',
  );

/** Requests that the document allows, and such as it does not; all text in them holds `marker`, but ids that are given back. */
export function requestsOf(operation: Operation, marker: string, token: string | undefined): fc.Arbitrary<Sent> {
  return fc
    .tuple(urlsOf(operation, marker), bodiesOf(operation, marker), headersOf(operation, marker, token))
    .map(([url, { payload, type }, headers]) => ({
      method: operation.method,
      url,
      headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    }));
}

function urlsOf({ path, parameters }: Operation, marker: string): fc.Arbitrary<string> {
  const tricks = tricksOf(marker);
  const parts = parameters.map(({ name, in: place, schema, required }) => {
    const right = valuesOf(schema, { schemas: SCHEMAS, marker }).map((value) => encodeURIComponent(wellFormed(value)));
    const value = fc.oneof({ weight: 4, arbitrary: right }, { weight: 1, arbitrary: tricks });
    const there = required ? fc.constant(true) : fc.boolean();
    return fc.tuple(fc.constant({ name, place }), value, there);
  });
  const extra = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.tuple(tricks, tricks).map(([key, value]) => `${key}=${value}`) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__[a]=1', 'a[constructor][prototype]=1', '&&&==', `${marker}[]`) },
  );
  return fc.tuple(fc.tuple(...parts), extra).map(([chosen, more]) => {
    let url = path;
    const query: string[] = more === '' ? [] : [more];
    for (const [{ name, place }, value, there] of chosen) {
      if (place === 'path') url = url.replace(`{${name}}`, () => value || 'x');
      else if (there) query.push(`${name}=${value}`);
    }
    return query.length === 0 ? url : `${url}?${query.join('&').replaceAll('#', '%23')}`;
  });
}

const wellFormed = (value: unknown): string => String(value).toWellFormed();

interface Body {
  readonly payload?: string | Buffer;
  readonly type?: string;
}

function bodiesOf({ requestBody, method }: Operation, marker: string): fc.Arbitrary<Body> {
  if (requestBody === undefined) {
    const unasked: Body = { payload: marker, type: 'text/plain' };
    return fc.constantFrom<Body>({}, {}, {}, method === 'GET' ? {} : unasked);
  }
  const json = requestBody.content['application/json']?.schema ?? {};
  const values = valuesOf(json, { schemas: SCHEMAS, marker }).map((value) => withPlainIds(value, marker));
  const changed = mutated(values, marker).map((value) => withPlainIds(value, marker));
  const texts = fc.oneof(
    { weight: 3, arbitrary: values.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: changed.map((value) => JSON.stringify(value)) },
    {
      weight: 1,
      arbitrary: fc.tuple(values, fc.nat()).map(([value, at]) => broken(JSON.stringify(value), at, marker)),
    },
  );
  const one = texts.map((payload): Body => ({ payload, type: 'application/json' }));
  const type = fc.constantFrom(
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/json;',
    `x/${marker}`,
  );
  const strange = fc.tuple(texts, type).map(([payload, kind]): Body => ({ payload, type: kind }));
  const bytes = texts.map((text): Body => {
    return { payload: Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xc0])]), type: 'application/json' };
  });
  const many = fc
    .array(fc.oneof({ weight: 9, arbitrary: texts }, fc.constantFrom('', ' ', '\r', '\ufeff', 'null', '[]', marker)), {
      maxLength: 6,
    })
    .map((lines): Body => ({ payload: lines.join('\n'), type: 'application/x-ndjson' }));
  return fc.oneof(
    { weight: 5, arbitrary: one },
    { weight: 3, arbitrary: many },
    { weight: 1, arbitrary: strange },
    { weight: 1, arbitrary: bytes },
    { weight: 1, arbitrary: fc.constantFrom<Body>({}, { payload: '', type: 'application/json' }) },
  );
}

/** As a feedback log may call the id of a conversation. */
const IDS = ['conversation_id', 'interaction_id', 'example_id', 'id'];

/** The id of a conversation is given back, as it was given: it alone does without the marker. */
function withPlainIds(value: unknown, marker: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const plain = Object.entries(value).map(([name, id]): [string, unknown] => [
    name,
    IDS.includes(name) && typeof id === 'string' ? id.replaceAll(marker, 'id') : id,
  ]);
  return Object.fromEntries(plain);
}

function broken(text: string, at: number, marker: string): string {
  const place = at % (text.length + 1);
  const pieces = ['', '}', ',,', '"', '\u0000', `/*${marker}*/`, '[[[[', '\\u12', 'NaN'];
  const piece = pieces[at % pieces.length] ?? '';
  return at % 2 === 0 ? text.slice(0, place) + piece : text.slice(0, place) + piece + text.slice(place);
}

function headersOf({ security }: Operation, marker: string, token: string | undefined) {
  const right: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const strange: Record<string, string>[] = [
    { ...right, 'content-encoding': 'gzip' },
    { ...right, 'x-request-id': marker.repeat(20) },
    { ...right, 'x-request-id': `a\t${marker}` },
    { ...right, accept: marker },
    { ...right, origin: `https://${marker}.example.com` },
    { ...right, host: `${marker}.example.com` },
    { ...right, cookie: `a=${marker}` },
    { ...right, 'if-none-match': `"${marker}"` },
    { ...right, range: 'bytes=0-99999999999' },
  ];
  const wrong: Record<string, string>[] =
    security.length === 0 || token === undefined
      ? [{ authorization: `Bearer ${marker}` }]
      : [{}, { authorization: `Bearer ${marker}` }, { authorization: `Basic ${marker}` }, { authorization: 'Bearer ' }];
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(right) },
    { weight: 2, arbitrary: fc.constantFrom(...strange) },
    { weight: 1, arbitrary: fc.constantFrom(...wrong) },
  );
}

/** Requests beside the document: other methods, other paths. */
export function strayRequests(paths: readonly string[], marker: string, token: string | undefined): fc.Arbitrary<Sent> {
  const method = fc.constantFrom<Sent['method']>('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD');
  const tricks = tricksOf(marker).map((trick) => trick.replaceAll('#', '').replaceAll('?', ''));
  const path = fc.oneof(
    fc.constantFrom(...paths),
    fc.tuple(fc.constantFrom(...paths), tricks).map(([known, trick]) => `${known}/${trick}`),
    fc.array(tricks, { minLength: 1, maxLength: 4 }).map((parts) => `/x${parts.join('/')}`),
    // What URL parsers refuse is sent over real sockets, see test/heavy/serviceHostile.test.ts.
    fc.constantFrom('/./', '/../../etc/passwd', '/v1/%2e%2e/healthz', '/V1/Conversations', '/v1//conversations'),
  );
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const body = fc.constantFrom<Body>(
    {},
    { payload: marker, type: 'text/plain' },
    { payload: gzipSync(marker), type: 'application/json' },
  );
  return fc.tuple(method, path, body).map(([chosen, url, { payload, type }]) => ({
    method: chosen,
    url,
    headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
    ...(payload === undefined || chosen === 'GET' || chosen === 'HEAD' ? {} : { payload }),
  }));
}
