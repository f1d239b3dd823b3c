import { expect, test } from 'vitest';
import { conversationFrom } from '../../bench/quality/conversation.ts';
import { DefaultPipeline } from '../../bench/quality/fate.ts';
import { plantJunk } from '../../bench/quality/junk/junk.ts';

/** The score of the filters, on corpora that can be told by hand. */
const ANSWER = 'Bread keeps for two days in a pot of clay, and for three months in the freezer.';
const REFUSAL = "I'm sorry, but I can't help with that.";
const pipeline = new DefaultPipeline({ lengths: false });

const lossOf = (...said: string[]) =>
  pipeline.lossOf(
    conversationFrom({
      place: 'x',
      turns: said.map((text, at) => [at % 2 === 0 ? 'user' : 'assistant', text] as const),
    }),
  );

test('an answer that is kept, one at fault, and one lost by what stands before it', () => {
  expect(lossOf('How long does bread keep?', ANSWER)).toBeUndefined();
  expect(lossOf('How long does bread keep?', REFUSAL)).toMatchObject({ stage: 'drop_refusals', own: true });
  const lost = lossOf('How long does bread keep?', ANSWER, 'And rolls?', REFUSAL, 'Why?', ANSWER);
  expect(lost).toMatchObject({ stage: 'drop_refusals', reason: 'cut', own: false });
});

test('one seed, one junk', () => {
  const material = {
    questions: ['How long does bread keep in a pot?'],
    answers: [`${ANSWER}\n\n1. ${ANSWER}\n2. ${ANSWER}\n3. ${ANSWER}\n4. ${ANSWER}`],
    sentences: new Map([['en', [ANSWER]]]),
    remarks: new Map([['fr', ["J'aime le pain frais de la boulangerie."]]]),
  };
  const junk = plantJunk(6, material);
  expect(plantJunk(6, material)).toEqual(junk);
  expect(plantJunk(7, material)).not.toEqual(junk);
  const kinds = new Set(junk.map(({ kind }) => kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining(['mash of keys', 'loop of lines', 'error', 'refusal, unseen', 'echo']),
  );
});
