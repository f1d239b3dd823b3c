import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bystander } from './bystander.ts';
import { head, open } from './rawHttp.ts';
import { type Served, serveFolder } from './servedFolder.ts';

const WANTED = 10_000;
/** Files that this process has open beside connections, and room for those of the test. */
const ROOM = 500;
const AT_ONCE = 200;
const WATCHED_MS = 5_000;

let served: Served;
beforeAll(async () => {
  // Long enough for all of them to be there at the same time.
  served = await serveFolder({ request_timeout_ms: 120_000, log: 'errors' }, undefined);
});
afterAll(() => served.stop());

/** How many files a process may have open: Node raises its soft limit to the hard one. */
function filesAllowed(pid: number | 'self'): number {
  const [, , hard = ''] = /Max open files\s+(\S+)\s+(\S+)/.exec(readFileSync(`/proc/${pid}/limits`, 'utf8')) ?? [];
  return hard === 'unlimited' ? Number.MAX_SAFE_INTEGER : Number(hard);
}

async function watched(): Promise<Awaited<ReturnType<Bystander['stop']>>> {
  const bystander = new Bystander(served.port, undefined);
  await wait(WATCHED_MS);
  return bystander.stop();
}

const memory = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${served.pid}/status`, 'utf8'))?.[1]) / 1024;

test(`${WANTED} idle connections: another client is served as ever`, async () => {
  const count = Math.min(WANTED, filesAllowed('self') - ROOM, filesAllowed(served.pid) - ROOM);
  const before = await watched();
  const memoryBefore = memory();
  const idle: Socket[] = [];
  for (let at = 0; at < count; at += AT_ONCE) {
    const more = await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - at) }, () => open(served.port)));
    for (const [place, socket] of more.entries()) {
      socket.on('error', () => {}).resume();
      // Half of them have asked something before, and are kept alive; the others never said a word.
      if (place % 2 === 0)
        socket.write(head({ method: 'GET', path: '/healthz', bare: true, headers: ['Host: localhost'] }));
    }
    idle.push(...more);
  }
  const during = await watched();
  const open_ = idle.filter((socket) => !socket.closed && !socket.destroyed).length;
  const each = ((memory() - memoryBefore) * 1024) / count;
  process.stdout.write(
    `${count} idle connections (${open_} stand), ${each.toFixed(1)} KB each: p50 ${before.p50.toFixed(1)} → ${during.p50.toFixed(1)} ms, p99 ${before.p99.toFixed(1)} → ${during.p99.toFixed(1)} ms\n`,
  );
  expect(open_).toBe(count);
  expect([...before.failures, ...during.failures]).toEqual([]);
  // Ours: what the machine does beside may double a time; a service that goes through all connections would take far longer.
  expect(during.p50).toBeLessThan(3 * before.p50 + 5);
  expect(during.p99).toBeLessThan(3 * before.p99 + 100);
  expect(each).toBeLessThan(60);
  for (const socket of idle) socket.destroy();
  await wait(500);
  expect((await watched()).failures).toEqual([]);
});
