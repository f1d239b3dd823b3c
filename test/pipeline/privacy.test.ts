import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import type { Conversation } from '../../src/pipeline/conversation.ts';
import { decide } from '../../src/pipeline/decide.ts';
import { FeedbackSurveyor } from '../../src/pipeline/feedback/feedbackSurvey.ts';
import { IdSet, type LeftOut, LeftOutJudge } from '../../src/pipeline/privacy/leftOut.ts';
import { recordReasons } from '../../src/pipeline/recordReasons.ts';
import { Surveyor } from '../../src/pipeline/survey.ts';
import { worlds } from './randomWorld.ts';
import {
  conversation,
  decideOn,
  type FeedbackGiven,
  fates,
  feedbackOf,
  planOf,
  type Settings,
  SURVEY,
} from './world.ts';

const KEY = 'a key of tests';
const keyed = pseudonymizer(KEY);
const plain = pseudonymizer(undefined);
const NOBODY: LeftOut = {
  id_key: KEY,
  users: [],
  sessions: [],
  conversations: [],
  sessions_of_users: [],
  opted_out: [],
};

/** By row, what becomes of the rows that stay, and the reason of those that do not. */
function fatesOf(rows: readonly Conversation[], feedback: readonly FeedbackGiven[], settings: Settings): string[] {
  return fates(decideOn(rows, feedbackOf(feedback), settings));
}

const settings = fc.record({
  conversation: fc.constantFrom({ unit: 'exchange' }, { unit: 'session' }, { unit: 'session', bad_turn: 'drop' }),
  caps: fc.constantFrom({}, { max_per_user: 2 }),
  split: fc.constantFrom({ by: 'session' }, { by: 'user' }),
  dedup: fc.constantFrom({}, { near: { enabled: false } }),
});

const world = worlds({ exchanges: 2, answers: true, sessionless: true });

describe('who opted out, by raw id', () => {
  test('everything else is decided as if they were not there', () => {
    fc.assert(
      fc.property(world, settings, fc.subarray(['user0', 'user1', 'user2', 'judge0', 'judge1']), (logged, how, out) => {
        const { rows, feedback } = logged;
        const isOut = ({ user }: { readonly user?: string | undefined }) => user !== undefined && out.includes(user);
        const found = fatesOf(rows, feedback, { ...how, opted_out: out });
        const there = rows.filter((row) => !isOut(row));
        const alone = fatesOf(
          there,
          feedback.filter((one) => !isOut(one)),
          how,
        );
        expect(found.filter((_, place) => !isOut(rows[place] ?? {}))).toEqual(alone);
        for (const [place, row] of rows.entries()) if (isOut(row)) expect(found[place]).toBe('privacy.opted_out');
      }),
    );
  });

  test('the digest itself stays as it was, so that another list decides anew', () => {
    const rows = [conversation({ user: 'ann' }), conversation({ user: 'ben' })];
    const surveyor = new Surveyor(SURVEY, 0);
    for (const [line, row] of rows.entries()) surveyor.add(row, { offset: 0, bytes: 1, line });
    const digest = surveyor.finish();
    const fatesWith = (opted_out: string[]) =>
      fates(decide(digest, feedbackOf([]), recordReasons(SURVEY), planOf({ opted_out, dedup: { exact: false } })));
    expect(fatesWith(['ann'])[0]).toBe('privacy.opted_out');
    expect(fatesWith([])[0]).not.toBe('privacy.opted_out');
  });
});

describe('who was forgotten, or opted out by pseudonym', () => {
  test('a row of theirs says nothing of who or what, and everything else is decided as if it were not there', () => {
    fc.assert(
      fc.property(world, settings, fc.subarray(['user0', 'user1', 'judge0']), (logged, how, out) => {
        const { rows, feedback } = logged;
        const judge = new LeftOutJudge({ ...NOBODY, users: out.map(keyed) });
        const surveyor = new Surveyor(SURVEY, 0);
        const kept = rows.filter((row, place) => {
          const reason = judge.reasonFor(row);
          const where = { offset: place, bytes: 1, line: place + 1 };
          if (reason === undefined) surveyor.add(row, where);
          else surveyor.addLeftOut(row, where, reason);
          return reason === undefined;
        });
        const said = new FeedbackSurveyor();
        const heard = feedback.filter((one, place) => {
          const line = { offset: place, bytes: 1, line: place + 1 };
          const entry = { ...NO_WORD, ...one, stars: true };
          const reason = judge.reasonFor({ id: one.id, user: one.user, session: undefined });
          if (reason === undefined) said.add(entry, line);
          else said.addLeftOut(line);
          return reason === undefined;
        });
        const digest = surveyor.finish();
        const decisions = decide(digest, said.finish(), recordReasons(SURVEY), planOf(how));
        const found = fates(decisions);
        const isOut = (place: number) => found[place] === 'privacy.forgotten';
        expect(found.filter((_, place) => !isOut(place))).toEqual(fatesOf(kept, heard, how));
        expect(found.filter((_, place) => isOut(place))).toHaveLength(rows.length - kept.length);
        expect(decisions.feedback.count).toBe(heard.length);
        for (const place of rows.keys()) {
          if (!isOut(place)) continue;
          const { user, session, content, prompt, words, signatures } = digest.rows;
          expect([user[place], session[place], content[place], prompt[place], words[place]]).toEqual([0, 0, 0, 0, 0]);
          expect(signatures.subarray(place * 128, place * 128 + 128).every((bin) => bin === 0)).toBe(true);
        }
      }),
    );
  });

  const line = { id: 'c-1', user: 'ann', session: 's-1' };

  test.each([
    ['a user', { users: [keyed('ann')] }, line, 'forgotten'],
    ['a user without a key', { users: [plain('ann')] }, line, 'forgotten'],
    ['a user as the log has the pseudonym', { users: [keyed('ann')] }, { ...line, user: keyed('ann') }, 'forgotten'],
    ['another user', { users: [keyed('ben')] }, line, undefined],
    ['a session', { sessions: [keyed('s-1')] }, line, 'forgotten'],
    ['a conversation', { conversations: [keyed('c-1')] }, line, 'forgotten'],
    ['a session of a user, with somebody else', { sessions_of_users: [keyed('s-1')] }, line, undefined],
    ['a session of a user', { sessions_of_users: [keyed('s-1')] }, { ...line, user: undefined }, 'forgotten'],
    ['who opted out', { opted_out: [keyed('ann')] }, line, 'opted_out'],
    ['who opted out and was forgotten', { opted_out: [keyed('ann')], users: [keyed('ann')] }, line, 'forgotten'],
    ['a raw id in the place of a pseudonym', { users: ['ann'] }, line, undefined],
  ])('%s', (_name, who, ids, reason) => {
    expect(new LeftOutJudge({ ...NOBODY, ...who }).reasonFor(ids)).toBe(reason);
  });

  test('answers are remembered, but not for ever', () => {
    const set = new IdSet([keyed('id77')], KEY);
    for (let round = 0; round < 2; round++)
      for (let id = 0; id < 30_000; id++) if (set.has(`id${id}`) !== (id === 77)) throw new Error(`id${id}`);
  });
});

const NO_WORD = {
  user: undefined,
  timestamp: undefined,
  message_index: undefined,
  rating: undefined,
  comment: undefined,
  correction: undefined,
};
