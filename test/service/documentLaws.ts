import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Answered, differenceOf, OPERATIONS, type Operation, problemDifference } from './document.ts';
import { requestsOf, type Sent, strayRequests } from './requests.ts';

/** A service to send requests to; its collector is the real one, on a folder of its own. */
export interface Target {
  readonly app: FastifyInstance;
  /** May do everything; nothing where the service has no tokens. */
  readonly token: string | undefined;
  readonly data: string;
  /** All that the service has told of itself. */
  readonly told: () => string;
}

/** In all that is sent: nothing of it may be in an answer, nor in what the service tells of itself. */
const MARKER = 'zq7marker';

const STREAM = 'text/event-stream';

/** Sends random requests to every operation of the document, `runs` to each, and holds the answers against it. */
export function describeDocumentLaws(runs: number, open: () => Promise<Target>): void {
  describe('random requests', () => {
    test.each(OPERATIONS.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
      '%s is answered as declared',
      async (_, operation) => {
        const target = await open();
        const statuses = await sendAll(target, operation, runs);
        // One that is refused always would show nothing.
        expect(Math.min(...statuses)).toBeLessThan(
          operation.parameters.some(({ in: place }) => place === 'path') ? 405 : 300,
        );
        await expectSane(target);
      },
    );

    test('beside the document are problems', async () => {
      const target = await open();
      const paths = OPERATIONS.map(({ path }) => path.replaceAll(/\{\w+\}/g, 'x'));
      await fc.assert(
        fc.asyncProperty(strayRequests(paths, MARKER, target.token), async (sent) => {
          const answer = await send(target, sent, true);
          if (answer.status < 400) return;
          const difference = sent.method === 'HEAD' ? undefined : problemDifference(answer);
          expect(answer.status === 503 ? undefined : difference, shown(sent)).toBeUndefined();
          expect(answer.status, shown(sent)).not.toBe(500);
          expectNoLeak(answer, sent);
        }),
        { numRuns: runs },
      );
      await expectSane(target);
    });
  });
}

async function sendAll(target: Target, operation: Operation, runs: number): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(requestsOf(operation, MARKER, target.token), async (sent) => {
      const answer = await send(target, sent, STREAM in (operation.responses['200']?.content ?? {}));
      statuses.add(answer.status);
      expect(differenceOf(operation, answer), shown(sent)).toBeUndefined();
      expect(answer.status, shown(sent)).not.toBe(500);
      expectNoLeak(answer, sent);
    }),
    { numRuns: runs },
  );
  return statuses;
}

async function send({ app }: Target, sent: Sent, isStream = false): Promise<Answered & { readonly headers: string }> {
  const { payload, ...request } = sent;
  const options = { ...request, ...(payload === undefined ? {} : { payload }) };
  const response = isStream ? await app.inject({ ...options, payloadAsStream: true }) : await app.inject(options);
  const status = response.statusCode;
  const type = String(response.headers['content-type'] ?? '');
  const isEndless = isStream && type.startsWith(STREAM);
  if (isEndless) response.stream().destroy();
  const body = isEndless ? '' : isStream ? await textOf(response.stream()) : response.body;
  return { status, type, body, headers: JSON.stringify(response.headers) };
}

async function textOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const part of stream) text += part.toString();
  return text;
}

function expectNoLeak({ body, headers, status }: Answered & { readonly headers: string }, sent: Sent): void {
  expect(`${headers}${body}`.includes(MARKER), `${status} to ${shown(sent)} gave back what was sent: ${body}`).toBe(
    false,
  );
}

const shown = ({ payload, ...rest }: Sent): string =>
  `${JSON.stringify(rest).slice(0, 500)} ${String(payload ?? '').slice(0, 500)}`;

const storedLine = z.looseObject({ conversation_id: z.string().min(1) });

/** Others are served as before, what was stored is whole, and the log tells nothing of what was sent. */
async function expectSane({ app, token, data, told }: Target): Promise<void> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  expect((await app.inject({ url: '/healthz' })).json()).toEqual({ status: 'ok' });
  const payload = { user_message: 'Is it open on Sunday?', assistant_message: 'From ten to four.' };
  const stored = await app.inject({ method: 'POST', url: '/v1/conversations', headers, payload });
  expect(stored.statusCode).toBe(201);
  expect([Reflect.get({}, MARKER), Reflect.get({}, 'admin'), Reflect.get({}, 'a')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  for (const file of readdirSync(join(data, 'training_logs'))) {
    const text = readFileSync(join(data, 'training_logs', file), 'utf8');
    expect(text.endsWith('\n')).toBe(true);
    expect(text.isWellFormed()).toBe(true);
    for (const line of text.split('\n').slice(0, -1)) storedLine.parse(JSON.parse(line));
  }
  expect(told()).not.toContain(MARKER);
}
