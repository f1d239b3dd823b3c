import {
  appendFileSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DigestCache } from '../src/engine/cache/digestCache.ts';
import { JoinsCache } from '../src/engine/cache/joinsCache.ts';
import { CachedLogs, tellAll } from './cachedRun.ts';
import { exchange, exchanges } from './commands/logs.ts';

const DAY_1 = 'conversations_2026-09-01.jsonl';
const DAY_2 = 'conversations_2026-09-02.jsonl';

const line = (number: number): string => `${JSON.stringify(exchange(number))}\n`;
const lines = (from: number, to: number): string =>
  exchanges(from, to)
    .map((one) => `${JSON.stringify(one)}\n`)
    .join('');
const at = (logs: CachedLogs, name: string): string => join(logs.data, 'training_logs', name);

/** Runs with the cache, and expects what a run without one says. */
async function likeCold(logs: CachedLogs, yaml?: string): Promise<readonly string[]> {
  const { told, ranges } = await tellAll(logs.project('use', yaml));
  expect(told).toEqual(await logs.cold(yaml));
  return ranges;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('warm equals cold', () => {
  test('on a part of the sample with every kind of file: rows, labels, counts, quarantine, statistics', async () => {
    const logs = new CachedLogs().sample('conversations_2026-09-0', 'feedback', 'comments');
    logs.logs({
      'conversations_2026-09-11.jsonl.gz': exchanges(0, 9, { intent: 'packed' }),
      'conversations_2026-09-12.json': JSON.stringify(exchanges(9, 15, { intent: 'listed', model: 'm-2' })),
      'feedback_late.jsonl.gz': [{ id: 'ex-3', stars: 1 }, { id: 'ex-4' }],
    });
    const yaml = 'inputs: { conversations: ["conversations*"] }';
    expect((await likeCold(logs, yaml)).length).toBeGreaterThan(12);
    expect(await likeCold(logs, yaml)).toEqual([]);
    const { told } = await tellAll(logs.project('use', yaml));
    expect(told.report).toContain('"packed":9');
  });

  test('conversations of several exchanges in several files', async () => {
    const turns = (number: number) => {
      const { user_message: asked, assistant_message: said } = exchange(number);
      const next = exchange(number + 500);
      const contents = [asked, said, next.user_message, next.assistant_message];
      return {
        id: `c-${number}`,
        messages: contents.map((content, place) => ({ role: place % 2 === 0 ? 'user' : 'assistant', content })),
      };
    };
    const logs = new CachedLogs().logs({
      [DAY_1]: [turns(1), exchange(2), turns(3)],
      [DAY_2]: [turns(4), turns(5)],
      'feedback.jsonl': [{ id: 'c-1', message_index: 3, stars: 1 }],
    });
    expect(await likeCold(logs)).toHaveLength(3);
    expect(await likeCold(logs)).toEqual([]);
  });

  test('when a file has more labels than are told apart, and grew on the way there', async () => {
    const labelled = (from: number, to: number, last: string) =>
      Array.from({ length: to - from }, (_, place) => {
        const number = from + place;
        const intent = number === to - 1 ? last : `intent ${number}`;
        return `{"id":"${number}","intent":"${intent}","prompt":"p${number}","answer":"a"}\n`;
      }).join('');
    const yaml = 'pipeline: [normalize_whitespace]\n';
    const logs = new CachedLogs().logs({ [DAY_1]: labelled(0, 1, 'known'), [DAY_2]: labelled(1, 2500, 'some') });
    await likeCold(logs, yaml);
    appendFileSync(at(logs, DAY_2), labelled(2500, 5000, 'known'));
    expect(await likeCold(logs, yaml)).toHaveLength(1);
    expect((await tellAll(logs.project('use', yaml))).told.report).toContain('"known":2,');
  });

  test('a file that has rested is not even hashed', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 5) });
    expect((await tellAll(logs.project())).hashes).toBe(1);
    const soon = await tellAll(logs.project());
    expect([soon.hashes, soon.ranges]).toEqual([1, []]);
    const later = Date.now() + 10_000;
    vi.spyOn(Date, 'now').mockReturnValue(later);
    appendFileSync(at(logs, DAY_1), line(5));
    await tellAll(logs.project());
    const rested = await tellAll(logs.project());
    expect([rested.hashes, rested.ranges]).toEqual([0, []]);
  });
});

