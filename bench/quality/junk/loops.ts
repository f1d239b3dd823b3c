import type { Random } from '../../../scripts/random.ts';
import type { Junk, Planter } from './junk.ts';
import type { Material } from './material.ts';

const EACH = 25;

/** Answers that begin well and then say the same thing until the limit of the model stops them. */
export const loopingAnswers: Planter = (random, material) => {
  const junk: Junk[] = [];
  for (const [language, sentences] of material.sentences) {
    if (sentences.length === 0) continue;
    for (let at = 0; at < EACH; at++) {
      for (const [kind, answer] of Object.entries(loopsOf(random, sentences))) {
        junk.push({ kind, language, turns: [...asked(random, material, language), ['assistant', answer]] });
      }
    }
  }
  return junk;
};

/** In the language of the answer, so that only the loop is at fault. */
function asked(random: Random, { questions, sentences }: Material, language: string): readonly ['user', string][] {
  return [['user', language === 'en' ? random.pick(questions) : random.pick(sentences.get(language) ?? questions)]];
}

function loopsOf(random: Random, sentences: readonly string[]): Readonly<Record<string, string>> {
  const opening = random.pick(sentences);
  const sentence = random.pick(sentences);
  const words = sentence.split(' ').slice(0, random.whole(1, 4)).join(' ').slice(0, 40);
  const lines = [random.pick(sentences), random.pick(sentences)].slice(0, random.whole(1, 2));
  const times = random.whole(14, 40);
  return {
    'loop of words': `${opening} ${`${words} `.repeat(4 * times)}`.trim(),
    'loop of sentences': `${opening} ${`${sentence} `.repeat(times)}`.trim(),
    'loop of lines': `${opening}\n${`- ${lines.join('\n- ')}\n`.repeat(times)}`.trim(),
  };
}
