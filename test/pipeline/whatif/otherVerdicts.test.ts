import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../src/pipeline/conversation.ts';
import type { Digest } from '../../../src/pipeline/digest.ts';
import type { PlannedStage } from '../../../src/pipeline/recordPlan.ts';
import { recordReasons } from '../../../src/pipeline/recordReasons.ts';
import type { SurveyPlan } from '../../../src/pipeline/survey.ts';
import { NO_FILTER, otherFilter, unknownOptions } from '../../../src/pipeline/whatif/otherFilter.ts';
import { type OtherVerdicts, otherVerdicts } from '../../../src/pipeline/whatif/otherVerdicts.ts';
import { conversation, messages, survey } from '../world.ts';

type Options = Readonly<Record<string, unknown>>;

const stage = (use: string, options: Options): PlannedStage => ({ use, options });

/** Filters with all kinds of measures, and one that has none and cuts. */
const limits = fc.record({
  question: fc.record({ chars: fc.constantFrom(0, 2, 4, 8), words: fc.constantFrom(0, 1, 2) }),
  answer: fc.record({ chars: fc.constantFrom(0, 5, 12, 30), words: fc.constantFrom(0, 2, 3) }),
  longest: fc.record({ chars: fc.constantFrom(null, 10, 20, 40), words: fc.constantFrom(null, 3, 8) }),
  symbols: fc.record({ share: fc.constantFrom(0, 0.2, 0.35, 0.5, 1), min_chars: fc.constant(4) }),
  repeats: fc.record({
    lines: fc.constantFrom(0.3, 0.5, 1),
    ngrams: fc.constantFrom(0.2, 0.5, 1),
    run: fc.constant(80),
    min_words: fc.constant(4),
  }),
});
type Limits = Readonly<Record<'question' | 'answer' | 'longest' | 'symbols' | 'repeats', Options>>;

const planOf = (bad_turn: 'cut' | 'drop', { question, answer, longest, symbols, repeats }: Limits): SurveyPlan => ({
  stages: [
    stage('min_question_length', question),
    stage('min_answer_length', answer),
    stage('drop_echo', { min_words: 1 }),
    stage('max_answer_length', longest),
    stage('max_symbol_share', symbols),
    stage('max_repetition', repeats),
  ],
  bad_turn,
  ngram: 3,
});

