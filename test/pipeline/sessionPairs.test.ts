import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Unions } from '../../src/measures/unions.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { itemsInTimeOrder } from '../../src/pipeline/dedup/clusterItems.ts';
import { SessionPairs } from '../../src/pipeline/dedup/sessionPairs.ts';
import { EVEN, keptItems } from './laws.ts';
import { conversation, decideOn, messages, NO_FEEDBACK, planOf, type Settings, verdicts, words } from './world.ts';

const SESSIONS: Settings = { conversation: { unit: 'session' }, split: EVEN };

/** An exchange of so many words, half of them the answer's; the number says which. */
interface Said {
  readonly text: number;
  readonly length: number;
}

function session(name: string, at: number, said: readonly Said[]): Conversation[] {
  return said.map(({ text, length }, n) =>
    conversation({
      id: `${name}-${n}`,
      session: name,
      timestamp: at * 1000 + n,
      messages: messages(`u:${words(`q${text}`, length / 2)}`, `a:${words(`a${text}`, length / 2)}`),
    }),
  );
}

/** Exchanges of which 0 to 3 are short, by their number. */
const exchange = fc.nat(15).map((text): Said => ({ text, length: text < 4 ? 4 : 10 + 2 * text }));
const exchanges = fc.uniqueArray(exchange, { minLength: 1, maxLength: 7, selector: ({ text }) => text });
const logs = fc.array(exchanges, { minLength: 2, maxLength: 12 });

function similarity(one: readonly Said[], other: readonly Said[]): number {
  const words = (list: readonly Said[]) => list.reduce((sum, { length }) => sum + length, 0);
  const shared = words(one.filter(({ text }) => other.some((its) => its.text === text)));
  return shared / (words(one) + words(other) - shared);
}

/** The items in the order in which their sessions stand in the log. */
function itemsInOrder(decisions: Decisions): number[] {
  const items = Array.from({ length: decisions.itemCount }, (_, item) => item);
  return items.sort((one, other) => decisions.firstRow(one) - decisions.firstRow(other));
}

test('sessions are as similar as the exchanges that they share have words, and all that are alike are in one cluster', () => {
  let alike = 0;
  fc.assert(
    fc.property(logs, fc.constantFrom(0.5, 0.7, 0.8), (sessions, threshold) => {
      const list = sessions.flatMap((said, n) => session(`s${n}`, n, said));
      const settings = { ...SESSIONS, dedup: { near: { threshold } } };
      const decisions = decideOn(list, NO_FEEDBACK, settings);
      const pairs = new SessionPairs(decisions, planOf(settings), decisions.clusters.leaderOfRow);
      const together = new Unions(decisions.itemCount);
      pairs.joinAlike(itemsInTimeOrder(decisions), together);
      const items = itemsInOrder(decisions);
      const words = (at: number) => (sessions[at] ?? []).reduce((sum, { length }) => sum + length, 0);
      for (const [one, its] of sessions.entries()) {
        for (const [other, others] of sessions.entries()) {
          if (one >= other) continue;
          const expected = similarity(its, others);
          const [a = 0, b = 0] = [items[one], items[other]];
          const found = pairs.between(a, b);
          const same = JSON.stringify(its) === JSON.stringify(others);
          if (!same && (words(one) < 20 || words(other) < 20)) expect(found).toBeUndefined();
          else if (Math.abs(expected - threshold) > 1e-9) {
            if (expected < threshold) expect(found).toBeUndefined();
            else expect(found).toBeCloseTo(expected, 9);
          }
          if (found === undefined) continue;
          if (!same) alike++;
          expect(together.of(a)).toBe(together.of(b));
          expect(decisions.leader[a]).toBe(decisions.leader[b]);
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(alike, 'the property is about something').toBeGreaterThan(3);
});

describe('a long exchange that two sessions share', () => {
  test('stands in one split, whatever else they say', () => {
    const long = { text: 15, length: 40 };
    for (let n = 0; n < 20; n++) {
      const list = [
        ...session(`one ${n}`, 1, [long, { text: 20 + n, length: 60 }]),
        ...session(`other ${n}`, 2, [{ text: 60 + n, length: 60 }, long]),
      ];
      const { split, leader } = decideOn(list, NO_FEEDBACK, SESSIONS);
      expect(leader[0]).toBe(leader[1]);
      expect(split[0]).toBe(split[1]);
    }
  });

  test('stands in one split, also where the other one logs it with what came after', () => {
    for (let n = 0; n < 20; n++) {
      const one = [`u:${words(`q${n}`, 10)}`, `a:${words(`a${n}`, 40)}`];
      const goesOn = [...one, `u:${words(`next q${n}`, 10)}`, `a:${words(`next a${n}`, 90)}`];
      const list = [
        conversation({ session: `one ${n}`, timestamp: 1, messages: messages(...one) }),
        conversation({ session: n % 2 === 0 ? undefined : `other ${n}`, timestamp: 2, messages: messages(...goesOn) }),
      ];
      const { split, leader } = decideOn(list, NO_FEEDBACK, SESSIONS);
      expect(leader[0]).toBe(leader[1]);
      expect(split[0]).toBe(split[1]);
    }
  });

  test('holds nobody together where more than twenty share it, nor does a greeting', () => {
    const sharing = (count: number, shared: Said) =>
      Array.from({ length: count }, (_, n) => session(`s${n}`, n, [shared, { text: 20 + n, length: 60 }])).flat();
    const clusters = (list: Conversation[]) => new Set(decideOn(list, NO_FEEDBACK, SESSIONS).leader).size;
    expect(clusters(sharing(20, { text: 15, length: 40 }))).toBe(1);
    expect(clusters(sharing(21, { text: 15, length: 40 }))).toBe(21);
    expect(clusters(sharing(5, { text: 1, length: 4 }))).toBe(5);
  });

  test('drops a session where too many hang together, and the test split is clean', () => {
    // Each session shares one exchange with the one before it and one with the one behind.
    const list = Array.from({ length: 60 }, (_, n) =>
      session(`s${n}`, n, [
        { text: n, length: 40 },
        { text: 100 + n, length: 60 },
        { text: n + 1, length: 40 },
      ]),
    );
    const decisions = decideOn(list.flat(), NO_FEEDBACK, SESSIONS);
    const items = itemsInOrder(decisions);
    for (const [n, item] of items.entries()) {
      const next = items[n + 1] ?? item;
      if (decisions.isKept(item) && decisions.isKept(next)) expect(decisions.split[next]).toBe(decisions.split[item]);
    }
    expect(verdicts(decisions)).toContain('dedup.shared_exchange');
    expect(keptItems(decisions).length).toBeGreaterThan(50);
  });
});
