import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PIPELINE } from '../../src/config/defaultPipeline.ts';
import { RecordPipeline, type Step } from '../../src/pipeline/recordPipeline.ts';
import { type PlannedStage, type RecordPlan, recordStageNames } from '../../src/pipeline/recordPlan.ts';
import { recordReasons } from '../../src/pipeline/recordReasons.ts';
import { RECORD_STAGES } from '../../src/pipeline/stages.ts';
import { conversation, messages } from './world.ts';

const stage = (use: string, options: Record<string, unknown> = {}): PlannedStage => ({ use, options });
const CLEANING = [stage('remove_invisible'), stage('normalize_whitespace')];
const LONG = 'far too long an answer';
const NO_LONG_ANSWER = stage('max_answer_length', { chars: 10 });
const plan = (bad_turn: 'cut' | 'drop', ...stages: PlannedStage[]): RecordPlan => ({ bad_turn, stages });

/** Runs one conversation through both halves; gives its text, or the reason for which it was dropped. */
function run(pipeline: RecordPipeline, ...turns: string[]): readonly string[] | string | undefined {
  const rewritten = pipeline.rewrite(conversation({ messages: messages(...turns) }));
  const judged = 'drop' in rewritten ? rewritten : pipeline.judge(rewritten);
  return 'drop' in judged ? pipeline.reasons[judged.code - 1] : judged.messages.map(({ content }) => content);
}

describe('a bad turn', () => {
  const good = ['u:1', 'a:one', 'u:2', 'a:two'];
  const bad = ['u:3', `a:${LONG}`, 'u:4', 'a:four'];

  test.each([
    ['ends a longer conversation before it', 'cut', [...good, ...bad], ['1', 'one', '2', 'two']],
    ['at the start leaves nothing', 'cut', [...bad, ...good], 'max_answer_length.too_many_chars'],
    ['alone leaves nothing', 'cut', bad.slice(0, 2), 'max_answer_length.too_many_chars'],
    ['drops all of it where the config says so', 'drop', [...good, ...bad], 'max_answer_length.too_many_chars'],
    ['leaves the system message with what is left', 'cut', ['s:s', ...good, ...bad], ['s', '1', 'one', '2', 'two']],
  ] as const)('%s', (_note, badTurn, turns, expected) => {
    expect(run(new RecordPipeline(plan(badTurn, NO_LONG_ANSWER)), ...turns)).toEqual(expected);
  });

  test('before which less is left than an earlier filter wants drops all of it', () => {
    const pipeline = new RecordPipeline(plan('cut', stage('min_answer_length', { chars: 10 }), NO_LONG_ANSWER));
    expect(run(pipeline, 'u:1', 'a:one', 'u:2', `a:${LONG}`)).toBe('max_answer_length.too_many_chars');
    expect(run(pipeline, 'u:1', 'a:one', 'u:2', 'a:one more', 'u:3', `a:${LONG}`)).toHaveLength(4);
    expect([...pipeline.cut]).toEqual([0, 0, 1]);
  });

  test('that no message can be blamed for drops all of it', () => {
    const pipeline = new RecordPipeline(plan('cut', stage('min_answer_length', { chars: 50 })));
    expect(run(pipeline, ...good)).toBe('min_answer_length.too_few_chars');
  });

  test('is found by every stage in turn', () => {
    const pipeline = new RecordPipeline(plan('cut', NO_LONG_ANSWER, stage('drop_echo', { min_words: 1 })));
    expect(run(pipeline, ...good, 'u:3', 'a:3', 'u:4', 'a:four', ...bad)).toEqual(['1', 'one', '2', 'two']);
    expect([...pipeline.cut]).toEqual([0, 1, 1]);
  });

  test('is counted once for every conversation that it cut, at its stage', () => {
    const pipeline = new RecordPipeline(plan('cut', ...CLEANING, NO_LONG_ANSWER));
    for (let i = 0; i < 3; i++) run(pipeline, ...good, ...bad);
    run(pipeline, ...bad);
    run(pipeline, ...good);
    expect([...pipeline.cut]).toEqual([0, 0, 0, 3]);
  });
});

describe('counts of what was changed', () => {
  test('each stage counts its own, an untouched conversation none', () => {
    const pipeline = new RecordPipeline(plan('cut', ...CLEANING));
    run(pipeline, 'u:q', 'a:a');
    expect([...pipeline.changed]).toEqual([0, 0, 0]);
    run(pipeline, 'u:q', 'a:a\u200b');
    run(pipeline, 'u:q', 'a:a \n\n\n\n b');
    run(pipeline, 'u:q', 'u:r', 'a:a\u200b');
    expect([...pipeline.changed]).toEqual([1, 2, 1]);
  });

  test('a conversation whose turns are ordered before and after cleaning counts once', () => {
    const pipeline = new RecordPipeline(plan('cut', ...CLEANING));
    expect(run(pipeline, 'u:q', 'u:r', 'a:a', 'u:\u200b', 'a:b')).toEqual(['q\n\nr', 'a\n\nb']);
    expect([...pipeline.changed]).toEqual([1, 1, 0]);
  });

  test('labels count as changes, filters do not', () => {
    const pipeline = new RecordPipeline(plan('cut', stage('detect_language'), NO_LONG_ANSWER));
    run(pipeline, 'u:Wie geht es dir heute?', 'a:Gut.', 'u:Und morgen?', `a:${LONG}`);
    expect([...pipeline.changed]).toEqual([0, 1, 0]);
  });

  test('what is dropped later still was changed', () => {
    const pipeline = new RecordPipeline(plan('drop', ...CLEANING, NO_LONG_ANSWER));
    expect(run(pipeline, 'u:q\u200b', `a:${LONG}`)).toBe('max_answer_length.too_many_chars');
    expect([...pipeline.changed]).toEqual([0, 1, 0, 0]);
  });
});

