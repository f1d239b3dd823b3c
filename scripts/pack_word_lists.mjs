import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cuss as spanish } from '../node_modules/cuss/es.js';
import { cuss as french } from '../node_modules/cuss/fr.js';
import { cuss as english } from '../node_modules/cuss/index.js';
import { cuss as italian } from '../node_modules/cuss/it.js';
import { cuss as portuguese } from '../node_modules/cuss/pt.js';
import { cuss as europeanPortuguese } from '../node_modules/cuss/pt-pt.js';
import stopword from '../node_modules/stopword/dist/stopword.cjs.js';

// Puts the word lists of two packages into files of the build, so that no run loads the lists of sixty languages for one
// of them: `node scripts/pack_word_lists.mjs [FOLDER]`, when FOLDER (dist) is compiled. What comes out depends on the
// installed packages alone; src/measures/stopWords.ts and src/pipeline/filter/blockedLists.ts read it.
const built = process.argv[2] ?? 'dist';
const folder = join(built, 'words');

/**
 * Languages in which stop words tell running text from lists of words: by lingua's texts, each stretch of 50 words of running
 * text has more than an eighth of them, words drawn by chance fewer than the least such stretch. Left out: Finnish, Hungarian, Turkish, Hebrew, Korean and Arabic,
 * which put into endings what others say in small words; Chinese and Japanese, whose stop words are signs that stand
 * in other words; Indonesian, whose list has a third of all words; what is not among lingua's texts.
 */
const STOP_WORDS = {
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  hi: 'hin',
  it: 'ita',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sv: 'swe',
  uk: 'ukr',
};

/**
 * Words with how sure it is that they are meant as profanity: 2 likely, 1 as often as not, 0 unlikely (left out). Arabic in Latin
 * letters is left out, too: no detector tells it from other languages.
 */
const BLOCKED = {
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: { ...portuguese, ...europeanPortuguese },
};

/**
 * Words that cuss calls likely and that stand in ordinary text: the articles, reviews and chats that the lists were tried on, and
 * what else a reader saw at once. They count as what may be profanity.
 */
const ORDINARY = {
  en: 'cum dope dumb fatah fu geez gypsy ho hooker idiot klansman looser loser moslem mzungu nip pud slave spit stringer stupid tang tinker twinkie welfare willie yank',
  es: 'acabada bolas bollo bombín boniato borraja borrico brizna brocha chaqueta hueco palo pico',
  fr: 'boule crosse démonter envoyer flûte gros melon mettre pays-bas retard sauter sucer taper',
  it: 'ciccioni fallo maroni prostituta scemo secchione',
  pt: 'frango pica',
};

mkdirSync(folder, { recursive: true });
write('stop_words.json', mapped(STOP_WORDS, wordsOf));
write('blocked_words.json', mapped(BLOCKED, bySureness));
const notices = ['stopword', 'cuss'].map((name) => noticeOf(name));
writeFileSync(join(folder, 'NOTICE'), notices.join('\n\n'));

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

/**
 * Words of one to five letters: phrases would need another search, and longer ones are verbs and nouns that lists of keywords
 * have as well. Running text loses next to nothing by it.
 */
function wordsOf(name) {
  const list = stopword[name];
  if (!Array.isArray(list) || list.length < 30) throw new Error(`stopword has no list "${name}" any more`);
  return [...new Set(list.map((word) => word.normalize('NFC').toLowerCase()))]
    .filter((word) => /^[\p{L}\p{M}]{1,5}$/u.test(word))
    .sort();
}

function bySureness(list, language) {
  const ordinary = new Set(ORDINARY[language].split(' '));
  const words = Object.entries(list);
  const isLikely = ([word, sure]) => sure === 2 && !ordinary.has(word);
  const isMaybe = ([word, sure]) => sure === 1 || (sure === 2 && ordinary.has(word));
  return { likely: words.filter(isLikely).map(([word]) => word), maybe: words.filter(isMaybe).map(([word]) => word) };
}

function noticeOf(name) {
  const read = (file) => readFileSync(join('node_modules', name, file), 'utf8');
  const { version } = JSON.parse(read('package.json'));
  const file = name === 'cuss' ? 'blocked_words.json' : 'stop_words.json';
  return `${file} holds word lists of ${name} ${version}, under this licence:\n\n${read(name === 'cuss' ? 'license' : 'LICENSE')}`;
}

function write(name, value) {
  writeFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
}