const answers = fc.oneof(
  fc.constantFrom(
    'ok',
    'yes, it is so',
    'a+b=c',
    '++++++',
    'one two three four',
    'la la la la la la la la\nla la la la la la la la',
  ),
  fc.constantFrom('a good long answer, that says more than most of them do', `${'ha'.repeat(60)} five words are in it`),
);
const turn = fc.record({
  question: fc.constantFrom('q', 'why so', 'a longer question', 'ok', 'a+b=c'),
  answer: answers,
});
const conversations = fc.array(fc.array(turn, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

interface Turn {
  readonly question: string;
  readonly answer: string;
}

function logOf(turns: readonly (readonly Turn[])[]): Conversation[] {
  return turns.map((said, n) =>
    conversation({
      id: `w${n}`,
      messages: messages(...said.flatMap(({ question, answer }) => [`u:${question}`, `a:${answer}`])),
    }),
  );
}

function askedOf(digest: Digest, now: SurveyPlan, other: SurveyPlan): OtherVerdicts {
  const changed = now.stages.flatMap((planned, place) => {
    const then = other.stages[place];
    if (then === undefined || JSON.stringify(then) === JSON.stringify(planned)) return [];
    return [[planned.use, otherFilter(digest, now.stages, planned, then)] as const];
  });
  return otherVerdicts(digest, now, new Map(changed));
}

/** The stage that drops, and what is left of what is kept. */
function fateOf({ rows }: Digest, verdict: number, row: number, reasons: readonly string[]): string {
  if (verdict !== 0) return reasons[verdict - 1]?.split('.')[0] ?? '?';
  return `kept: ${rows.exchanges[row]} exchanges of ${rows.content[row]}`;
}

describe('what other limits would do', () => {
  /** How many rows the digest answered for, of those with several exchanges and of those with one. */
  const known = { long: [0, 0], short: [0, 0] };

  test('is what a survey with them does, wherever the digest says that it knows', () => {
    fc.assert(
      fc.property(fc.constantFrom('cut', 'drop'), limits, limits, conversations, (bad_turn, now, then, turns) => {
        const [plan, other] = [planOf(bad_turn, now), planOf(bad_turn, then)];
        const log = logOf(turns);
        const digest = survey(log, plan);
        const fresh = survey(log, other);
        const { verdict, unsure } = askedOf(digest, plan, other);
        const reasons = recordReasons(plan);
        for (let row = 0; row < digest.count; row++) {
          const tally = known[(turns[row]?.length ?? 0) > 1 ? 'long' : 'short'];
          tally[unsure.includes(row) ? 1 : 0] = (tally[unsure.includes(row) ? 1 : 0] ?? 0) + 1;
          if (unsure.includes(row)) expect(verdict[row]).toBe(digest.rows.verdict[row]);
          else {
            const said = fateOf(digest, verdict[row] ?? 0, row, reasons);
            expect(said).toBe(fateOf(fresh, fresh.rows.verdict[row] ?? 0, row, reasons));
          }
        }
      }),
      { numRuns: 800 },
    );
    // All limits at once are the worst case; the digest would be of no use if it knew nothing.
    expect(known.short[0]).toBeGreaterThan(300);
    expect(known.long[0]).toBeGreaterThan(300);
  });

  test('is known of every conversation of one exchange, where one limit is another', () => {
    fc.assert(
      fc.property(limits, fc.constantFrom(0, 5, 12, 30), fc.array(turn, { minLength: 1 }), (now, chars, turns) => {
        const plain = { ...now, answer: { ...now.answer, words: 0 } };
        const [plan, other] = [planOf('cut', plain), planOf('cut', { ...plain, answer: { chars, words: 0 } })];
        expect(askedOf(survey(logOf(turns.map((one) => [one])), plan), plan, other).unsure).toEqual([]);
      }),
    );
  });

  test('a filter that is taken out drops nothing, and uncovers what the next ones say', () => {
    const plan = planOf('cut', {
      question: { chars: 2, words: 0 },
      answer: { chars: 5, words: 0 },
      longest: { chars: null, words: null },
      symbols: { share: 0.5, min_chars: 4 },
      repeats: { lines: 1, ngrams: 1, run: 80, min_words: 4 },
    });
    const digest = survey(
      [
        conversation({ messages: messages('u:what', 'a:++++') }),
        conversation({ messages: messages('u:what', 'a:yes') }),
      ],
      plan,
    );
    const { verdict, unsure } = otherVerdicts(digest, plan, new Map([['min_answer_length', NO_FILTER]]));
    expect(unsure).toEqual([]);
    expect(Array.from(verdict, (code) => recordReasons(plan)[code - 1])).toEqual([
      'max_symbol_share.mostly_symbols',
      undefined,
    ]);
  });

  test('languages are asked of the facets', () => {
    const planned = stage('languages', { allow: ['en'], unknown: 'keep' });
    const plan = { stages: [planned], bad_turn: 'cut', ngram: 3 } as const;
    const log = ['en', 'de', undefined].map((language) => conversation({ facets: { language } }));
    const digest = survey(log, plan);
    const other = stage('languages', { allow: ['de'], unknown: 'drop' });
    expect(unknownOptions(plan.stages, planned, other)).toEqual([]);
    const { verdict } = otherVerdicts(
      digest,
      plan,
      new Map([['languages', otherFilter(digest, plan.stages, planned, other)]]),
    );
    expect(verdict).toEqual(survey(log, { ...plan, stages: [other] }).rows.verdict.slice(0, log.length));
  });

  test('what a filter drops for a reason that no limit mends stays dropped', () => {
    const now = stage('max_repetition', { lines: 0.5, ngrams: 0.2, run: 80, min_words: 4 });
    const plan = { stages: [now], bad_turn: 'cut', ngram: 3 } as const;
    const digest = survey([conversation({ messages: messages('u:q', `a:${'ha'.repeat(60)}`) })], plan);
    const other = stage(now.use, { ...now.options, ngrams: 1 });
    const said = otherVerdicts(digest, plan, new Map([[now.use, otherFilter(digest, plan.stages, now, other)]]));
    expect(said.unsure).toEqual([]);
    expect(recordReasons(plan)[(said.verdict[0] ?? 0) - 1]).toBe('max_repetition.repeated_characters');
  });

  test('options without a measure are named', () => {
    const now = stage('max_repetition', { lines: 0.5, ngrams: 0.5, run: 200, min_words: 50 });
    const stages = [now];
    expect(unknownOptions(stages, now, stage(now.use, { ...now.options, run: 90 }))).toEqual(['run']);
    expect(unknownOptions(stages, now, stage(now.use, { ...now.options, ngrams: 0.9 }))).toEqual([]);
    const crowded = [...Array.from({ length: 8 }, () => stage('max_symbol_share', { share: 0.5 })), now];
    expect(unknownOptions(crowded, now, stage(now.use, { ...now.options, ngrams: 0.9 }))).toEqual(['ngrams']);
  });
});
