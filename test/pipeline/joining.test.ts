import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { DigestBuilder } from '../../src/pipeline/digestBuilder.ts';
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
  type Settings,
  verdicts,
  words,
} from './world.ts';

const SESSION = { conversation: { unit: 'session' } };
const STRICT = { conversation: { unit: 'session', bad_turn: 'drop' } };
const AFTER = 'session.after_bad_turn';
const BESIDE = 'session.has_bad_turn';
const BAD = 'rating.below_min';

/** One exchange of a session, with an id by its place. */
const turn = (session: string | undefined, timestamp: number | undefined, text: string): Conversation =>
  conversation({ id: text, session, timestamp, messages: messages(`u:${text}?`, `a:${text}.`) });

/** The ids of the rows of every example that goes out. */
function examples(list: readonly Conversation[], decisions: Decisions): string[] {
  const found: string[] = [];
  for (let item = 0; item < decisions.itemCount; item++) {
    if (decisions.isKept(item))
      found.push(
        keptRows(decisions, item)
          .map((row) => list[row]?.id)
          .join(' '),
      );
  }
  return found.sort();
}

const joined = (list: readonly Conversation[], settings: Settings = SESSION, ...bad: string[]): string[] =>
  examples(list, decideOn(list, feedbackOn(...bad.map((id) => ({ id, rating: 1 }))), settings));

