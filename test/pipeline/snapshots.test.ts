import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { EVEN } from './laws.ts';
import {
  conversation,
  decideOn,
  type FeedbackGiven,
  fates,
  feedbackOn,
  messages,
  NO_FEEDBACK,
  type Settings,
  verdicts,
  words,
} from './world.ts';

/** The first `exchanges` exchanges of a chat; `branch` says the last one differently. */
function turns(chat: string, exchanges: number, branch = ''): string[] {
  return Array.from({ length: exchanges }, (_, n) => {
    const own = n === exchanges - 1 ? branch : '';
    return [`u:${words(`${chat}q${n}${own}`, 10)}`, `a:${words(`${chat}a${n}${own}`, 40)}`];
  }).flat();
}

let clock = 0;

/** A log line of a chat as it was after some exchanges, with an id of its own. */
function line(id: string, said: readonly string[], given: Partial<Conversation> = {}): Conversation {
  return conversation({ id, session: 's', timestamp: ++clock, messages: messages(...said), ...given });
}

const SNAPSHOT = 'dedup.snapshot';
const kept = (decisions: Decisions): number[] =>
  verdicts(decisions).flatMap((fate, at) => (fate === 'kept' ? [at] : []));

describe('lines of one chat as it grew', () => {
  test('collapse to the longest, in whatever order they stand', () => {
    const chain = Array.from({ length: 12 }, (_, n) => line(`g${n}`, turns('x', n + 1)));
    for (const list of [chain, [...chain].reverse()]) {
      const decisions = decideOn(list);
      const longest = list.findIndex(({ id }) => id === 'g11');
      expect(kept(decisions)).toEqual([longest]);
      expect(verdicts(decisions).filter((fate) => fate === SNAPSHOT)).toHaveLength(11);
      expect([...decisions.representative]).toEqual(list.map(() => longest));
    }
  });

  test.each<[string, Partial<Conversation>, Partial<Conversation>, string[]]>([
    ['of one session', {}, {}, [SNAPSHOT, 'kept']],
    ['of two sessions', {}, { session: 'other' }, ['kept', 'kept']],
    ['of which one has no session', { session: undefined }, {}, ['kept', 'kept']],
    ['of nobody', { session: undefined }, { session: undefined }, [SNAPSHOT, 'kept']],
    ['of one user', { session: undefined, user: 'u' }, { session: undefined, user: 'u' }, [SNAPSHOT, 'kept']],
    ['of two users', { session: undefined, user: 'u' }, { session: undefined, user: 'v' }, ['kept', 'kept']],
  ])('%s', (_note, one, other, expected) => {
    const decisions = decideOn([line('a', turns('x', 1), one), line('b', turns('x', 2), other)], NO_FEEDBACK, {
      split: EVEN,
    });
    expect(verdicts(decisions)).toEqual(expected);
    expect([...decisions.leader], 'what one says the other begins with: one split').toEqual([0, 0]);
  });

  test('lines without a session that go on differently are of different people', () => {
    const none = { session: undefined };
    const list = [line('a', turns('x', 1), none), line('b', turns('x', 2), none), line('c', turns('x', 2, 'y'), none)];
    expect(verdicts(decideOn(list))).toEqual(['kept', 'kept', 'kept']);
    const inSession = list.map((one) => ({ ...one, session: 's' }));
    expect(verdicts(decideOn(inSession))).toEqual([SNAPSHOT, 'kept', 'kept']);
  });

  test('a greeting is not taken for the beginning of what strangers say', () => {
    const hello = ['u:hi', 'a:hello'];
    const list = [
      line('a', hello, { session: 'one' }),
      line('b', [...hello, ...turns('x', 1)], { session: 'two' }),
      line('c', [...hello, ...turns('y', 1)], { session: undefined }),
      line('d', hello, { session: undefined, user: 'u' }),
    ];
    const decisions = decideOn(list);
    expect(verdicts(decisions)).toEqual(['dedup.exact_duplicate', 'kept', 'kept', 'kept']);
    expect([...decisions.leader]).toEqual([0, 1, 2, 0]);
  });

  test('how many chats open is no chat of its own, and holds none together', () => {
    const welcome = turns('welcome', 1);
    const list = [
      line('a', welcome, { session: 'own' }),
      ...Array.from({ length: 21 }, (_, n) => line(`b${n}`, [...welcome, ...turns(`z${n}`, 1)], { session: `s${n}` })),
    ];
    const decisions = decideOn(list);
    expect(verdicts(decisions)).toEqual(['dedup.beginning', ...list.slice(1).map(() => 'kept')]);
    expect(new Set(decisions.leader).size).toBe(22);
    expect(verdicts(decideOn(list.slice(0, -1)))).toEqual(list.slice(1).map(() => 'kept'));
  });

  test('are left alone where nobody asks', () => {
    const list = [line('a', turns('x', 1)), line('b', turns('x', 2))];
    const settings = { dedup: { snapshots: false, near: { enabled: false } } };
    expect(verdicts(decideOn(list, NO_FEEDBACK, settings))).toEqual(['kept', 'kept']);
  });

  test('are one line of the session that exchanges are joined to', () => {
    const list = [line('a', turns('x', 1)), line('b', turns('x', 2)), line('c', turns('other', 1))];
    const decisions = decideOn(list, NO_FEEDBACK, { conversation: { unit: 'session' } });
    expect(verdicts(decisions)).toEqual(['session.snapshot', 'kept', 'kept']);
    expect([...decisions.rowsOf(0)]).toEqual([1, 2]);
  });
});

