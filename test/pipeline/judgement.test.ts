import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsOf, PASSES_ALWAYS, PASSES_NEVER, SHARES } from '../../src/measures/byteScale.ts';
import { MEASURES } from '../../src/pipeline/digest.ts';
import { FILTERS_WITH_BIT, filterBits, measurePlan } from '../../src/pipeline/measurePlan.ts';
import type { PlannedStage } from '../../src/pipeline/recordPlan.ts';
import { stageNamed } from '../../src/pipeline/recordReasons.ts';
import { Drop } from '../../src/pipeline/stage.ts';
import { RECORD_STAGES } from '../../src/pipeline/stages.ts';
import { conversation, messages, survey, words } from './world.ts';

const stage = (use: string, options: Record<string, unknown> = {}): PlannedStage => ({ use, options });
const planOf = (...stages: PlannedStage[]) => ({ stages, bad_turn: 'cut' as const, ngram: 3 });

describe('fails', () => {
  const stages = [
    stage('normalize_whitespace'),
    stage('min_question_length', { chars: 5 }),
    stage('min_answer_length', { chars: 20, words: 3 }),
    stage('max_answer_length', { chars: 60 }),
    stage('drop_echo', { min_words: 1 }),
    stage('max_symbol_share', { min_chars: 10, share: 0.3 }),
    stage('blocked_words', { words: ['forbidden'] }),
  ];
  const text = fc.stringMatching(/^[a-z+= ]{1,80}$|^forbidden$/).filter((said) => said.trim() !== '');

  test('have a bit for each filter that would drop the conversation, also behind the one that does', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (question, answer, echoes) => {
        const one = conversation({ messages: messages(`u:${question}`, `a:${echoes ? question : answer}`) });
        const [cleaning, ...filters] = stages;
        const cleaned = stageNamed(cleaning?.use ?? '')
          .create({})
          .apply(one);
        if (cleaned instanceof Drop) throw new Error('cleaning drops nothing');
        const expected = filters.reduce((bits, { use, options }, place) => {
          return stageNamed(use).create(options).apply(cleaned) instanceof Drop ? bits | (1 << place) : bits;
        }, 0);
        expect(survey([one], planOf(...stages)).rows.fails[0]).toBe(expected);
      }),
      { examples: [['hi', 'hi', true]] },
    );
  });

  test('of the stage that cut a conversation are marked, and those behind it, of what is left', () => {
    const long = words('long', 20);
    const turns = messages('u:question one', `a:${words(1, 4)}`, 'u:question two', `a:${long}`);
    const plan = planOf(stage('max_answer_length', { chars: 60 }), stage('min_answer_length', { chars: 40 }));
    const { rows } = survey([conversation({ messages: turns })], plan);
    expect([rows.fails[0], rows.verdict[0] === 0]).toEqual([0b11, false]);
  });

  test('filters beyond the last bit share it', () => {
    const filters = RECORD_STAGES.filter(({ kind }) => kind === 'filter').map(({ name }) => stage(name));
    const many = Array.from({ length: 5 }, () => filters).flat();
    expect(Math.max(...filterBits(many).values())).toBe(Math.min(FILTERS_WITH_BIT, filters.length * 5 - 1));
    expect([...filterBits([stage('scrub'), stage('drop_echo'), stage('languages')]).values()]).toEqual([0, 1]);
  });
});

describe('measures', () => {
  const PLAN = planOf(stage('max_symbol_share', { share: 0.5, min_chars: 10 }));
  const codeOfAnswer = (...answers: string[]): number => {
    const turns = answers.flatMap((answer, n) => [`u:question ${n}`, `a:${answer}`]);
    return survey([conversation({ messages: messages(...turns) })], PLAN).rows.measures[0] ?? -1;
  };

  test('a text that is not judged passes any limit', () => expect(codeOfAnswer('+++')).toBe(PASSES_ALWAYS));

  test('the worst message counts, also behind the one that is dropped for', () => {
    expect(boundsOf(codeOfAnswer('aaaaaaa+++'), SHARES).high).toBe(0.3);
    expect(boundsOf(codeOfAnswer('aaaaaaa+++', 'aaaa++++++'), SHARES).high).toBe(0.6);
    expect(boundsOf(codeOfAnswer('aaaa++++++', 'a+++++++++'), SHARES).high).toBe(0.9);
  });

  test('what is dropped for another reason passes no limit', () => {
    const looping = planOf(stage('max_repetition', { run: 80 }));
    const { rows } = survey([conversation({ messages: messages('u:q', `a:${'ha'.repeat(90)}`) })], looping);
    expect([...rows.measures.slice(0, 3)]).toEqual([PASSES_NEVER, PASSES_NEVER, 0]);
  });

  test('have bytes in the order of the pipeline, as many as there are', () => {
    const two = [stage('max_repetition'), stage('max_symbol_share')];
    expect(measurePlan(two).map(({ stage: name, option, slot }) => [name, option, slot])).toEqual([
      ['max_repetition', 'lines', 0],
      ['max_repetition', 'ngrams', 1],
      ['max_symbol_share', 'share', 2],
    ]);
    expect(measurePlan([...two, ...two, ...two, ...two])).toHaveLength(MEASURES);
  });

  test('every stage names options and reasons that it has, and its loosest limit is allowed', () => {
    for (const { name, options, measures, reasons, create } of RECORD_STAGES) {
      for (const [option, { reason, loosest }] of Object.entries(measures)) {
        expect([name, Object.keys(options.shape)]).toEqual([name, expect.arrayContaining([option])]);
        expect(Object.keys(reasons)).toContain(reason);
        expect(() => create({ [option]: loosest })).not.toThrow();
      }
    }
  });
});
