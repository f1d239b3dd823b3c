import type { Random } from '../../../scripts/random.ts';
import { UNSEEN_INSTRUCTIONS } from '../unseenInstructions.ts';
import { UNSEEN_REFUSALS } from '../unseenRefusals.ts';
import type { Junk, Planter } from './junk.ts';
import { SEEN_INSTRUCTIONS, SEEN_REFUSALS } from './seen.ts';

type Sayings = Readonly<Record<string, readonly string[]>>;

/** Every phrase once, each under a question of its own. */
export const refusalAnswers: Planter = (random, { questions }) => [
  ...saidIn('refusal, known', SEEN_REFUSALS, random, questions, false),
  ...saidIn('refusal, unseen', UNSEEN_REFUSALS, random, questions, true),
];

export const instructionAnswers: Planter = (random, { questions }) => {
  const plain = questions.filter((text) => !/prompt|instruct|chatgpt|\bact as\b|pretend|\brole/i.test(text));
  return [
    ...saidIn('own instructions, known', SEEN_INSTRUCTIONS, random, plain, false),
    ...saidIn('own instructions, unseen', UNSEEN_INSTRUCTIONS, random, plain, true),
  ];
};

function saidIn(kind: string, sayings: Sayings, random: Random, questions: readonly string[], unseen: boolean): Junk[] {
  return Object.entries(sayings).flatMap(([language, answers]) =>
    answers.map((answer): Junk => {
      const turns = [['user', random.pick(questions)] as const, ['assistant', answer] as const];
      return { kind, language, turns, ...(unseen ? { unseen } : {}) };
    }),
  );
}

const ECHOES = 60;

/** The question over again, as it was, in other case, with a label before it. */
export const echoes: Planter = (random, { questions, remarks }) => {
  const junk: Junk[] = [];
  for (const [language, said] of [['en', questions] as const, ...remarks]) {
    for (let at = 0; at < ECHOES; at++) {
      const question = random.pick(said);
      const answer = random.pick([
        question,
        question.toLowerCase(),
        `"${question}"`,
        `You asked: ${question}`,
        `  ${question.replaceAll(' ', '  ')}`,
      ]);
      junk.push({
        kind: 'echo',
        language,
        turns: [
          ['user', question],
          ['assistant', answer],
        ],
      });
    }
  }
  return junk;
};