describe('a file that changed', () => {
  test('is surveyed from where it ended when it only grew', async () => {
    const logs = new CachedLogs().logs({
      [DAY_1]: exchanges(0, 4, { intent: 'first' }),
      [DAY_2]: `not json\n${lines(4, 8)}`,
    });
    await likeCold(logs);
    const before = statSync(at(logs, DAY_2)).size;
    appendFileSync(at(logs, DAY_2), `\n{"broken\n${lines(8, 11)}`);
    const after = statSync(at(logs, DAY_2)).size;
    expect(await likeCold(logs)).toEqual([`${DAY_2} ${before}-${after}`]);
    expect(await likeCold(logs)).toEqual([]);
  });

  test('by feedback that came late: only the feedback is read', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 6), 'feedback.jsonl': [{ id: 'ex-1', stars: 5 }] });
    await likeCold(logs);
    const before = statSync(at(logs, 'feedback.jsonl')).size;
    appendFileSync(at(logs, 'feedback.jsonl'), '{"id":"ex-2","stars":1}\n');
    expect(await likeCold(logs)).toEqual([`feedback.jsonl ${before}-${statSync(at(logs, 'feedback.jsonl')).size}`]);
    expect((await tellAll(logs.project())).told.report).toContain('rating.below_min');
  });

  test('reads a last line anew until it is complete', async () => {
    const [half, rest] = [line(4).slice(0, 60), line(4).slice(60)];
    const logs = new CachedLogs().logs({ [DAY_1]: `${lines(0, 4)}${half}` });
    const covered = lines(0, 4).length;
    await likeCold(logs);
    expect(await likeCold(logs)).toEqual([`${DAY_1} ${covered}-${covered + half.length}`]);
    expect((await tellAll(logs.project())).told.report).toContain('"pending":1');
    appendFileSync(at(logs, DAY_1), rest.trimEnd()); // a record now, though without a line end
    expect(await likeCold(logs)).toEqual([`${DAY_1} ${covered}-${covered + line(4).length - 1}`]);
    appendFileSync(at(logs, DAY_1), `\n${lines(5, 7)}`);
    expect(await likeCold(logs)).toHaveLength(1);
    expect(await likeCold(logs)).toEqual([]);
  });

  test('a half line is pending in the newest file only, also in files that are read as a whole', async () => {
    const logs = new CachedLogs().logs({ [`${DAY_1}.gz`]: `${lines(0, 3)}{"id":"half` });
    await likeCold(logs);
    logs.logs({ [DAY_2]: exchanges(3, 5) });
    expect(await likeCold(logs)).toHaveLength(2);
    renameSync(at(logs, DAY_2), `${logs.path}/aside`);
    await likeCold(logs);
    await likeCold(logs);
  });

  test('is surveyed anew when it was replaced by one of the same size', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: lines(0, 3), [DAY_2]: lines(3, 6) });
    await likeCold(logs);
    const { atime, mtime, size } = statSync(at(logs, DAY_2));
    writeFileSync(at(logs, DAY_2), lines(3, 6).replaceAll('You can', 'We shall'.slice(0, 7)));
    utimesSync(at(logs, DAY_2), atime, mtime);
    expect(statSync(at(logs, DAY_2)).size).toBe(size);
    expect(await likeCold(logs)).toEqual([`${DAY_2} 0-${size}`]);
  });

  test('is surveyed anew when it was cut short, or its beginning was changed', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: lines(0, 8) });
    await likeCold(logs);
    truncateSync(at(logs, DAY_1), lines(0, 5).length);
    expect(await likeCold(logs)).toEqual([`${DAY_1} 0-${lines(0, 5).length}`]);
    writeFileSync(at(logs, DAY_1), `${line(9)}${lines(1, 12)}`);
    expect(await likeCold(logs)).toEqual([`${DAY_1} 0-${statSync(at(logs, DAY_1)).size}`]);
  });

  test.each(['in place', 'by another file'])(
    'while it was surveyed, %s, is not taken for what was surveyed',
    async (how) => {
      const logs = new CachedLogs().logs({ [DAY_1]: lines(0, 4) });
      const other = lines(0, 4).replaceAll('What is', 'Who was'); // as long
      // A worker that is slow to hash sees the new text, all the times it looks.
      let surveyed = (): void => {};
      const through = new Promise<void>((resolve) => {
        surveyed = resolve;
      });
      const rewrite = (): void => {
        const path = how === 'in place' ? at(logs, DAY_1) : join(logs.path, 'other');
        writeFileSync(path, other);
        if (how !== 'in place') renameSync(path, at(logs, DAY_1));
        surveyed();
      };
      await tellAll(logs.project(), { hash: () => through, surveyed: rewrite });
      expect(readFileSync(at(logs, DAY_1), 'utf8')).toBe(other);
      expect(await likeCold(logs)).toHaveLength(1);
    },
  );

  test('by growing while it was surveyed is kept as far as it was', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: lines(0, 4) });
    let grown = false;
    await tellAll(logs.project(), {
      surveyed: () => {
        if (!grown) appendFileSync(at(logs, DAY_1), lines(4, 6));
        grown = true;
      },
    });
    expect(await likeCold(logs)).toEqual([`${DAY_1} ${lines(0, 4).length}-${lines(0, 6).length}`]);
  });
});

