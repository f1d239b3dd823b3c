import type { Junk, Planter } from './junk.ts';

const EACH = 30;
/** Who speaks of a language may be answered in it. */
const ABOUT_LANGUAGES =
  /translat|language|phrase|pronounc|lyrics|english|german|french|spanish|italian|latin|russian|chinese|japan|korea|portug|turk|polish|greek|idiom|vocabular/i;

/** Answers in a language that nobody asked for: an English question and another answer, and the other way round. */
export const foreignAnswers: Planter = (random, { questions: all, answers, sentences, remarks }) => {
  const questions = all.filter((text) => !ABOUT_LANGUAGES.test(text));
  const junk: Junk[] = [];
  for (let at = 0; at < EACH; at++) {
    for (const [language, lines] of sentences) {
      if (language === 'en' || lines.length === 0) continue;
      const answer = Array.from({ length: random.whole(3, 6) }, () => random.pick(lines).trim()).join(' ');
      junk.push({
        kind: 'language, another than English',
        language,
        turns: [
          ['user', random.pick(questions)],
          ['assistant', answer],
        ],
      });
    }
    for (const [language, said] of remarks) {
      junk.push({
        kind: 'language, English to another',
        language,
        turns: [
          ['user', random.pick(said)],
          ['assistant', random.pick(answers)],
        ],
      });
    }
  }
  return junk;
};
