import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amongSiblings } from '../../src/measures/languageSiblings.ts';

const SENTENCES: readonly (readonly [language: string, sentence: string])[] = [
  ['no', 'Jeg vet ikke hva du mener, men hun sier at det blir bedre etter hvert.'],
  ['da', 'Jeg ved ikke hvad du mener, men hun siger at det bliver bedre efter et stykke tid.'],
  ['sv', 'Jag vet inte vad du menar, men hon säger att det blir bättre efter ett tag.'],
  ['cs', 'Když jsem byl ještě malý, nebo možná později, chtěl jsem být lékařem.'],
  ['sk', 'Keď som bol ešte malý, alebo možno neskôr, chcel som byť lekárom.'],
  ['hi', 'यह किताब बहुत अच्छी है और मैं इसे पढ़ रहा था।'],
  ['mr', 'हे पुस्तक खूप चांगले आहे आणि मी ते वाचत होतो.'],
  ['ru', 'Мы не знаем, что это был за человек, но он бы сказал.'],
  ['uk', 'Ми не знаємо, що це була за людина, але її ім’я відоме.'],
  ['be', 'Мы не ведаем, што гэта быў за чалавек, але ён яшчэ прыйдзе.'],
  ['bg', 'Не знаем какъв е този човек, но аз ще го попитам за това.'],
  ['sr', 'Не знамо ко је тај човек, али ћу га питати за то.'],
  ['ms', 'Dia tidak datang kerana sakit, dan kami mahu tahu bahawa dia selamat.'],
  ['id', 'Dia tidak datang karena sakit, dan kami ingin tahu bahwa dia selamat.'],
];

const NEAR = [['no', 'da', 'sv'], ['cs', 'sk'], ['hi', 'mr'], ['ru', 'uk', 'be', 'bg', 'sr'], ['ms']];

describe('amongSiblings', () => {
  const guesses = SENTENCES.flatMap(([language, sentence]) => {
    const family = NEAR.find((codes) => codes.includes(language)) ?? ['ms'];
    return family.map((guess) => [guess, language, sentence] as const);
  });

  test.each(guesses)('guessed %s, is %s: %s', (guess, language, sentence) => {
    expect(amongSiblings(guess, sentence)).toBe(language);
  });

  test('where nothing speaks for another one, the guess stands', () => {
    for (const guess of ['no', 'da', 'sv', 'cs', 'sk', 'ru', 'uk'])
      expect(amongSiblings(guess, 'Berlin 2024')).toBe(guess);
  });

  test('a language without near relatives stays as it is, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => amongSiblings('en', text) === 'en'));
  });

  test('any text stays in its family', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEAR), fc.string({ unit: 'binary' }), (family, text) => {
        for (const guess of family) expect([...family, 'id']).toContain(amongSiblings(guess, text));
      }),
    );
  });
});
