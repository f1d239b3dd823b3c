import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { SPLITS } from '../../src/pipeline/split/assign.ts';
import { type World, worlds } from './randomWorld.ts';
import { decideOn, feedbackOn, published, type Settings, SURVEY } from './world.ts';

/** Even shares, so that a text that moves moves visibly. */
const SHARES = { train: 0.34, val: 0.33, test: 0.33 };

/** Split of every text that goes out, by the hash of its content. */
function splitsByContent(decisions: Decisions): Map<number, string> {
  const found = new Map<number, string>();
  for (let item = 0; item < decisions.itemCount; item++) {
    if (!decisions.isKept(item)) continue;
    found.set(decisions.contentOf(item), SPLITS[decisions.split[item] ?? -1] ?? 'none');
  }
  return found;
}

/** How many texts of yesterday go out today; each of them must do so in the same split. */
function stayed(yesterday: Decisions, today: Decisions): number {
  const now = splitsByContent(today);
  const still = [...splitsByContent(yesterday)].filter(([content]) => now.has(content));
  for (const [content, split] of still) expect(now.get(content)).toBe(split);
  return still.length;
}

/** Decides on each world as it was after some rows and some lines of feedback, exports that, and decides on all of it. */
function staysPut(random: fc.Arbitrary<World>, settings: Settings): void {
  let texts = 0;
  fc.assert(
    fc.property(random, fc.nat(40), fc.nat(25), ({ rows, feedback }, rowsThen, opinionsThen) => {
      const known = feedbackOn(...feedback.slice(0, opinionsThen));
      const yesterday = decideOn(rows.slice(0, rowsThen), known, settings);
      const ledger = published(yesterday, settings);
      texts += stayed(yesterday, decideOn(rows, feedbackOn(...feedback), settings, SURVEY, ledger));
    }),
    { numRuns: 250 },
  );
  expect(texts, 'the property is about something').toBeGreaterThan(30);
}

describe('tomorrow no text that goes out has moved to another split', () => {
  const drop = { conversation: { bad_turn: 'drop' } };
  const by = (what: 'session' | 'user') => ({ split: { ...SHARES, by: what } });

  test.each([
    ['exchanges', { exchanges: 1, answers: true, sessionless: true }, by('session')],
    ['exchanges, split by user', { exchanges: 1, answers: true, sessionless: true }, by('user')],
    ['exchanges that all have a session', { exchanges: 1, answers: true, sessionless: false }, by('session')],
    ['longer conversations', { exchanges: 3, answers: false, sessionless: true }, by('session')],
    ['longer conversations, split by user', { exchanges: 3, answers: false, sessionless: true }, by('user')],
    [
      'longer conversations with bad answers',
      { exchanges: 3, answers: true, sessionless: true },
      { ...by('session'), ...drop },
    ],
    [
      'without near duplicates',
      { exchanges: 1, answers: true, sessionless: true },
      { ...by('session'), dedup: { near: { enabled: false } } },
    ],
    [
      'with caps',
      { exchanges: 1, answers: true, sessionless: true },
      { ...by('session'), caps: { max_per_user: 3, max_per_prompt: 1 } },
    ],
    [
      'with what is unrated dropped',
      { exchanges: 1, answers: true, sessionless: true },
      { ...by('session'), feedback: { unrated: 'drop' } },
    ],
  ])('%s', (_note, options, settings) => {
    staysPut(worlds(options), settings);
  });

  test('sessions that are not cut, once those of yesterday are over and rated', () => {
    const LENGTH = 40; // rows of one world at most: a session of yesterday ends where yesterday ends
    const closed = worlds({ exchanges: 1, answers: true, sessionless: false }).chain(({ rows, feedback }) =>
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: LENGTH, maxLength: LENGTH }).map((lengths) => {
        const sessions = lengths.flatMap((length, n) => Array.from({ length }, () => `session ${n}`));
        return { rows: rows.map((row, place) => ({ ...row, user: undefined, session: sessions[place] })), feedback };
      }),
    );
    let texts = 0;
    fc.assert(
      fc.property(closed, fc.nat(13), ({ rows, feedback }, sessionsThen) => {
        const first = rows.findIndex(({ session }) => session === `session ${sessionsThen}`);
        const settings = { ...by('session'), conversation: { unit: 'session', bad_turn: 'drop' } };
        const given = feedbackOn(...feedback);
        const yesterday = decideOn(rows.slice(0, Math.max(first, 0)), given, settings);
        texts += stayed(yesterday, decideOn(rows, given, settings, SURVEY, published(yesterday, settings)));
      }),
      { numRuns: 250 },
    );
    expect(texts, 'the property is about something').toBeGreaterThan(30);
  });
});
