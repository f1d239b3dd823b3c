import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { avgScore } from '../node_modules/eld/src/avgScore.js';
import { dictionary } from '../node_modules/eld/src/dictionary.js';
import { ngramsData } from '../node_modules/eld/src/ngrams/small.js';
import { separators } from '../node_modules/eld/src/regexPatterns.js';

// Turns the tables of eld, source code that takes a quarter of a second and 150 MB to load in every thread, into one file of
// typed arrays: `node scripts/pack_language_tables.mjs [FOLDER]`, when FOLDER (dist) is compiled. What comes out depends on
// the installed eld alone. src/measures/languageTables.ts says what is in the file, and test/measures/languageModel.test.ts
// fails when the two do not fit.
const built = process.argv[2] ?? 'dist';
const { version } = JSON.parse(readFileSync('node_modules/eld/package.json', 'utf8'));

/** A power of two; three of five are taken. */
const SLOTS = 2 ** 17;
const MOST_BYTES = 6;
const LETTER = 1;
const APOSTROPHE = 2;
/** What eld adds to every score of its tables (`baseNgramScore` in its languageDetector.js). */
const BASE_SCORE = 53;

const { slots, listOfSlot, lists } = packNgrams();
const languages = Object.values(ngramsData.languages);
const header = headerOf({
  byteOrder: endianness(),
  languages,
  baseScore: BASE_SCORE,
  usualScores: languages.map((language) => avgScore[language]),
  slots: SLOTS,
  lists: lists.length,
  scores: lists.flat().length,
});
const columns = [
  Uint32Array.of(header.length),
  header,
  startsOf(lists),
  slots.firsts,
  slots.rests,
  listOfSlot,
  Uint8Array.from(lists.flat()),
  Uint8Array.from({ length: 2 ** 16 }, (_, unit) => kindOf(String.fromCharCode(unit))),
  Uint8Array.from({ length: 2 ** 8 }, (_, byte) => (byte < 0x80 ? byte : byteNamed(dictionary[byte]))),
];
const folder = join(built, 'language');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tables.bin'), Buffer.concat(columns.map(bytesOf)));
copyFileSync('node_modules/eld/LICENSE', join(folder, 'LICENSE'));
writeFileSync(
  join(folder, 'NOTICE'),
  `tables.bin holds the small tables of eld ${version} in another form: n-grams as bytes in a hash table, the same scores.
eld (https://github.com/nitotm/efficient-language-detector-js): Copyright 2023 Nito T.M. (https://github.com/nitotm),
licensed under the Apache License, Version 2.0, which stands in the file LICENSE beside this one.
`,
);

/** The hash table, for each slot its list of scores, and the lists: place of a language, score, place, score, … */
function packNgrams() {
  const slots = { firsts: new Int32Array(SLOTS), rests: new Uint16Array(SLOTS) };
  const listOfSlot = new Uint16Array(SLOTS);
  const places = new Map();
  const lists = [];
  for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
    const list = Object.entries(scores).flatMap(([place, score]) => [Number(place), score]);
    check(list.every(isByte), `a score of "${ngram}" is no byte`);
    const key = list.join();
    if (!places.has(key)) places.set(key, lists.push(list) - 1);
    const slot = put(ngram, slots);
    listOfSlot[slot] = places.get(key);
  }
  check(lists.length <= 2 ** 16, 'there are more lists than a place of 16 bits can tell apart');
  return { slots, listOfSlot, lists };
}

/** Puts an n-gram into a free slot. */
function put(ngram, slots) {
  check(ngram.length > 2 && ngram.length <= MOST_BYTES, `"${ngram}" has an unusual length`);
  const bytes = Buffer.alloc(MOST_BYTES);
  bytes.set([...ngram].map(byteNamed));
  const [first, rest] = [bytes.readInt32LE(0), bytes.readUInt16LE(4)];
  const slot = slotOf(slots, first, rest);
  check(slots.firsts[slot] === 0, `"${ngram}" has the bytes of another n-gram`);
  slots.firsts[slot] = first;
  slots.rests[slot] = rest;
  return slot;
}

/** Linear probing, as `slotOf` and `mix32` have it in src/measures/. */
function slotOf({ firsts, rests }, first, rest) {
  let hash = first ^ Math.imul(rest, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  let slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
  while (firsts[slot] !== 0 && (firsts[slot] !== first || rests[slot] !== rest)) slot = (slot + 1) & (SLOTS - 1);
  return slot;
}

/** The byte that a character of eld's n-grams stands for: ASCII is itself, all else is named by eld's dictionary. */
function byteNamed(character) {
  if (/^[ a-z'`]$/.test(character)) return character.charCodeAt(0);
  const byte = dictionary.indexOf(character, 0x80);
  check(byte === dictionary.lastIndexOf(character) && byte >= 0x80, `"${character}" does not stand for one byte`);
  return byte;
}

/** What eld makes of a UTF-16 unit when it cuts a text into words. */
function kindOf(character) {
  if (character.replace(separators, ' ') === ' ') return 0;
  return `${character} `.replace(separators, ' ') === `${character} ` ? LETTER : APOSTROPHE;
}

function startsOf(lists) {
  const starts = new Uint32Array(lists.length + 1);
  for (const [place, list] of lists.entries()) starts[place + 1] = starts[place] + list.length;
  return starts;
}

/** JSON with spaces behind it up to a multiple of four bytes, so that the columns are aligned. */
function headerOf(facts) {
  const json = JSON.stringify(facts);
  return Buffer.from(json.padEnd(Math.ceil(json.length / 4) * 4));
}

function bytesOf(column) {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function isByte(value) {
  return Number.isInteger(value) && value >= 0 && value <= 255;
}

/** Another version of eld may break what this rests on; then it must not be packed. */
function check(holds, problem) {
  if (!holds) throw new Error(`eld ${version} cannot be packed: ${problem}`);
}