describe('sessions', () => {
  const list = [
    turn('s', 30, 'c'),
    turn('t', 20, 'x'),
    turn('s', 10, 'a'),
    turn(undefined, 5, 'n'),
    turn('s', 20, 'b'),
  ];

  test('are joined in the order of time, wherever their lines stand', () => {
    expect(joined(list)).toEqual(['a b c', 'n', 'x']);
    expect(joined([...list].reverse())).toEqual(['a b c', 'n', 'x']);
  });

  test('are not joined when an exchange is an example', () => {
    expect(joined(list, {})).toEqual(['a', 'b', 'c', 'n', 'x']);
  });

  test('at equal times, or without any, keep the order of the lines; what has no time comes last', () => {
    expect(
      joined([turn('s', 1, 'b'), turn('s', 1, 'a'), turn('s', undefined, 'd'), turn('s', undefined, 'c')]),
    ).toEqual(['b a d c']);
    expect(joined([turn('s', undefined, 'd'), turn('s', 1, 'a')])).toEqual(['a d']);
  });

  test('rows without a session stand by themselves', () => {
    expect(joined([turn(undefined, 1, 'a'), turn(undefined, 2, 'b')])).toEqual(['a', 'b']);
  });

  test.each([
    ['cut before the bad one', SESSION, ['b'], ['a', 'n', 'x'], ['kept', BAD, AFTER]],
    ['cut at the first bad one', SESSION, ['b', 'c'], ['a', 'n', 'x'], ['kept', BAD, BAD]],
    ['nothing is left when the first is bad', SESSION, ['a'], ['n', 'x'], [BAD, AFTER, AFTER]],
    ['dropped where the config says so', STRICT, ['b'], ['n', 'x'], [BESIDE, BAD, BESIDE]],
    ['another session does not suffer', STRICT, ['x'], ['a b c', 'n'], ['kept', 'kept', 'kept']],
  ])('with a bad turn: %s', (_note, settings, bad, left, verdict) => {
    const decisions = decideOn(list, feedbackOn(...bad.map((id) => ({ id, rating: 1 }))), settings);
    expect(examples(list, decisions)).toEqual(left);
    const byId = new Map(list.map(({ id }, row) => [id, verdicts(decisions)[row]]));
    expect(['a', 'b', 'c'].map((id) => byId.get(id))).toEqual(verdict);
  });

  test('end where a record stage dropped a line', () => {
    const plan = { stages: [{ use: 'min_answer_length', options: { chars: 3 } }], bad_turn: 'cut', ngram: 3 } as const;
    const lines = [turn('s', 1, 'long'), turn('s', 2, 'x'), turn('s', 3, 'longer')];
    expect(verdicts(decideOn(lines, NO_FEEDBACK, SESSION, plan))).toEqual([
      'kept',
      'min_answer_length.too_few_chars',
      AFTER,
    ]);
  });

  test('end with a line that was cut itself, up to its cut', () => {
    const long = conversation({
      id: 'l',
      session: 's',
      timestamp: 2,
      messages: messages('u:1', 'a:one', 'u:2', 'a:two'),
    });
    const lines = [turn('s', 1, 'a'), long, turn('s', 3, 'b')];
    const bad = feedbackOn({ id: 'l', message_index: 3, rating: 1 });
    const cut = decideOn(lines, bad, SESSION);
    expect(verdicts(cut)).toEqual(['kept', 'kept', AFTER]);
    expect(cut.exchanges[1]).toBe(1);
    expect(verdicts(decideOn(lines, bad, STRICT))).toEqual([BESIDE, BAD, BESIDE]);
  });

  test('go out whole in one split, and are rated by the mean of their turns', () => {
    const decisions = decideOn(list, feedbackOn({ id: 'a', rating: 5 }, { id: 'c', rating: 4 }), SESSION);
    const [item] = Array.from({ length: decisions.itemCount }, (_, n) => n).filter(
      (n) => decisions.rowsOf(n).length === 3,
    );
    expect(decisions.ratingOf(item ?? -1)).toBe(4.5);
    const found = fates(decisions);
    expect(new Set([found[0], found[2], found[4]]).size).toBe(1);
  });

  test('every row goes out once, before the first bad one of its session', () => {
    fc.assert(
      fc.property(worlds({ exchanges: 2, answers: true, sessionless: true }), ({ rows, feedback }) => {
        const off = { dedup: { exact: false, near: { enabled: false }, snapshots: false } };
        const decisions = decideOn(rows, feedbackOn(...feedback), { ...SESSION, ...off });
        const verdict = verdicts(decisions);
        for (const name of new Set(rows.flatMap(({ session }) => session ?? []))) {
          const told = rows.flatMap(({ session }, row) => (session === name ? [verdict[row] ?? ''] : []));
          const others = told.filter((one) => one !== 'session.repeated');
          const end = others.findIndex((one) => one !== 'kept');
          if (end !== -1) for (const one of others.slice(end)) expect(one).toMatch(/after_bad_turn|below_min/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what the session stage drops itself', () => {
  test('the same exchange said twice in a session goes out once', () => {
    const [a, b] = [turn('s', 1, 'a'), turn('s', 3, 'b')];
    const list = [a, { ...a, id: 'a again', timestamp: 2 }, b, { ...a, id: 'elsewhere', session: 't', timestamp: 9 }];
    expect(verdicts(decideOn(list, NO_FEEDBACK, SESSION))).toEqual(['kept', 'session.repeated', 'kept', 'kept']);
  });

  test('a session is unrated when none of its turns is rated', () => {
    const list = [turn('s', 1, 'a'), turn('s', 2, 'b'), turn('t', 3, 'c'), turn('t', 4, 'd')];
    const given = feedbackOn({ id: 'b', rating: 5 }, { id: 'c', comment: 'Hm.' });
    expect(verdicts(decideOn(list, given, { ...SESSION, feedback: { unrated: 'drop' } }))).toEqual([
      'kept',
      'kept',
      'session.unrated',
      'session.unrated',
    ]);
  });

  test('the period takes rows out of a session, and what is left of it goes on', () => {
    const list = [turn('s', 10, 'a'), turn('s', 20, 'b'), turn('s', 30, 'c')];
    expect(joined(list, { ...SESSION, since: 15 })).toEqual(['b c']);
    expect(joined(list, { ...STRICT, until: 25 })).toEqual(['a b']);
  });
});

test('a session of 300,000 rows, as of a log that calls them all `default`, is joined in less than five seconds', () => {
  const COUNT = 300_000;
  const builder = new DigestBuilder(COUNT);
  for (let n = 0; n < COUNT; n++) {
    const row = builder.addRow();
    for (const column of [builder.rows.id, builder.rows.timestamp, builder.rows.content]) column[row] = n + 1;
    builder.rows.session[row] = 7;
    builder.rows.exchanges[row] = 1;
  }
  const began = performance.now();
  const decisions = decideOnDigest(builder.finish(), NO_FEEDBACK, SESSION);
  expect(performance.now() - began).toBeLessThan(5000);
  expect([decisions.itemCount, decisions.rowsOf(0).length]).toEqual([1, COUNT]);
});

describe('sessions that say the same', () => {
  const said = (name: string, at: number, ...texts: string[]): Conversation[] =>
    texts.map((text, n) =>
      conversation({
        id: `${name}${n}`,
        session: name,
        timestamp: at + n,
        messages: messages(`u:${words(text, 20)}`, `a:${words(text, 30)}${name === 'near' ? ' changed' : ''}`),
      }),
    );

  test('are duplicates when their exchanges are, one by one; the best is kept', () => {
    const list = [...said('s', 0, 'p', 'q'), ...said('t', 10, 'p', 'q'), ...said('near', 20, 'p', 'q')];
    expect(joined(list)).toEqual(['near0 near1']); // the longest
    const decisions = decideOn(list, feedbackOn({ id: 's1', rating: 5 }), SESSION);
    expect(examples(list, decisions)).toEqual(['s0 s1']);
    expect(verdicts(decisions)).toEqual([
      'kept',
      'kept',
      'dedup.exact_duplicate',
      'dedup.exact_duplicate',
      'dedup.near_duplicate',
      'dedup.near_duplicate',
    ]);
    expect([...decisions.clusterSize]).toEqual([3, 3, 3]);
  });

  test('are those with the same exchanges in another order, and none of which one goes on', () => {
    const list = [
      ...said('s', 0, 'p', 'q'),
      ...said('t', 10, 'p', 'q', 'r'),
      ...said('v', 20, 'q', 'p'),
      ...said('w', 30, 'p'),
    ];
    expect(joined(list)).toEqual(['t0 t1 t2', 'v0 v1', 'w0']);
  });

  test('are none where nobody looks for duplicates', () => {
    const list = [...said('s', 0, 'p'), ...said('t', 10, 'p')];
    expect(joined(list, { ...SESSION, dedup: { exact: false, near: { enabled: false } } })).toEqual(['s0', 't0']);
  });

  test('a session of one exchange and a row without session may be copies of each other', () => {
    const [own] = said('s', 0, 'p');
    if (own === undefined) throw new Error('one row');
    expect(joined([own, { ...own, id: 'free', session: undefined, timestamp: 5 }])).toEqual(['free']);
  });
});
