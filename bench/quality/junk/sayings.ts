import type { Random } from '../../../scripts/random.ts';
import { UNSEEN_INSTRUCTIONS } from '../unseenInstructions.ts';
import { LATER_REFUSALS, UNSEEN_REFUSALS } from '../unseenRefusals.ts';
import type { Junk, Planter } from './junk.ts';
import type { Material } from './material.ts';
import { SEEN_INSTRUCTIONS, SEEN_REFUSALS } from './seen.ts';

type Sayings = Readonly<Record<string, readonly string[]>>;

/** Every phrase once, each under a question of its own. */
export const refusalAnswers: Planter = (random, material) => [
  ...saidIn('refusal, known', SEEN_REFUSALS, random, material, false),
  ...saidIn('refusal, unseen', UNSEEN_REFUSALS, random, material, true),
  ...saidIn('refusal, unseen, later', LATER_REFUSALS, random, material, true),
];

export const instructionAnswers: Planter = (random, material) => {
  const questions = material.questions.filter((text) => !ABOUT.test(text));
  const plain = { ...material, questions };
  return [
    ...saidIn('own instructions, known', SEEN_INSTRUCTIONS, random, plain, false),
    ...saidIn('own instructions, unseen', UNSEEN_INSTRUCTIONS, random, plain, true),
  ];
};

/** Who asks about instructions may hear of them. */
const ABOUT =
  /prompt|instruct|guideline|gpt|llm|language model|\bact as\b|pretend|\brole|you are|your (?:task|job|role)/i;

/** Each under a question in its own language, where there are any: else the language would be at fault. */
function saidIn(
  kind: string,
  sayings: Sayings,
  random: Random,
  { questions, sentences }: Material,
  unseen: boolean,
): Junk[] {
  return Object.entries(sayings).flatMap(([language, answers]) =>
    answers.map((answer): Junk => {
      const asked = language === 'en' ? questions : (sentences.get(language) ?? questions);
      const turns = [['user', random.pick(asked)] as const, ['assistant', answer] as const];
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
