import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash53 } from '../../src/measures/hash.ts';
import { SIGNATURE_BYTES } from '../../src/measures/minhash.ts';
import { FACET_NAMES } from '../../src/pipeline/conversation.ts';
import { type Digest, MAX_LABELS, SYSTEM, TOOLS, UNTOUCHED } from '../../src/pipeline/digest.ts';
import { DigestBuilder } from '../../src/pipeline/digestBuilder.ts';
import type { SurveyPlan } from '../../src/pipeline/survey.ts';
import { conversation, messages, SURVEY, survey } from './world.ts';

/** What a digest says of each row, with labels instead of codes and without what only its own memory layout decides. */
function told({ count, rows, exchanges, labels }: Digest) {
  return Array.from({ length: count }, (_, row) => {
    const own = rows.exchanges[row] ?? 0;
    const first = rows.firstExchange[row] ?? 0;
    const [from, to] = own > 1 ? [first, first + own] : [0, 0];
    return {
      numbers: [rows.id, rows.timestamp, rows.user, rows.session, rows.content, rows.prompt].map(
        (column) => column[row],
      ),
      place: [rows.offset[row], rows.bytes[row], rows.line[row]],
      sizes: [rows.user_chars, rows.assistant_chars, rows.words].map((column) => column[row]),
      verdict: [own, rows.verdict[row], (rows.flags[row] ?? 0) & (SYSTEM | TOOLS)],
      labels: FACET_NAMES.map((name) => labels[name][rows.facets[name][row] ?? 0]),
      signature: rows.signatures.slice(row * SIGNATURE_BYTES, (row + 1) * SIGNATURE_BYTES).join(),
      answers: [...exchanges.answer.subarray(from, to)],
      contents: [...exchanges.content.subarray(from, to)],
    };
  });
}

const label = fc.option(fc.constantFrom('en', 'de', 'a', 'b', 'c', 'd'), { nil: undefined });
const text = fc.constantFrom('one', 'two words', 'x '.repeat(30), 'again', '', 'far too long an answer');
const anyConversation = fc
  .record({
    timestamp: fc.option(fc.integer({ min: 1, max: 2e12 }), { nil: undefined }),
    user: fc.option(fc.constantFrom('u', 'v'), { nil: undefined }),
    session: fc.option(fc.constantFrom('s', 't'), { nil: undefined }),
    facets: fc.record({ language: label, intent: label, context: label }),
    spoken: fc.array(fc.tuple(fc.constantFrom('u', 'a', 's', 't'), text), { maxLength: 9 }),
  })
  .map(({ spoken, ...given }) =>
    conversation({ ...given, messages: messages(...spoken.map(([role, said]) => `${role}:${said}`)) }),
  );
const PLAN: SurveyPlan = { ...SURVEY, stages: [{ use: 'max_answer_length', options: { chars: 20 } }] };

