import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from '../../src/measures/minhash.ts';
import { EVEN } from './laws.ts';
import {
  conversation,
  decideOn,
  decideOnDigest,
  fates,
  feedbackOn,
  messages,
  NO_FEEDBACK,
  survey,
  verdicts,
  words,
} from './world.ts';

describe('of duplicates', () => {
  const said = (answer: string) => messages('u:What is the best way to do this?', `a:${words('best', 40)} ${answer}`);
  const EXACT = 'dedup.exact_duplicate';
  const NEAR = 'dedup.near_duplicate';

  /** Each alone in its session; the earliest first. */
  function alone(...given: readonly Partial<ReturnType<typeof conversation>>[]) {
    return given.map((own, n) => conversation({ id: `d${n}`, session: `own ${n}`, timestamp: 1000 + n, ...own }));
  }

  test.each([
    ['the best rated', [3, 5, 4], 1],
    ['the rated before the unrated', [undefined, 4, undefined], 1],
    ['the only one that passes', [1, 2, 4], 2],
  ] as const)('%s is kept', (_note, stars, best) => {
    const list = alone({ messages: said('x') }, { messages: said('x') }, { messages: said('X!') });
    const given = stars.flatMap((rating, n) => (rating === undefined ? [] : [{ id: `d${n}`, rating }]));
    const found = verdicts(decideOn(list, feedbackOn(...given), { feedback: { min_stars: 3 } }));
    expect(found.indexOf('kept')).toBe(best);
    expect(found.filter((fate) => fate === 'kept')).toHaveLength(1);
  });

  test('among equally rated ones the most rated, then the longest, then the newest is kept', () => {
    const keptOf = (list: ReturnType<typeof alone>, ...given: { id: string; rating: number; user: string }[]) =>
      verdicts(decideOn(list, feedbackOn(...given))).indexOf('kept');
    const three = alone({ messages: said('x') }, { messages: said('x') }, { messages: said('x') });
    expect(keptOf(three)).toBe(2);
    expect(keptOf(alone({ messages: said('x') }, { messages: said('x…!') }, { messages: said('x') }))).toBe(1);
    const stars = [0, 0, 1].map((of, n) => ({ id: `d${of}`, rating: 5, user: `u${n}` }));
    expect(keptOf(three, ...stars)).toBe(0);
  });

  test('the best one is kept in random clusters, whenever each stands alone in its session', () => {
    const copy = fc.record({
      rating: fc.option(fc.constantFrom(1, 3, 4, 5)),
      wording: fc.constantFrom('x', 'X!', 'y'),
    });
    fc.assert(
      fc.property(fc.array(copy, { minLength: 2, maxLength: 8 }), (copies) => {
        const list = alone(...copies.map(({ wording }) => ({ messages: said(wording) })));
        const given = copies.flatMap(({ rating }, n) => (rating === null ? [] : [{ id: `d${n}`, rating }]));
        const found = verdicts(decideOn(list, feedbackOn(...given), { feedback: { min_stars: 3 } }));
        const passing = copies.map(({ rating }) => (rating === 1 ? -1 : (rating ?? 0)));
        const kept = found.flatMap((fate, n) => (fate === 'kept' ? [passing[n]] : []));
        expect(kept).toEqual(Math.max(...passing) < 0 ? [] : [Math.max(...passing)]);
      }),
      { numRuns: 100 },
    );
  });

  test('each is told why it went, how alike they are, and which one stays', () => {
    const list = alone({ messages: said('x') }, { messages: said('X!') }, { messages: said('y') });
    const decisions = decideOn(list, feedbackOn({ id: 'd0', rating: 5 }));
    expect(verdicts(decisions)).toEqual(['kept', EXACT, NEAR]);
    expect([...decisions.representative]).toEqual([0, 0, 0]);
    expect([...decisions.leader]).toEqual([0, 0, 0]);
    expect([...decisions.clusterSize]).toEqual([3, 3, 3]);
    expect(decisions.measured[2]).toBeGreaterThan(0.8);
    expect(decisions.limit[2]).toBeCloseTo(0.8);
  });

  test('the texts of two splits never meet: it goes out in the split of its earliest copy', () => {
    for (let n = 0; n < 30; n++) {
      const [first, second] = alone({ messages: said(`${n}`) }, { messages: said(`${n}`) });
      if (first === undefined || second === undefined) throw new Error('two rows');
      const before = fates(decideOn([first], NO_FEEDBACK, { split: EVEN }))[0];
      const [, after] = fates(decideOn([first, second], feedbackOn({ id: 'd1', rating: 5 }), { split: EVEN }));
      expect(after).toBe(before);
    }
  });

  test('one whose session stands in another split is dropped rather than taken there', () => {
    const sessions = Array.from({ length: 60 }, (_, n) => {
      const other = conversation({ session: `s${n}`, timestamp: 5000 + n, messages: messages(`u:o${n}`, `a:o${n}`) });
      return [conversation({ id: `best${n}`, session: `s${n}`, timestamp: 1000 + n, messages: said('x') }), other];
    }).flat();
    const stars = Array.from({ length: 60 }, (_, n) => ({ id: `best${n}`, rating: n === 0 ? 1 : 5 }));
    const decisions = decideOn(sessions, feedbackOn(...stars), { split: EVEN });
    const found = fates(decisions).filter((_, row) => row % 2 === 0);
    const kept = found.filter((fate) => !fate.includes('.'));
    expect(kept).toHaveLength(1);
    const [only] = fates(decideOn(sessions.slice(0, 1), NO_FEEDBACK, { split: EVEN }));
    expect(kept[0], 'in the split of the first, though that one is not good enough itself').toBe(only);
    expect(found[0]).toBe('rating.below_min');
  });

  test('all go when none of them can stay where the text belongs', () => {
    for (let n = 0; n < 30; n++) {
      const [bad, good] = alone(
        { messages: said('x'), session: `bad ${n}` },
        { messages: said('x'), session: `good ${n}` },
      );
      if (bad === undefined || good === undefined) throw new Error('two rows');
      const beside = conversation({ session: `good ${n}`, timestamp: 3000, messages: messages('u:other', 'a:thing') });
      const [, second, third] = fates(
        decideOn([bad, good, beside], feedbackOn({ id: 'd0', rating: 1 }), { split: EVEN }),
      );
      const [home] = fates(decideOn([bad], NO_FEEDBACK, { split: EVEN }));
      expect(second).toBe(home === third ? home : 'dedup.other_split');
    }
  });

  test.each([
    [{ exact: false, near: { enabled: false } }, ['kept', 'kept', 'kept']],
    [{ exact: true, near: { enabled: false } }, [EXACT, 'kept', 'kept']],
    [{ near: { threshold: 1 } }, [EXACT, 'kept', 'kept']],
    [{ near: { min_words: 1000 } }, [EXACT, 'kept', 'kept']],
    [{}, [NEAR, NEAR, 'kept']],
  ])('the config has its say: %j', (dedup, expected) => {
    const list = alone({ messages: said('x') }, { messages: said('x') }, { messages: said('y') });
    expect(verdicts(decideOn(list, NO_FEEDBACK, { dedup }))).toEqual(expected);
  });

  test('the same question with another answer is none, nor is the same text by another role', () => {
    const list = alone(
      { messages: messages('u:Yes or no?', 'a:Yes') },
      { messages: messages('u:Yes or no?', 'a:No') },
      { messages: messages('u:Yes or', 'a:no? Yes') },
    );
    expect(verdicts(decideOn(list))).toEqual(['kept', 'kept', 'kept']);
  });

  test.each([
    [3, 1],
    [10, 5],
    [1, 1],
  ])('texts too short for their n-grams of %i are compared exactly, even with min_words: %i', (ngram, min_words) => {
    const list = Array.from({ length: 600 }, (_, n) =>
      conversation({ messages: messages(`u:q${n}`, `a:${words(n, n % 8)}`) }),
    );
    const dedup = { near: { ngram, min_words } };
    const decisions = decideOn(list, NO_FEEDBACK, { dedup }, { stages: [], bad_turn: 'cut', ngram });
    expect(verdicts(decisions).filter((one) => one.startsWith('dedup'))).toEqual([]);
  });

  test('system prompts do not make a difference', () => {
    const list = alone({ messages: messages('u:q', 'a:a') }, { messages: messages('s:Be kind.', 'u:q', 'a:a') });
    expect(verdicts(decideOn(list))).toEqual([EXACT, 'kept']);
  });
});

