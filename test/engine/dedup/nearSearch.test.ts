import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decideProject, withPool } from '../../../src/engine/decideProject.ts';
import type { Pool } from '../../../src/engine/pool.ts';
import { findInputs } from '../../../src/engine/project.ts';
import { SILENT } from '../../../src/engine/surveyLogs.ts';
import type { Decisions } from '../../../src/pipeline/decisions.ts';
import { CachedLogs } from '../../cachedRun.ts';
import { words } from '../../pipeline/world.ts';

interface Said {
  readonly q: string;
  readonly a: string;
}

const MINUTE = 60_000;
let made = 0;

function linesOf(said: readonly Said[]): string {
  const lines = said.map(({ q, a }) => {
    const timestamp = new Date(Date.UTC(2026, 0, 1) + made * MINUTE).toISOString();
    return JSON.stringify({ id: `c${made++}`, timestamp, user_message: q, assistant_message: a });
  });
  return `${lines.join('\n')}\n`;
}

/** Decides on the logs, and counts what was read again for it. */
async function decided(logs: CachedLogs, cache: 'use' | 'off' = 'off', near = '') {
  const project = await logs.project(cache, `pipeline: []\ndedup: { near: { ${near} } }\n`);
  const inputs = await findInputs(project);
  const reread = { canned: 0, signed: 0, compared: 0 };
  const decisions = await withPool(inputs, 0, async (pool) => {
    const watched: Pool = {
      ...pool,
      canned: (task) => {
        reread.canned += task.records.offset.length;
        return pool.canned(task);
      },
      sign: (task) => {
        reread.signed += task.records.offset.length;
        return pool.sign(task);
      },
      compare: (task) => {
        reread.compared += task.records.offset.length;
        return pool.compare(task);
      },
    };
    return (await decideProject(project, inputs, watched, SILENT)).decisions;
  });
  return { decisions, reread };
}

function clustersOf({ leader }: Decisions): number {
  return new Set(leader).size;
}

/** So many words, of which every `each`-th is another than in the text of this salt without `own`. */
function edited(salt: string, count: number, each: number, own: string): string {
  return words(salt, count)
    .split(' ')
    .map((word, at) => (at % each === each - 1 ? `${own}${at}` : word))
    .join(' ');
}

describe('near duplicates', () => {
  test('are pairs whose texts have enough in common, counted, not estimated', async () => {
    const logs = new CachedLogs();
    const said = Array.from({ length: 60 }, (_, n) => [
      { q: `q${n}`, a: words(`t${n}`, 300) },
      // Of 299 n-grams each changed word is in three, and the last one in one: 0.83 (0.79) are left in common.
      { q: `q${n}`, a: edited(`t${n}`, 300, n < 30 ? 30 : 24, 'x') },
    ]).flat();
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf(said) });
    const { decisions, reread } = await decided(logs);
    const found = said.map((_, row) => decisions.near.of(row).map((near) => [near.row, near.similarity]));
    // Two n-grams of a text may have the same hash of 32 bits, and then count as one.
    for (const pairs of found.slice(0, 60)) {
      expect(pairs).toHaveLength(1);
      expect(Math.abs((pairs[0]?.[1] ?? 0) - (299 - 28) / (299 + 28))).toBeLessThan(0.001);
    }
    expect(found.slice(60).flat()).toEqual([]);
    expect(reread.compared).toBeGreaterThan(60);
    expect(clustersOf(decisions)).toBe(90);
  });

  test('are found in packed logs, and in texts without spaces', async () => {
    const logs = new CachedLogs();
    const signs = (salt: number, count: number, from: number): string =>
      Array.from({ length: count }, (_, n) => String.fromCodePoint(from + ((n * n * 7 + salt * 31 + n) % 200))).join(
        '',
      );
    const texts = [0x4e00, 0x3041, 0xac00].flatMap((from, salt) => {
      const one = signs(salt, 120, from);
      return [one, `${one.slice(0, 60)}${String.fromCodePoint(from + 300)}${one.slice(60)}`];
    });
    const packed = linesOf(texts.map((a) => ({ q: a.slice(0, 4), a })));
    const thai = 'ฉันอยากรู้ว่าร้านเปิดกี่โมงและปิดกี่โมงในวันหยุดสุดสัปดาห์นี้ขอบคุณมาก';
    const plain = linesOf([
      { q: 'ก', a: thai },
      { q: 'ก', a: thai.replace('มาก', 'ครับ') },
    ]);
    logs.logs({ 'conversations_2026-01-01.jsonl.gz': gzipSync(packed), 'conversations_2026-01-02.jsonl': plain });
    const { decisions } = await decided(logs);
    // Hangul has spaces between words, so a sentence without any is one word, and too short.
    expect([...decisions.leader]).toEqual([0, 0, 2, 2, 4, 5, 6, 6]);
  });

  test('of thousands that resemble each other are few pairs, and one is kept', async () => {
    const logs = new CachedLogs();
    const said = Array.from({ length: 1500 }, (_, n) => ({
      q: 'q',
      a: `${words('same', 100)} ${n} ${words('same', 60)}`,
    }));
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf(said) });
    const { decisions, reread } = await decided(logs, 'off', 'max_canned_share: 1');
    expect(clustersOf(decisions)).toBe(1);
    expect(decisions.verdict.filter((verdict) => verdict === 0)).toHaveLength(1);
    expect(reread.compared).toBeLessThan(4 * 1500);
  });
});

