import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { foremost } from '../../src/pipeline/split/ledger.ts';
import {
  conversation,
  decideOn,
  fates,
  feedbackOn,
  messages,
  NO_FEEDBACK,
  published,
  type Settings,
  SURVEY,
  words,
} from './world.ts';

const DAY_MS = 86_400_000;
const BEGAN = Date.UTC(2026, 0, 1);

/** A conversation that resembles no other, on a day. */
function row(n: number, given: Partial<Conversation> & { day?: number; asks?: string } = {}): Conversation {
  const { day = 0, asks = words(`q${n}`, 12), ...rest } = given;
  const timestamp = BEGAN + day * DAY_MS + n;
  return conversation({
    id: `row${n}`,
    timestamp,
    messages: messages(`u:${asks}`, `a:${words(`a${n}`, 40)}`),
    ...rest,
  });
}

const many = (count: number, of: (n: number) => Conversation): Conversation[] =>
  Array.from({ length: count }, (_, n) => of(n));

function counted(decisions: Decisions): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const fate of fates(decisions)) counts[fate] = (counts[fate] ?? 0) + 1;
  return counts;
}

test('of several splits test comes first, then val', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(foremost)).toEqual([0, 1, 1, 2, 2, 2, 2]);
});

describe('groups', () => {
  test('of several keys hang together by any of them', () => {
    const asks = 'What is the same question in both?';
    const rows = [
      row(0, { session: 'a', user: 'ann' }),
      row(1, { session: 'b', user: 'ann' }),
      row(2, { session: 'b', user: 'bob', asks }),
      row(3, { session: 'c', asks }),
      row(4, { session: 'd' }),
    ];
    const groups = (by: string[]) => {
      const { group } = decideOn(rows, NO_FEEDBACK, { split: { by } });
      return [...group].map((one) => group.indexOf(one));
    };
    expect(groups(['session', 'cluster'])).toEqual([0, 1, 1, 3, 4]);
    expect(groups(['user'])).toEqual([0, 0, 2, 3, 4]);
    expect(groups(['prompt'])).toEqual([0, 1, 2, 2, 4]);
    expect(groups(['session', 'user'])).toEqual([0, 0, 0, 3, 4]);
    expect(groups(['session', 'user', 'prompt'])).toEqual([0, 0, 0, 0, 4]);
  });

  test('of short questions are none: they ask something else every time', () => {
    const rows = [row(0, { session: 'a', asks: 'go on' }), row(1, { session: 'b', asks: 'go on' })];
    const { group } = decideOn(rows, NO_FEEDBACK, { split: { by: ['prompt'] } });
    expect(group[0]).not.toBe(group[1]);
  });

  test('one name alone means what it did before there were several', () => {
    const rows = many(60, (n) => row(n, { session: `s${n % 20}`, user: `u${n % 7}` }));
    for (const by of ['session', 'user'])
      expect(fates(decideOn(rows, NO_FEEDBACK, { split: { by } }))).toEqual(
        fates(decideOn(rows, NO_FEEDBACK, { split: { by: [by] } })),
      );
  });
});

describe('by time', () => {
  const split = { by: 'time' };
  const days = many(100, (n) => row(n, { day: Math.floor(n / 10) }));

  test('the newest days are test, those before val, whole', () => {
    const found = fates(decideOn(days, NO_FEEDBACK, { split }));
    expect(found.slice(90)).toEqual(Array.from({ length: 10 }, () => 'test'));
    expect(found.slice(80, 90)).toEqual(Array.from({ length: 10 }, () => 'val'));
    expect(new Set(found.slice(0, 80))).toEqual(new Set(['train']));
  });

  test('published days stay, also for what comes late, and new ones are held out', () => {
    const ledger = published(decideOn(days, NO_FEEDBACK, { split }), { split });
    const more = [...days, ...many(100, (n) => row(100 + n, { day: 10 + Math.floor(n / 10) })), row(300, { day: 9 })];
    const found = fates(decideOn(more, NO_FEEDBACK, { split }, SURVEY, ledger));
    expect(found.slice(0, 100)).toEqual(fates(decideOn(days, NO_FEEDBACK, { split })));
    expect([found[200], found[199], found[189], found[150]]).toEqual(['test', 'test', 'val', 'train']);
  });

  test('a session stays whole, on the day on which it began', () => {
    const rows = [...days, row(500, { day: 3, session: 'long' }), row(501, { day: 9, session: 'long' })];
    const found = fates(decideOn(rows, NO_FEEDBACK, { split: { by: ['session', 'time'] } }));
    expect(found.slice(-2)).toEqual(['train', 'train']);
  });

  test('one day alone is trained on, and what has no time counts as old', () => {
    expect(counted(decideOn(days.slice(0, 10), NO_FEEDBACK, { split }))).toEqual({ train: 10 });
    const timeless = many(10, (n) => row(600 + n, { timestamp: undefined }));
    expect(new Set(fates(decideOn([...days, ...timeless], NO_FEEDBACK, { split })).slice(100))).toEqual(
      new Set(['train']),
    );
  });
});