describe('verdicts', () => {
  test('a message that cleaning empties is taken out, and its turn with it', () => {
    const pipeline = new RecordPipeline(plan('cut', ...CLEANING));
    expect(run(pipeline, 'u:\u200b\ufeff', 'a:a')).toBe('turns.no_question');
    expect(run(pipeline, 'u:q', 'a:a', 'u:r', 'a:\u200b')).toEqual(['q', 'a']);
  });

  test('the code of a drop is the place of its reason, turns first', () => {
    const own = plan('cut', NO_LONG_ANSWER, stage('min_answer_length', { chars: 5 }));
    expect(recordStageNames(own)).toEqual(['turns', 'max_answer_length', 'min_answer_length']);
    expect(recordReasons(own)).toEqual([
      'turns.no_question',
      'turns.no_answer',
      'turns.tool_calls',
      'max_answer_length.too_many_chars',
      'max_answer_length.too_many_words',
      'min_answer_length.too_few_chars',
      'min_answer_length.too_few_words',
    ]);
    const pipeline = new RecordPipeline(own);
    expect(pipeline.reasons).toEqual(recordReasons(own));
    expect(pipeline.stages).toEqual(recordStageNames(own));
    expect(run(pipeline, 'a:a')).toBe('turns.no_question');
    expect(run(pipeline, 'u:q', 'a:a')).toBe('min_answer_length.too_few_chars');
  });

  test('every stage there is can be planned, and all their reasons have a place of their own', () => {
    const all = plan('cut', ...RECORD_STAGES.map(({ name }) => stage(name)));
    const { reasons } = new RecordPipeline(all);
    const declared = RECORD_STAGES.flatMap(({ name, reasons: own }) => Object.keys(own).map((one) => `${name}.${one}`));
    expect(reasons.slice(3)).toEqual(declared);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  test('a stage that does not exist is refused', () => {
    expect(() => new RecordPipeline(plan('cut', stage('no_such')))).toThrow('no_such');
    expect(() => recordReasons(plan('cut', stage('no_such')))).toThrow('no_such');
  });

  test('a dropped conversation comes back as it stood at the stage that dropped it', () => {
    const pipeline = new RecordPipeline(plan('drop', ...CLEANING, NO_LONG_ANSWER));
    const rewritten = pipeline.rewrite(conversation({ messages: messages('u:q\u200b', `a:${LONG}`) }));
    if ('drop' in rewritten) throw new Error('dropped too early');
    const judged = pipeline.judge(rewritten);
    expect(judged).toMatchObject({
      conversation: rewritten,
      drop: { reason: 'too_many_chars', measured: 22, limit: 10 },
    });
  });
});

describe('steps', () => {
  function stepsOf(own: RecordPlan, ...turns: string[]): Step[] {
    const steps: Step[] = [];
    const pipeline = new RecordPipeline(own, { onStep: (step) => steps.push(step) });
    run(pipeline, ...turns);
    return steps;
  }

  test('every stage tells what it got and gave, turns before and after cleaning', () => {
    const steps = stepsOf(plan('cut', ...CLEANING, stage('detect_language'), NO_LONG_ANSWER), 'u:q\u200b', 'a:a');
    expect(steps.map((step) => [step.stage, step.kind, step.before !== step.after])).toEqual([
      ['turns', 'clean', false],
      ['remove_invisible', 'clean', true],
      ['normalize_whitespace', 'clean', false],
      ['turns', 'clean', false],
      ['detect_language', 'label', true],
      ['max_answer_length', 'filter', false],
    ]);
    for (const [place, step] of steps.entries()) {
      if (place > 0) expect(step.before).toBe(steps[place - 1]?.after);
      expect(step.drop).toBeUndefined();
    }
  });

  test('a cut is told by what is left, a drop by its reason, and nothing after it', () => {
    const cut = stepsOf(plan('cut', NO_LONG_ANSWER), 'u:q', 'a:a', 'u:r', `a:${LONG}`).at(-1);
    expect(cut?.drop).toBeUndefined();
    expect(cut?.after.messages).toHaveLength(2);
    const steps = stepsOf(plan('drop', NO_LONG_ANSWER, stage('drop_echo')), 'u:q', `a:${LONG}`);
    expect(steps.map((step) => [step.stage, step.drop?.reason])).toEqual([
      ['turns', undefined],
      ['turns', undefined],
      ['max_answer_length', 'too_many_chars'],
    ]);
  });
});

test('the write phase gets the very text that the survey judged', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b.', ' ', '\n', '\t', '\u200b', '&amp;', '\u00a0', 'é') });
  const turns = fc.array(fc.tuple(fc.constantFrom('u', 'a', 's'), text), { maxLength: 8 });
  const kinds = ['clean', 'scrub'];
  const all = RECORD_STAGES.filter(({ kind }) => kinds.includes(kind)).sort(byDefaultOrder);
  const own = plan('cut', ...all.map(({ name }) => stage(name)));
  const survey = new RecordPipeline(own);
  fc.assert(
    fc.property(turns, (pairs) => {
      const logged = conversation({ messages: messages(...pairs.map(([role, said]) => `${role}:${said}`)) });
      const once = survey.rewrite(logged);
      // Another worker, another instance; and what has been through it once is at rest.
      const again = new RecordPipeline(own).rewrite(logged);
      expect(again).toEqual(once);
      if (!('drop' in once)) expect(survey.rewrite(once)).toBe(once);
    }),
    { numRuns: 300 },
  );
});

function byDefaultOrder(one: { readonly name: string }, other: { readonly name: string }): number {
  return DEFAULT_PIPELINE.indexOf(one.name) - DEFAULT_PIPELINE.indexOf(other.name);
}
