import { expect, test } from 'vitest';
import { RecordPipeline } from '../../src/pipeline/recordPipeline.ts';
import { StepClock } from '../../src/pipeline/stepClock.ts';
import { conversation, messages } from './world.ts';

const countsOf = (clock: StepClock) => clock.times().map(({ step, conversations }) => [step, conversations]);

function work(milliseconds: number): string {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
  return 'done';
}

test('a watched function does what it did, and its time is taken', () => {
  const clock = new StepClock();
  const watched = clock.watch('work', work);
  expect([watched(3), watched(2)]).toEqual(['done', 'done']);
  const [time] = clock.times();
  expect(time).toMatchObject({ step: 'work', conversations: 2 });
  expect(time?.milliseconds).toBeGreaterThanOrEqual(5);
  expect(time?.milliseconds).toBeLessThan(500);
});

test('steps are listed as they are first watched; who comes again is not counted again, but timed', () => {
  const clock = new StepClock();
  const first = clock.watch('first', work);
  clock.watch('second', work);
  const again = clock.watchAgain('first', work);
  first(0);
  again(4);
  expect(countsOf(clock)).toEqual([
    ['first', 1],
    ['second', 0],
  ]);
  expect(clock.times()[0]?.milliseconds).toBeGreaterThanOrEqual(4);
});

test('times of several workers add up, and what no step took is the rest', () => {
  const clock = new StepClock();
  for (const milliseconds of [3, 4]) clock.add({ step: 'parsing', conversations: 10, milliseconds });
  clock.addRest('rest', 20, 10);
  expect(clock.times()).toEqual([
    { step: 'parsing', conversations: 20, milliseconds: 7 },
    { step: 'rest', conversations: 20, milliseconds: 3 },
  ]);
});

test('a pipeline with a clock counts who came to each stage, and judges as without', () => {
  const clock = new StepClock();
  const stages = ['normalize_whitespace', 'drop_echo', 'min_answer_length'].map((use) => ({ use, options: {} }));
  const plan = { bad_turn: 'drop', stages } as const;
  const logs = [
    ['u:What is a river?', 'a:'],
    ['u:Say that again word by word please', 'a:Say that again word by word please'],
    ['u:What is a river?', 'a:Water.'],
  ];
  const codes = [new RecordPipeline(plan), new RecordPipeline(plan, { clock })].map((pipeline) =>
    logs.map((turns) => {
      const rewritten = pipeline.rewrite(conversation({ messages: messages(...turns) }));
      const judged = 'drop' in rewritten ? rewritten : pipeline.judge(rewritten);
      return 'drop' in judged ? pipeline.reasons[judged.code - 1] : '';
    }),
  );
  expect(codes[1]).toEqual(codes[0]);
  expect(codes[0]).toEqual(['turns.no_answer', 'drop_echo.echo', 'min_answer_length.too_few_chars']);
  expect(countsOf(clock)).toEqual([
    ['turns', 3],
    ['normalize_whitespace', 2],
    ['drop_echo', 2],
    ['min_answer_length', 1],
  ]);
});
