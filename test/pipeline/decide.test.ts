import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from '../../src/measures/minhash.ts';
import { NO_SPLIT } from '../../src/pipeline/split/assign.ts';
import { always, anyWorld, EVEN, keptItems, settings } from './laws.ts';
import { worlds } from './randomWorld.ts';
import {
  conversation,
  decideOn,
  decideOnDigest,
  fates,
  feedbackOn,
  keptRows,
  messages,
  NO_FEEDBACK,
  survey,
  verdicts,
} from './world.ts';

describe('nothing is lost', () => {
  test('every row has one verdict, and exactly the kept ones have a split', () => {
    always((decisions) => {
      for (const fate of fates(decisions)) expect(fate).toMatch(/^(train|val|test|[a-z]+\.[a-z_]+)$/);
      const seen = new Set<number>();
      for (let item = 0; item < decisions.itemCount; item++) {
        const rows = [...decisions.rowsOf(item)];
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(seen.has(row)).toBe(false);
        for (const row of rows) seen.add(row);
        const kept = rows.map((row) => decisions.verdict[row] === 0);
        expect(kept, 'what goes out of a session is its beginning').toEqual(
          [...kept].sort((a, b) => Number(b) - Number(a)),
        );
        expect(decisions.split[item] === NO_SPLIT).toBe(kept[0] === false);
      }
      for (const [row, verdict] of decisions.verdict.entries()) if (verdict === 0) expect(seen.has(row)).toBe(true);
    });
  });

  test('the same digest gives the same decisions', () => {
    fc.assert(
      fc.property(anyWorld, settings, ({ rows, feedback }, own) => {
        const [one, other] = [0, 1].map(() => fates(decideOn(rows, feedbackOn(...feedback), own)));
        expect(one).toEqual(other);
      }),
      { numRuns: 30 },
    );
  });

  test('an empty log is decided, too', () => {
    for (const unit of ['exchange', 'session']) {
      const decisions = decideOn([], feedbackOn({ id: 'x', rating: 1 }), { conversation: { unit } });
      expect([decisions.itemCount, decisions.joined[0]]).toEqual([0, 0]);
    }
  });
});

describe('splits', () => {
  test('no session, or no user, stands in two of them', () => {
    always((decisions, { split }) => {
      const { user, session } = decisions.digest.rows;
      const byUser = JSON.stringify(split).includes('"user"');
      const splits = new Map<string, number | undefined>();
      for (const item of keptItems(decisions)) {
        for (const row of keptRows(decisions, item)) {
          const group =
            byUser && user[row] ? `user ${user[row]}` : session[row] ? `session ${session[row]}` : `row ${row}`;
          if (splits.has(group)) expect(decisions.split[item], group).toBe(splits.get(group));
          splits.set(group, decisions.split[item]);
        }
      }
    }, 200);
  });

  test('of what says the same one at most is kept, so no duplicate stands in another split', () => {
    always((decisions, { conversation: unit, dedup }) => {
      const wanted = JSON.stringify(dedup);
      const near = wanted.includes('"enabled":true');
      if (!near && wanted.includes('"exact":false')) return;
      const kept = keptItems(decisions);
      const contents = kept.map((item) => decisions.contentOf(item));
      expect(new Set(contents).size).toBe(contents.length);
      if (!near || JSON.stringify(unit).includes('"session"')) return;
      const { words: counts, signatures, exchanges } = decisions.digest.rows;
      const whole = kept
        .map((item) => decisions.firstRow(item))
        .filter((row) => decisions.exchanges[row] === exchanges[row]);
      for (const one of whole) {
        for (const other of whole) {
          if (one >= other || Math.min(counts[one] ?? 0, counts[other] ?? 0) < 20) continue;
          expect(similarity(signatures, one, other)).toBeLessThan(0.8);
        }
      }
    }, 200);
  });

  describe('of 10,000 groups come within 1.5 points of their shares', () => {
    const digest = survey(
      Array.from({ length: 10_000 }, (_, n) =>
        conversation({ session: `session ${n}`, messages: messages(`u:question ${n}`, `a:answer ${n}`) }),
      ),
    );
    test.each([
      [{ train: 0.8, val: 0.1, test: 0.1 }, 42],
      [{ train: 0.8, val: 0.1, test: 0.1 }, 7],
      [{ train: 0.5, val: 0.2, test: 0.3 }, 1],
      [{ train: 0.98, val: 0.01, test: 0.01 }, 0],
    ])('%j, seed %i', (shares, seed) => {
      const found = fates(decideOnDigest(digest, NO_FEEDBACK, { split: { ...shares, seed } }));
      for (const [name, share] of Object.entries(shares)) {
        const part = found.filter((fate) => fate === name).length / digest.count;
        expect(Math.abs(part - share), name).toBeLessThan(0.015);
      }
    });
  });

  test('a share of nothing gets nothing, a share of all gets all', () => {
    const list = Array.from({ length: 200 }, (_, n) => conversation({ messages: messages(`u:q${n}`, `a:a${n}`) }));
    const only = (name: string) => ({ split: { train: 0, val: 0, test: 0, [name]: 1 } });
    for (const name of ['train', 'val', 'test']) {
      expect(new Set(fates(decideOn(list, NO_FEEDBACK, only(name))))).toEqual(new Set([name]));
    }
  });

  test('another seed deals the groups anew, other groups do not', () => {
    const list = Array.from({ length: 300 }, (_, n) => conversation({ messages: messages(`u:q${n}`, `a:a${n}`) }));
    const dealt = (rows: typeof list, seed: number) => fates(decideOn(rows, NO_FEEDBACK, { split: { ...EVEN, seed } }));
    expect(dealt(list, 1)).not.toEqual(dealt(list, 2));
    expect(dealt(list.slice(100), 1)).toEqual(dealt(list, 1).slice(100));
    expect(dealt([...list].reverse(), 1)).toEqual(dealt(list, 1).reverse());
  });

  test('what has no session and no user stands by its content, whatever feedback cuts off it', () => {
    for (let n = 0; n < 40; n++) {
      const own = conversation({ id: 'x', messages: messages(`u:q${n}`, `a:a${n}`, 'u:more', 'a:much more') });
      const before = decideOn([own], NO_FEEDBACK, { split: EVEN });
      const after = decideOn([own], feedbackOn({ id: 'x', message_index: 3, rating: 1 }), { split: EVEN });
      expect(after.exchanges[0]).toBe(1);
      expect(fates(after)).toEqual(fates(before));
    }
  });
});