describe('what is canned', () => {
  const opening = words('opening', 60);
  const closing = words('closing', 60);
  const unlike = (count: number, from: number) => Array.from({ length: count }, (_, n) => words(`own${from + n}`, 40));

  function templated(): Said[] {
    const others = unlike(300, 0).map((a, n) => ({ q: words(`q${n}`, 10), a }));
    const opened = unlike(40, 1000).map((a) => ({ q: 'What about it?', a: `${opening} ${a}` }));
    const closed = unlike(40, 2000).map((a) => ({ q: 'What about it?', a: `${a} ${closing}` }));
    const asked = unlike(40, 3000).map((q) => ({ q: `${opening} ${q}`, a: closing }));
    return [...others, ...opened, ...closed, ...asked];
  }

  test('is no reason for two conversations to be one', async () => {
    const logs = new CachedLogs();
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf(templated()) });
    const near = 'threshold: 0.5';
    expect(clustersOf((await decided(logs, 'off', near)).decisions)).toBe(420);
    const counting = await decided(logs, 'off', `${near}, max_canned_share: 1`);
    expect(clustersOf(counting.decisions), 'they would be').toBeLessThan(400);
  });

  test('is none for two to be two: they are compared by the rest', async () => {
    const logs = new CachedLogs();
    const twins = [`${opening} ${edited('own1003', 40, 40, 'x')}`, `${opening} ${words('own1005', 40)} and more`];
    const typo = opening.replace('wopeningx30', 'typo');
    const said = [
      ...templated(),
      ...[...twins, `${typo} ${words('own1007', 40)}`].map((a) => ({ q: 'What about it?', a })),
    ];
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf(said) });
    const { decisions } = await decided(logs);
    expect([...decisions.leader].slice(-3)).toEqual([303, 305, 307]);
  });

  test('where too little is left, equal words alone make two one', async () => {
    const logs = new CachedLogs();
    const short = Array.from({ length: 30 }, (_, n) => ({ q: `Number ${n}?`, a: `${opening} ${n % 10}` }));
    const said = [...unlike(200, 0).map((a) => ({ q: 'q', a })), ...short, { q: 'NUMBER 3', a: `${opening}: 3.` }];
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf(said) });
    const { decisions } = await decided(logs);
    expect(clustersOf(decisions)).toBe(230);
    expect(decisions.leader[230]).toBe(203);
  });

  test('and all that was compared is known to the next run, which reads only what is new', async () => {
    const logs = new CachedLogs();
    const said = templated();
    const twin = { q: 'What about it?', a: `${opening} ${words('own1003', 40)} again` };
    logs.logs({ 'conversations_2026-01-01.jsonl': linesOf([...said, twin]) });
    const cold = await decided(logs, 'use');
    expect(cold.reread.canned).toBeGreaterThan(30);
    expect(cold.reread.signed).toBeGreaterThan(100);
    expect(cold.reread.compared).toBe(2);
    expect((await decided(logs, 'use')).reread).toEqual({ canned: 0, signed: 0, compared: 0 });
    logs.logs({ 'conversations_2026-01-02.jsonl': linesOf([{ ...twin, q: 'And what about it?' }]) });
    const warm = await decided(logs, 'use');
    expect(warm.reread).toEqual({ canned: 0, signed: 1, compared: 3 });
    const fresh = await decided(logs, 'off');
    expect(warm.decisions.leader).toEqual(fresh.decisions.leader);
    expect(warm.decisions.verdict).toEqual(fresh.decisions.verdict);
    expect([...warm.decisions.leader].slice(-2)).toEqual([303, 303]);
  });
});