describe('what feedback leaves of a longer conversation', () => {
  const long = (at: number) =>
    conversation({
      id: `long${at}`,
      session: `l${at}`,
      timestamp: at,
      messages: messages('u:q', 'a:a', 'u:r', 'a:bad'),
    });
  const short = (at: number) => conversation({ session: `s${at}`, timestamp: at, messages: messages('u:q', 'a:a') });
  const bad = feedbackOn(...[1, 2, 3].map((at) => ({ id: `long${at}`, message_index: 3, rating: 1 })));
  const EXACT = 'dedup.exact_duplicate';

  test.each([
    ['a shorter one that came later says the same', [long(1), short(2)], ['kept', EXACT], true],
    ['a shorter one that came earlier says the same', [short(1), long(2)], ['kept', EXACT], true],
    ['another one that was cut says the same', [long(1), long(2)], [EXACT, 'kept'], true],
    ['nobody looks for duplicates', [long(1), short(2)], ['kept', 'kept'], false],
  ])('%s', (_note, list, expected, looked) => {
    const decisions = decideOn(list, bad, { dedup: { exact: looked, near: { enabled: looked } } });
    expect(verdicts(decisions)).toEqual(expected);
    if (expected.includes(EXACT)) {
      const kept = expected.indexOf('kept');
      expect([...decisions.representative]).toEqual([kept, kept]);
    }
  });
});