describe('settings', () => {
  const yaml = (more: string): string => `dedup: { near: { threshold: 0.8 } }\n${more}`;
  const stage = (chars: number): string =>
    `pipeline: [normalize_whitespace, { use: min_answer_length, chars: ${chars} }]\n`;

  test('of stages, of reading and of shingles mean a new survey; each setting has its own digests', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 6), 'feedback.jsonl': [{ id: 'ex-1', stars: 1 }] });
    await likeCold(logs, yaml(''));
    for (const changed of [
      yaml(stage(50)),
      yaml(stage(150)),
      yaml('conversation: { bad_turn: drop }\n'),
      yaml('inputs: { fields: { user_message: example_id } }\n'),
      'dedup: { near: { ngram: 4 } }\n',
    ]) {
      expect((await likeCold(logs, changed)).length, changed).toBeGreaterThan(0);
      expect(await likeCold(logs, changed)).toEqual([]);
    }
    expect(await likeCold(logs, yaml(stage(50)))).toEqual([]);
  });

  test('of rating, split, duplicates, sessions and caps do not', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 9), 'feedback.jsonl': [{ id: 'ex-1', stars: 3 }] });
    await likeCold(logs, yaml(''));
    const reports = new Set<unknown>();
    for (const changed of [
      'feedback: { min_stars: 2 }',
      'feedback: { min_stars: 5 }',
      'split: { train: 0.5, val: 0.3, test: 0.2, by: user }',
      'dedup: { near: { threshold: 0.5 } }',
      'conversation: { unit: session }',
      'caps: { max_per_user: 1 }',
      'goal: { examples: 7 }',
    ]) {
      expect(await likeCold(logs, changed), changed).toEqual([]);
      reports.add((await tellAll(logs.project('use', changed))).told.report);
    }
    expect(reports.size).toBeGreaterThan(3);
  });

  test('and the code that made a digest', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 5) });
    const by = async (code: string) => ({
      ...(await logs.project()),
      cache: {
        digests: new DigestCache(logs.cache, { code, settings: 's' }, true),
        joins: new JoinsCache(logs.cache, { code, settings: 's' }, true),
      },
    });
    expect((await tellAll(by('1'))).ranges).toHaveLength(1);
    expect((await tellAll(by('2'))).ranges).toHaveLength(1);
    expect((await tellAll(by('2'))).ranges).toEqual([]);
    expect(logs.digests()).toHaveLength(1);
  });
});

describe('a digest that is damaged', () => {
  const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 2), 'feedback.jsonl': [{ id: 'ex-1', stars: 2 }] });

  /** Damages each digest, and expects that its file, and no other, is surveyed anew. */
  async function harmless(damage: (bytes: Buffer) => Buffer, cold: unknown): Promise<void> {
    for (const path of logs.digests()) {
      const whole = readFileSync(path);
      writeFileSync(path, damage(Buffer.from(whole)));
      const { told, ranges } = await tellAll(logs.project());
      expect(ranges).toHaveLength(1);
      expect(told).toEqual(cold);
    }
  }

  test('by being cut short anywhere means a new survey', async () => {
    await likeCold(logs);
    const cold = await logs.cold();
    const longest = Math.max(...logs.digests().map((path) => statSync(path).size));
    expect(longest).toBeGreaterThan(1000);
    for (let end = 0; end < longest; end += 97) {
      await harmless((bytes) => bytes.subarray(0, Math.min(end, bytes.length - 1)), cold);
    }
    await harmless((bytes) => Buffer.concat([bytes, Buffer.alloc(8)]), cold);
  });

  test('by a changed byte anywhere means a new survey', async () => {
    await likeCold(logs);
    const cold = await logs.cold();
    const flip = fc.asyncProperty(fc.nat(1_000_000), fc.integer({ min: 1, max: 255 }), (place, bits) =>
      harmless((bytes) => {
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        return bytes;
      }, cold),
    );
    await fc.assert(flip, { numRuns: 60, examples: [0, 4, 5, 7, 8, 16, 23, 24].map((place) => [place, 1]) });
  });
});

