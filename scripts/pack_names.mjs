// Makes src/pipeline/scrub/person/givenNames.ts and ordinaryWords.ts anew:
//   node scripts/pack_names.mjs CENSUS_FOLDER CHAT_FILES... -- FOREIGN_FILES...
// CENSUS_FOLDER has dist.female.first, dist.male.first and dist.all.last of the 1990 census of the United States (public
// domain), as the package `names` 0.3.0 of PyPI carries them (MIT, Trey Hunner). The other files are texts to count words in:
// English chats, and sentences of other languages. Only single words leave them.
import { readFileSync, writeFileSync } from 'node:fs';

const [census, ...rest] = process.argv.slice(2);
const chats = rest.slice(0, rest.indexOf('--'));
const foreign = rest.slice(rest.indexOf('--') + 1);
const target = new URL('../src/pipeline/scrub/person/', import.meta.url);

/** English words seen so often in small letters are no names of their own. */
const MIN_SEEN = 20;
/** Of other languages: the commonest of each. */
const MOST_FOREIGN = 250;
/** A given name that is a word as often as this is left out: it needs a cue. */
const WORD_SHARE = 0.25;
/** But the commonest names stay: Mark, Bill, Rose. */
const COMMON_NAMES = 300;
/** Surnames as common as this may follow a given name even if they are words: Young, King, Brown. */
const COMMON_SURNAMES = 1000;

/** Names of months, days, peoples, towns and brands among the given names, which say nothing without a cue. */
const WEAK = new Set(
  `april august june may january sunday monday german french english irish asia africa america china india kenya israel
  jordan egypt cuba vienna paris london rome milan florence geneva sydney austin dallas houston boston denver phoenix
  orlando salem troy madison lincoln washington cleveland savannah virginia georgia carolina dakota alabama indiana tennessee
  montana nevada arizona california texas florida kansas oregon chelsea kent lancaster york berlin santiago lourdes san santa
  santos los las del de la van von mercedes porsche lexus chanel alexa siri java ruby pandora amazon oracle google apple
  windows alpha beta delta omega sun easter christmas king prince princess duke earl queen major doctor sir lady miss mister
  master general captain sergeant judge pope saint bishop so an in my you see do long man son wan ok le les un una el al beverly
  jesus christ god lord allah buddha moses golden great grand venus apollo athena zeus hermes corona genesis exodus trinity
  ram rom mar sol star royal noble stone forest river ocean sky storm rain summer autumn winter spring battle creek little
  ha ping ming ling sing lin max-plank ave era hai kami felice sierra monte nova costa terra rio mesa alta capri bologna dell acer mai li xi yu an see sunny holiday early many else ester man buena vista`.split(
    /\s+/,
  ),
);

const englishCounts = countWords(chats);
const small = (word) => englishCounts.get(word) ?? 0;
const capital = (word) => englishCounts.get(word[0].toUpperCase() + word.slice(1)) ?? 0;

const given = new Set();
const common = new Set();
for (const file of ['dist.female.first', 'dist.male.first'])
  for (const [rank, line] of readLines(`${census}/${file}`).entries()) {
    const name = line.split(' ')[0].toLowerCase();
    given.add(name);
    if (rank < COMMON_NAMES) common.add(name);
  }
for (const line of readLines(new URL('names/international.txt', import.meta.url)))
  if (!line.startsWith('#'))
    for (const name of line
      .slice(line.indexOf(':') + 1)
      .trim()
      .split(/\s+/))
      given.add(name);
for (const name of given) {
  const seen = small(name);
  const isWord = seen >= 3 && seen / (seen + capital(name)) > WORD_SHARE;
  if (name.length < 2 || (isWord && !common.has(name)) || WEAK.has(name)) given.delete(name);
}

const surnames = new Set(
  readLines(`${census}/dist.all.last`)
    .slice(0, COMMON_SURNAMES)
    .map((line) => line.split(' ')[0].toLowerCase()),
);
const ordinary = new Set([...englishCounts.keys()].filter((word) => isSmall(word) && small(word) >= MIN_SEEN));
for (const file of foreign) {
  const counts = [...countWords([file])].filter(([word]) => isSmall(word)).sort((a, b) => b[1] - a[1]);
  for (const [word] of counts.slice(0, MOST_FOREIGN)) ordinary.add(word);
}
// Where the surname is the rarer use (young, key), the word stays ordinary, but may follow a given name.
const surnameWords = new Set();
for (const word of surnames) {
  if (small(word) < 20 * capital(word)) ordinary.delete(word);
  else if (ordinary.has(word)) surnameWords.add(word);
}
for (const name of given) if (ordinary.has(name) && !common.has(name)) given.delete(name);
const nameWords = new Set([...given].filter((name) => ordinary.has(name)));
for (const name of given) ordinary.delete(name);

write(
  'givenNames.ts',
  'GIVEN_NAMES',
  given,
  'Given names, in small letters: 1990 census of the United States (public domain, from the package `names` 0.3.0, MIT) and\n * those of scripts/names/international.txt (ours), without those that are ordinary words or places.',
);
write(
  'ordinaryWords.ts',
  'ORDINARY_WORDS',
  ordinary,
  'Words that are seen in small letters in public chats and sentences of a dozen languages, and so are no surnames when\n * they have a capital. Counted by scripts/pack_names.mjs.',
);
write(
  'surnameWords.ts',
  'SURNAME_WORDS',
  surnameWords,
  'Common surnames of the census of 1990 that are ordinary words in the first place.',
);
write(
  'nameWords.ts',
  'NAME_WORDS',
  nameWords,
  'Given names that are ordinary words, too: they are names with a capital only.',
);

function readLines(file) {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

function isSmall(word) {
  return word.length >= 3 && word === word.toLowerCase();
}

function countWords(files) {
  const counts = new Map();
  for (const file of files)
    for (const [word] of readFileSync(file, 'utf8')
      .replaceAll('\\n', ' ')
      .matchAll(/\p{L}+/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function write(file, name, words, comment) {
  const lines = [];
  for (const word of [...words].sort()) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 118) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  const code = `/**\n * ${comment} Made by scripts/pack_names.mjs: change that.\n */\nexport const ${name} = \`\n${lines.join('\n')}\n\`;\n`;
  writeFileSync(new URL(file, target), code);
}