describe('where a later row joins two clusters', () => {
  /** 400 words, of which the first `changed` are others than in the text it was made from. */
  const text = (salt: number, changed: number): string =>
    Array.from({ length: 400 }, (_, n) => (n < changed ? `new${salt}x${n}` : `old${salt}x${n}`)).join(' ');
  /** A and B do not resemble each other; C is like A, D like B, and C like D. */
  const chain = (salt: number) =>
    [0, 96, 32, 64].map((changed, n) =>
      conversation({
        id: `m${n}`,
        session: `meet ${salt} ${n}`,
        timestamp: 1000 + n,
        messages: messages(`u:${words(`q${salt}`, 3)}`, `a:${text(salt, changed)}`),
      }),
    );
  const liked = feedbackOn({ id: 'm2', rating: 5 }, { id: 'm3', rating: 5 });

  test('they are one and stand in one split; nothing goes for the sake of what it does not resemble', () => {
    let met = 0;
    for (let salt = 0; salt < 60; salt++) {
      const list = chain(salt);
      const digest = survey(list);
      const alike = (one: number, other: number) => similarity(digest.rows.signatures, one, other) >= 0.8;
      if (alike(0, 1) || alike(0, 3) || alike(1, 2) || !alike(0, 2) || !alike(1, 3) || !alike(2, 3)) continue;
      met++;
      const decisions = decideOnDigest(digest, liked, { split: EVEN });
      const [first, second, third, fourth] = fates(decisions);
      expect([...decisions.leader]).toEqual([0, 0, 0, 0]);
      expect([second, third]).toEqual(['dedup.near_duplicate', 'dedup.near_duplicate']);
      expect(fourth).toBe(first);
      expect([...decisions.representative]).toEqual([0, 3, 3, 3]);
    }
    expect(met, 'the test is about something').toBeGreaterThan(5);
  });
});
