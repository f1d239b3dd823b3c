import type { Random } from '../../../scripts/random.ts';
import type { Junk, Planter } from './junk.ts';

const EACH = 30;
/** Languages whose keywords `min_stop_words` judges; of others it has no list. */
const WITH_STOP_WORDS = new Set('de en es fr it nl pl pt ru'.split(' '));
/** Ours: nobody searches for shorter words. */
const KEYWORD = /[\p{L}]{4,}/gu;

/** Answers that are no text: loops that change a little each time, keywords in a row, dumps of numbers, encoded bytes, boilerplate. */
export const answersOfNoText: Planter = (random, material) => {
  const junk: Junk[] = [];
  for (const [language, sentences] of material.sentences) {
    // Each once: else what stands in every sentence would be drawn most.
    const keywords = [...new Set(sentences.flatMap((sentence) => sentence.toLowerCase().match(KEYWORD) ?? []))];
    for (let at = 0; at < EACH && sentences.length > 0; at++) {
      junk.push({
        kind: 'loop with changes',
        language,
        turns: turns(random.pick(sentences), changingLoop(random, sentences)),
      });
      if (!WITH_STOP_WORDS.has(language)) continue;
      junk.push({
        kind: 'keywords in a row',
        language,
        turns: turns(random.pick(sentences), wordsInARow(random, keywords)),
      });
    }
  }
  for (let at = 0; at < 2 * EACH; at++) {
    const question = random.pick(material.questions);
    junk.push({ kind: 'dump of numbers', language: 'none', turns: turns(question, numbers(random)) });
    junk.push({ kind: 'encoded bytes', language: 'none', turns: turns(question, encodedBytes(random)) });
    junk.push({
      kind: 'letters one by one',
      language: 'en',
      turns: turns(question, [...random.pick(material.answers).slice(0, 300)].join(' ')),
    });
  }
  for (const [language, text] of BOILERPLATE) {
    junk.push({ kind: 'boilerplate', language, turns: turns('How long do I boil an egg?', text) });
  }
  return junk;
};

function turns(question: string, answer: string): Junk['turns'] {
  return [
    ['user', question],
    ['assistant', answer],
  ];
}

/** A sentence with a number that counts up, or with a word that is another one each time. */
function changingLoop(random: Random, sentences: readonly string[]): string {
  const sentence = random.pick(sentences).slice(0, 200);
  const place = random.whole(0, Math.floor(sentence.length / 2));
  const counts = random.whole(0, 1) === 1;
  return Array.from({ length: random.whole(16, 40) }, (_, time) => {
    const change = counts ? String(time + 1) : (random.pick(sentences).split(' ')[0] ?? '').slice(0, 12);
    return `${sentence.slice(0, place)} ${change} ${sentence.slice(place)}`;
  }).join(' ');
}

function wordsInARow(random: Random, keywords: readonly string[]): string {
  return Array.from({ length: random.whole(60, 120) }, () => random.pick(keywords)).join(' ');
}

function numbers(random: Random): string {
  return Array.from({ length: random.whole(80, 300) }, () => random.whole(0, 99_999)).join(' ');
}

function encodedBytes(random: Random): string {
  return Buffer.from(Array.from({ length: random.whole(400, 1200) }, () => random.whole(0, 255))).toString('base64');
}

/** As browsers and shops write it, from memory. */
const BOILERPLATE: readonly (readonly [language: string, text: string])[] = [
  ['en', 'You need to enable JavaScript to run this app.'],
  ['en', 'JavaScript is disabled in your browser. Please enable JavaScript and reload the page.'],
  ['en', 'We use cookies to improve your visit. Accept all cookies. Reject all cookies. Cookie settings.'],
  [
    'en',
    'By continuing to browse you agree to our use of cookies. Privacy Policy. Terms of Service. All rights reserved.',
  ],
  [
    'en',
    'Lorem ipsum dolor sit amet, consectetur adipiscing elit. Vestibulum ante ipsum, pellentesque habitant morbi tristique senectus et netus.',
  ],
  ['de', 'Diese Seite verwendet Cookies. Cookies akzeptieren. Datenschutzerklärung. Alle Rechte vorbehalten.'],
  ['fr', 'Veuillez activer JavaScript pour continuer.'],
  ['es', 'Utilizamos cookies propias y de terceros. Aceptar cookies. Política de privacidad.'],
  ['it', 'Questo sito utilizza i cookie. Tutti i diritti riservati.'],
  ['pt', 'Utilizamos cookies neste site. Aceitar cookies. Política de privacidade. Todos os direitos reservados.'],
  ['nl', 'Deze website gebruikt cookies. Alle rechten voorbehouden.'],
  ['tr', 'Bu sitede çerezler kullanılır. Tüm hakları saklıdır.'],
  ['ru', 'Этот сайт использует cookie. Все права защищены.'],
];