describe('stratified', () => {
  const language = (n: number) => (n % 10 < 7 ? 'en' : 'tr');
  const rows = many(400, (n) => row(n, { session: `s${n >> 1}`, facets: { language: language(n >> 1) } }));
  const settings: Settings = { split: { stratify: 'language' } };

  test('the shares hold within each stratum', () => {
    const found = fates(decideOn(rows, NO_FEEDBACK, settings));
    for (const [label, count] of [
      ['en', 280],
      ['tr', 120],
    ] as const) {
      const own = found.filter((_, n) => language(n >> 1) === label);
      expect(own).toHaveLength(count);
      for (const [name, share] of [
        ['train', 0.8],
        ['val', 0.1],
        ['test', 0.1],
      ] as const)
        expect(
          Math.abs(own.filter((fate) => fate === name).length - share * count),
          `${label} ${name}`,
        ).toBeLessThanOrEqual(2);
    }
  });

  test('by rating, and again with what was published', () => {
    const feedback = feedbackOn(
      ...many(400, (n) => row(n)).map(({ id }, n) => ({ id, user: 'u', rating: n % 3 === 0 ? 5 : 4 })),
    );
    const by: Settings = { split: { stratify: 'rating' } };
    const half = decideOn(rows.slice(0, 200), feedback, by);
    const whole = decideOn(rows, feedback, by, SURVEY, published(half, by));
    expect(fates(whole).slice(0, 200)).toEqual(fates(half));
    const best = fates(whole).filter((_, n) => n % 3 === 0);
    expect(Math.abs(best.filter((fate) => fate === 'test').length - best.length / 10)).toBeLessThanOrEqual(3);
  });
});

describe('what was published', () => {
  const even = { train: 0.34, val: 0.33, test: 0.33 };
  const rows = many(60, (n) => row(n, { session: `s${n}` }));

  test('stays with another seed, other shares and other keys, and only new groups are dealt', () => {
    const before = decideOn(rows, NO_FEEDBACK, { split: even });
    const ledger = published(before, { split: even });
    for (const split of [{ ...even, seed: 7 }, { train: 1, val: 0, test: 0 }, { by: 'prompt' }, { by: 'time' }])
      expect(fates(decideOn(rows, NO_FEEDBACK, { split }, SURVEY, ledger))).toEqual(fates(before));
  });

  test('a session goes on where it is, even alone in the split of its duplicates', () => {
    const before = decideOn(rows, NO_FEEDBACK, { split: even });
    const more = [...rows, ...many(60, (n) => row(100 + n, { session: `s${n}` }))];
    const found = fates(decideOn(more, NO_FEEDBACK, {}, SURVEY, published(before, { split: even })));
    expect(found.slice(60)).toEqual(fates(before));
  });

  test.each(['session', 'user'])('a session that grew is still what was published, by %s', (by) => {
    const settings = { conversation: { unit: 'session' }, split: { by, train: 0.5, val: 0, test: 0.5 } };
    let looked = 0;
    for (let n = 0; n < 40; n++) {
      const said = (text: string, session: string, at: number, last = '') =>
        row(at, {
          id: `${session}${at}`,
          session: `${session}${n}`,
          user: `${session}${n}`,
          messages: messages(`u:${words(`${text}${n}`, 30)}`, `a:${words(`${text}a${n}`, 60)} ${last}`),
        });
      const early = [said('one', 'first', 1), said('two', 'second', 2)];
      const before = decideOn(early, NO_FEEDBACK, settings);
      if (fates(before).join() !== 'train,test') continue;
      looked++;
      // What both say now ties them together, and the first of them stands in train.
      const late = [said('both', 'first', 3), said('both', 'second', 4), said('two', 'third', 5, 'changed')];
      const after = decideOn([...early, ...late], NO_FEEDBACK, settings, SURVEY, published(before, settings));
      expect(fates(after)[4], `${n}`).not.toBe('train');
    }
    expect(looked).toBeGreaterThan(3);
  });

  test('two sessions of one user in two splits: with `by: user` train gives way, and is told of', () => {
    const before = decideOn(rows, NO_FEEDBACK, { split: even });
    const ledger = published(before, { split: even });
    const fate = fates(before);
    const [one, other] = [fate.indexOf('train'), fate.indexOf('test')];
    const shared = rows.map((each, n) => (n === one || n === other ? { ...each, user: 'ann' } : each));
    const found = fates(decideOn(shared, NO_FEEDBACK, { split: { ...even, by: 'user' } }, SURVEY, ledger));
    expect([found[one], found[other]]).toEqual(['split.conflict', 'test']);
    expect(found.filter((_, n) => n !== one)).toEqual(fate.filter((_, n) => n !== one));
  });
});