describe('a cache folder', () => {
  test('that cannot be written does no harm', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 5) });
    logs.write({ 'data/.curate': 'a file, where a folder should be' });
    for (let run = 0; run < 2; run += 1) expect(await likeCold(logs)).toHaveLength(1);
  });

  test('with strange things in it does no harm, and what nobody used for a month goes', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 5) });
    logs.write({
      'data/.curate/cache/old.digest': 'x',
      'data/.curate/cache/new.digest': 'x',
      'data/.curate/cache/draft.digest.17': 'x',
    });
    symlinkSync('circle', join(logs.cache, 'circle'));
    const days = (count: number): number => Date.now() / 1000 - count * 86_400;
    utimesSync(join(logs.cache, 'old.digest'), days(31), days(31));
    utimesSync(join(logs.cache, 'new.digest'), days(29), days(29));
    utimesSync(join(logs.cache, 'draft.digest.17'), days(2), days(2));
    await likeCold(logs);
    const names = logs.list('data/.curate/cache').filter((name) => !/^[0-9a-f]{32}\.digest$/.test(name));
    expect(names.filter((name) => !/^[0-9a-f]{32}\.joins$/.test(name))).toEqual(['circle', 'new.digest']);
    expect(logs.list('data/.curate/cache')).toHaveLength(4);
  });

  test('is read only by those who say so', async () => {
    const logs = new CachedLogs().logs({ [DAY_1]: exchanges(0, 5) });
    const reading = logs.project('read');
    expect((await tellAll(reading)).ranges).toHaveLength(1);
    expect(logs.list('data/.curate')).toEqual([]);
    await likeCold(logs);
    const kept = logs.digests().map((path) => [path, statSync(path).mtimeMs, readFileSync(path, 'base64')]);
    expect((await tellAll(reading)).ranges).toEqual([]);
    appendFileSync(at(logs, DAY_1), line(5));
    expect((await tellAll(reading)).ranges).toHaveLength(1);
    expect(logs.digests().map((path) => [path, statSync(path).mtimeMs, readFileSync(path, 'base64')])).toEqual(kept);
  });

  test('holds nothing that a person wrote, and is for its owner only', async () => {
    const said = {
      user_message: 'Marker asks how to boil an egg',
      assistant_message: `Marker ${'boil it well '.repeat(9)}`,
    };
    const ids = { example_id: 'marker-1', user_id: 'marker@example.com', session_id: 'marker-session' };
    const labels = {
      intent: 'marker wants to be called',
      framework: 'marker@example.com',
      model: 'marker '.repeat(40),
    };
    const logs = new CachedLogs().logs({
      [DAY_1]: `${JSON.stringify(exchange(1, { ...said, ...ids, ...labels, context: 'marker,\nmarker!' }))}\n{"marker\n${line(2)}{"mar`,
      'feedback_marker.jsonl': [
        { id: 'marker-1', user_id: 'marker-2', stars: 4, comment: 'marker', correction: 'marker' },
        { marker: 'x' },
      ],
    });
    await likeCold(logs);
    expect(logs.digests()).toHaveLength(2);
    expect(logs.digests('.joins')).toHaveLength(1);
    for (const path of logs.digests('')) {
      expect(`${path} ${readFileSync(path, 'latin1')}`.toLowerCase()).not.toContain('marker');
      expect(readFileSync(path, 'utf16le').toLowerCase()).not.toContain('marker');
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
    expect(statSync(logs.cache).mode & 0o777).toBe(0o700);
  });

  test('that two runs fill at once serves both', async () => {
    const logs = new CachedLogs().logs({
      [DAY_1]: exchanges(0, 9),
      [DAY_2]: exchanges(9, 18),
      'feedback.jsonl': [{ id: 'ex-1', stars: 2 }],
    });
    const cold = await logs.cold();
    for (const from of [18, 21, 24]) {
      const both = await Promise.all([tellAll(logs.project()), tellAll(logs.project()), tellAll(logs.project())]);
      if (from === 18) for (const { told } of both) expect(told).toEqual(cold);
      expect(both[1]?.told).toEqual(both[0]?.told);
      expect(await likeCold(logs)).toEqual([]);
      appendFileSync(at(logs, DAY_2), lines(from, from + 3));
    }
  });
});