describe('feedback on an earlier line', () => {
  const list = [line('a', turns('x', 1)), line('b', turns('x', 2)), line('c', turns('x', 3))];
  const rated = (given: readonly FeedbackGiven[], settings: Settings = {}) => {
    const decisions = decideOn(list, feedbackOn(...given), settings);
    return { fates: verdicts(decisions), exchanges: [...decisions.exchanges], ratings: [...decisions.rating] };
  };

  test('rates the same answer in the longest', () => {
    const found = rated([{ id: 'b', rating: 5, user: 'u' }]);
    expect(found.fates).toEqual([SNAPSHOT, SNAPSHOT, 'kept']);
    expect(found.ratings).toEqual([Number.NaN, 5, 5]);
  });

  test('that is bad ends the longest before that answer', () => {
    const found = rated([{ id: 'b', rating: 1, user: 'u' }]);
    expect(found.fates).toEqual([SNAPSHOT, 'rating.below_min', 'kept']);
    expect(found.exchanges[2]).toBe(1);
    expect(rated([{ id: 'b', rating: 1 }], { conversation: { bad_turn: 'drop' } }).fates).toEqual([
      'kept',
      'rating.below_min',
      'rating.below_min',
    ]);
  });

  test('counts once for each user, by the latest word, under whatever id it came', () => {
    const found = rated([
      { id: 'a', rating: 1, user: 'u', timestamp: 1 },
      { id: 'c', rating: 5, user: 'u', timestamp: 2, message_index: 1 },
    ]);
    expect(found.fates).toEqual([SNAPSHOT, SNAPSHOT, 'kept']);
    expect(found.ratings).toEqual([5, 5, 5]);
  });

  test('of lines with one id is on all of what it names, and what is said of the whole stays with that', () => {
    const same = list.map((one) => ({ ...one, id: 'one' }));
    const cut = decideOn(same, feedbackOn({ id: 'one', rating: 1, message_index: 3 }));
    expect([...cut.exchanges]).toEqual([1, 1, 1]);
    const whole = decideOn(same, feedbackOn({ id: 'one', rating: 5 }));
    expect(verdicts(whole)).toEqual([SNAPSHOT, SNAPSHOT, 'kept']);
    expect([...whole.exchanges]).toEqual([1, 2, 3]);
  });
});

test('in random logs: of one chat nothing that is kept begins another that is, and no text stands in two splits', () => {
  const chats = fc.array(
    fc.record({
      chat: fc.constantFrom('x', 'y'),
      exchanges: fc.integer({ min: 1, max: 4 }),
      branch: fc.constantFrom('', '', 'z'),
      session: fc.constantFrom('s', 't', undefined),
      rating: fc.option(fc.constantFrom(1, 5)),
    }),
    { minLength: 2, maxLength: 14 },
  );
  let collapsed = 0;
  fc.assert(
    fc.property(chats, (some) => {
      const list = some.map(({ chat, exchanges, branch, session }, n) =>
        line(`r${n}`, turns(chat, exchanges, branch), { session, timestamp: n }),
      );
      const given = some.flatMap(({ rating }, n) => (rating === null ? [] : [{ id: `r${n}`, rating }]));
      const decisions = decideOn(list, feedbackOn(...given), { split: EVEN });
      const found = fates(decisions);
      collapsed += found.filter((fate) => fate === SNAPSHOT).length;
      const said = list.map(({ messages: all }, n) =>
        all.slice(0, 2 * (decisions.exchanges[n] ?? 0)).map(({ content }) => content),
      );
      for (const [one, fate] of found.entries()) {
        if (fate === SNAPSHOT) {
          const stays = list[decisions.representative[one] ?? one]?.messages.map(({ content }) => content) ?? [];
          expect(stays.slice(0, said[one]?.length)).toEqual(said[one]);
        }
        for (const [other, its] of found.entries()) {
          if (one === other || fate.includes('.') || its.includes('.')) continue;
          const begins = said[one]?.every((text, at) => said[other]?.[at] === text);
          if (!begins) continue;
          expect(its, 'what begins like it stands in its split').toBe(fate);
          if (list[one]?.session !== undefined) expect(list[one]?.session).not.toBe(list[other]?.session);
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(collapsed, 'the property is about something').toBeGreaterThan(20);
});