describe('a survey in parts', () => {
  test('put together is the survey in one go, however it was cut', () => {
    fc.assert(
      fc.property(
        fc.array(anyConversation, { maxLength: 40 }),
        fc.array(fc.nat(40), { maxLength: 5 }),
        fc.nat(60),
        (list, places, expected) => {
          const cuts = [0, ...places.filter((place) => place < list.length), list.length].sort((a, b) => a - b);
          const whole = survey(list, PLAN);
          const builder = new DigestBuilder(expected);
          for (let part = 0; part + 1 < cuts.length; part++) {
            const piece = survey(list.slice(cuts[part], cuts[part + 1]), PLAN);
            builder.append(piece, cuts[part] ?? 0);
          }
          const joined = builder.finish();
          const strip = (digest: Digest) => told(digest).map((row) => ({ ...row, place: row.place.slice(1) }));
          expect(strip(joined)).toEqual(strip(whole));
          expect([...joined.changed]).toEqual([...whole.changed]);
          expect([...joined.cut]).toEqual([...whole.cut]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('codes of labels are those of the whole: each label once', () => {
    const part = (...intents: string[]) => survey(intents.map((intent) => conversation({ facets: { intent } })));
    const builder = new DigestBuilder(0);
    for (const piece of [part('a', 'b'), part('b', 'c'), survey([conversation()]), part('c', 'a')])
      builder.append(piece, 0);
    const { labels, rows, count } = builder.finish();
    expect(labels.intent).toEqual(['', 'a', 'b', 'c']);
    expect([...rows.facets.intent.subarray(0, count)]).toEqual([1, 2, 2, 3, 0, 3, 1]);
  });

  test('labels beyond the most that are told apart count as the last', () => {
    const intents = Array.from({ length: MAX_LABELS + 10 }, (_, n) => `intent ${n}`);
    const builder = new DigestBuilder(0);
    builder.append(survey(intents.map((intent) => conversation({ facets: { intent } }))), 0);
    const { labels, rows, count } = builder.finish();
    expect(labels.intent).toHaveLength(MAX_LABELS);
    expect(rows.facets.intent[count - 1]).toBe(MAX_LABELS - 1);
  });
});

describe('a row', () => {
  test('says what the conversation is, in numbers', () => {
    const own = conversation({
      id: 'x',
      timestamp: 1_714_564_800_000,
      user: 'u',
      session: 's',
      messages: messages('s:Be kind.', 'u:Hi there', 'a:Hello!', 't:42', 'a:Bye', 'u:é😀', 'a:ok'),
    });
    const [row] = told(survey([own]));
    expect(row?.numbers.slice(0, 4)).toEqual([hash53('x'), 1_714_564_800_000, hash53('u'), hash53('s')]);
    expect(row?.sizes).toEqual(['Hi thereé😀'.length, 'Hello!Byeok'.length, 6]);
    expect(row?.verdict).toEqual([2, 0, SYSTEM | TOOLS]);
    expect(row?.answers).toEqual([4, 6]);
    expect(row?.contents.at(-1)).toBe(row?.numbers[4]);
  });

  test('says so where the log says nothing', () => {
    const { rows } = survey([conversation()]);
    expect([rows.timestamp[0], rows.user[0], rows.session[0]]).toEqual([Number.NaN, 0, 0]);
  });

  test('the hash of content is of the turns alone: not of system prompt, id, time, facets', () => {
    const spoken = ['u:What is it?', 'a:It is this.'];
    const { rows } = survey([
      conversation({ messages: messages(...spoken) }),
      conversation({ messages: messages('s:Be kind.', ...spoken), user: 'u', timestamp: 5, facets: { intent: 'x' } }),
      conversation({ messages: messages('u:what is it', 'a:IT IS THIS') }),
      conversation({ messages: messages('u:What is it?', 'a:It is that.') }),
      conversation({ messages: messages(...spoken, ...spoken) }),
    ]);
    expect(rows.content[1]).toBe(rows.content[0]);
    expect(rows.content[2]).toBe(rows.content[0]);
    expect(new Set([rows.content[0], rows.content[3], rows.content[4]]).size).toBe(3);
    expect(new Set(rows.prompt.subarray(0, 5)).size, 'one first question').toBe(1);
  });

  test('the hash after an exchange is that of a conversation that ends there', () => {
    const spoken = ['u:one', 'a:two', 'u:three', 'a:four', 'u:five', 'a:six'];
    const [whole] = told(survey([conversation({ messages: messages(...spoken) })]));
    const ends = [2, 4, 6].map((end) => conversation({ messages: messages(...spoken.slice(0, end)) }));
    expect(whole?.contents).toEqual(told(survey(ends)).map((row) => row.numbers[4]));
  });

  test('what was cut is not measured', () => {
    const good = ['u:q', 'a:short'];
    const cut = conversation({ messages: messages(...good, 'u:r', 'a:far too long an answer') });
    const [one, other] = told(survey([cut, conversation({ messages: messages(...good) })], PLAN));
    expect({ ...one, numbers: one?.numbers.slice(4), place: 0 }).toEqual({
      ...other,
      numbers: other?.numbers.slice(4),
      place: 0,
    });
  });

  test('is marked as untouched when cleaning changed nothing, even if it was cut', () => {
    const plan: SurveyPlan = { ...PLAN, stages: [{ use: 'remove_invisible', options: {} }, ...PLAN.stages] };
    const { rows } = survey(
      [
        ['u:q', 'a:a'],
        ['u:q', 'a:a\u200b'],
        ['u:q', 'u:r', 'a:a'],
        ['u:q', 'a:a', 'u:r', 'a:far too long an answer'],
        ['a:a'],
      ].map((spoken) => conversation({ messages: messages(...spoken) })),
      plan,
    );
    expect([...rows.flags.subarray(0, 5)].map((flags) => (flags & UNTOUCHED) !== 0)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  test('counts more exchanges than 16 bits hold', () => {
    const spoken = Array.from({ length: 70_000 }, () => messages('u:q', 'a:a')).flat();
    const list = [conversation({ messages: spoken.map((message, index) => ({ ...message, index })) })];
    const [row] = told(survey(list));
    expect(row?.verdict[0]).toBe(70_000);
    expect(row?.answers.at(-1)).toBe(139_999);
  });

  test('takes at most 300 bytes', () => {
    const { rows } = survey(Array.from({ length: 100 }, () => conversation()));
    const columns = Object.values(rows).flatMap((column) =>
      ArrayBuffer.isView(column) ? [column] : Object.values(column),
    );
    const bytes = columns.reduce(
      (sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    );
    expect(bytes / rows.id.length).toBeLessThanOrEqual(300);
  });
});