describe('the period', () => {
  const list = [undefined, 999, 1000, 1999, 2000].map((timestamp, n) =>
    conversation({ timestamp, session: `p${n}`, messages: messages(`u:q${n}`, `a:a${n}`) }),
  );
  const OUT = 'period.outside';
  test.each([
    [{}, ['kept', 'kept', 'kept', 'kept', 'kept']],
    [{ since: 1000 }, [OUT, OUT, 'kept', 'kept', 'kept']],
    [{ until: 2000 }, [OUT, 'kept', 'kept', 'kept', OUT]],
    [{ since: 1000, until: 2000 }, [OUT, OUT, 'kept', 'kept', OUT]],
    [{ since: 3000 }, [OUT, OUT, OUT, OUT, OUT]],
  ])('%j', (period, expected) => {
    expect(verdicts(decideOn(list, NO_FEEDBACK, period))).toEqual(expected);
  });

  test('moves nothing to another split: copies outside of it still count', () => {
    fc.assert(
      fc.property(
        worlds({ exchanges: 1, answers: false, sessionless: true }),
        fc.nat(40),
        ({ rows, feedback }, day) => {
          const since = 1_700_000_000_000 + day * 60_000;
          const given = feedbackOn(...feedback);
          const whole = decideOn(rows, given, { split: EVEN });
          const part = decideOn(rows, given, { split: EVEN, since });
          const splits = new Map(keptItems(whole).map((item) => [whole.contentOf(item), whole.split[item]]));
          for (const item of keptItems(part)) {
            const before = splits.get(part.contentOf(item));
            if (before !== undefined) expect(part.split[item]).toBe(before);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('a set stage drops only what is still kept', () => {
  const plan = { stages: [{ use: 'min_answer_length', options: { chars: 9 } }], bad_turn: 'cut', ngram: 3 } as const;
  const short = conversation({ id: 'short', timestamp: 5, messages: messages('u:q', 'a:short') });
  const decisions = decideOn([short, short], feedbackOn({ id: 'short', rating: 1 }), { since: 10 }, plan);
  expect(verdicts(decisions)).toEqual(['min_answer_length.too_few_chars', 'min_answer_length.too_few_chars']);
});
