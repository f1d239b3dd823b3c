import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sha256 } from '../commands/exported.ts';
import { SAMPLE } from '../commands/logs.ts';
import { type RunOptions, Workdir } from '../commands/workdir.ts';

/** Joined to sessions and cut where possible, so that order matters everywhere. */
const CONFIG = 'conversation: { unit: session }\ncaps: { max_per_prompt: 3 }\n';

const folder = new Workdir().write({ 'sessions.yaml': CONFIG });
let expected: Record<string, string> = {};

beforeAll(async () => {
  // The days around the one that is compressed, the feedback, and the last one with its half-written line.
  const filter = (path: string) => !/conversations_\d{4}-(09-0|09-1|10-[012])/.test(path);
  cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true, filter });
  expected = await hashesOf('reference', ['--workers', '0', '--no-cache'], { env: { TZ: 'UTC', LANG: 'C' } });
  expect(Object.keys(expected).length).toBe(18);
});

/** Exports two formats to `out` and gives the SHA-256 of every file; of the manifest without its time. */
async function hashesOf(out: string, args: readonly string[], options?: RunOptions): Promise<Record<string, string>> {
  const config = ['--config', 'sessions.yaml', '--format', 'chatml,json'];
  // Manifests tell which splits were published before: here none were.
  rmSync(join(folder.path, 'data/curated/splits.ledger'), { force: true });
  const { code } = await folder.run(['export', ...config, '-o', out, '--quiet', ...args], options);
  expect(code).toBe(0);
  return Object.fromEntries(
    folder.list(out).map((name) => {
      const text = folder.read(`${out}/${name}`);
      return [name, sha256(name.endsWith('manifest.json') ? withoutTime(text) : text)];
    }),
  );
}

function withoutTime(text: string): string {
  const { created, ...rest } = z.looseObject({ created: z.iso.datetime() }).parse(JSON.parse(text));
  expect(Date.now() - Date.parse(created)).toBeLessThan(60_000);
  return JSON.stringify(rest);
}

test.each([1, 2, 5])('%i workers write the same bytes as none', async (workers) => {
  expect(await hashesOf(`workers-${workers}`, ['--workers', String(workers), '--no-cache'])).toEqual(expected);
});

test.each([
  ['time zone and locale of India', { TZ: 'Asia/Kolkata', LANG: 'hi_IN.UTF-8', LC_ALL: 'hi_IN.UTF-8' }],
  ['a Turkish locale, where i is not I', { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
])('%s: the same bytes', async (name, env) => {
  expect(await hashesOf(name.slice(0, 5), ['--workers', '0', '--no-cache'], { env })).toEqual(expected);
});

test('clocks around every stage leave no trace', async () => {
  expect(await hashesOf('timed', ['--timings', '--no-cache'])).toEqual(expected);
});

test('what is kept of the logs for the next run changes nothing', async () => {
  expect(await hashesOf('first', [])).toEqual(expected);
  expect(folder.list('data/.curate/cache').length).toBeGreaterThan(5);
  expect(await hashesOf('second', [])).toEqual(expected);
});
