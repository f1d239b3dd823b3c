import type { Random } from '../../../scripts/random.ts';
import type { Junk, Planter } from './junk.ts';

const EACH = 60;
/** Some 150 tokens: what stops earlier was stopped by no limit that is in use. */
const FEWEST_CHARS = 650;
const OPEN_FENCE = /```[a-z]*\n/;
/** In these scripts a sentence has no spaces to cut at. */
const UNSPACED = new Set(['ja', 'zh']);

/** Answers that stop where the limit of tokens stopped the model. */
export const cutAnswers: Planter = (random, { questions, answers, sentences }) => {
  const junk: Junk[] = [];
  const add = (kind: string, language: string, question: string, answer: string | undefined) => {
    if (answer === undefined || (kind !== 'cut in code' && weightOf(answer) < FEWEST_CHARS)) return;
    junk.push({
      kind,
      language,
      turns: [
        ['user', question],
        ['assistant', answer],
      ],
    });
  };
  for (let at = 0; at < EACH; at++) {
    const question = random.pick(questions);
    add('cut in code', 'en', question, cutInCode(random, random.pick(answers)));
    // Few answers have a list that is long enough.
    for (let trial = 0; trial < 5; trial++)
      add('cut in a list', 'en', question, cutInList(random, random.pick(answers)));
    for (const [language, lines] of sentences) {
      if (lines.length === 0) continue;
      const asked = language === 'en' ? question : random.pick(lines);
      const text = Array.from({ length: random.whole(9, 18) }, () => random.pick(lines).trim()).join(
        UNSPACED.has(language) ? '' : ' ',
      );
      if (!UNSPACED.has(language)) add('cut in a sentence', language, asked, cutBetweenWords(random, text));
      add('cut in a word', language, asked, cutInWord(random, text));
    }
  }
  return junk;
};

/** Ideographs and Hangul count twice: two or three letters are one of them, for tokens as for words. */
function weightOf(text: string): number {
  return text.length + (text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0);
}

/** Behind a word, in the last sentence, never at its end. */
function cutBetweenWords(random: Random, text: string): string | undefined {
  const places = [...text.matchAll(/[\p{L}\p{N}](?= \p{L})/gu)].map(({ index }) => index + 1);
  return cutAt(text, places.slice(-12), random);
}

function cutInWord(random: Random, text: string): string | undefined {
  const places = [...text.matchAll(/\p{L}(?=\p{L})/gu)].map(({ index }) => index + 1);
  return cutAt(text, places.slice(-40), random);
}

function cutAt(text: string, places: readonly number[], random: Random): string | undefined {
  return places.length === 0 ? undefined : text.slice(0, random.pick(places)).trimEnd();
}

/** Between a fence that opens and the one that would close it. */
function cutInCode(random: Random, text: string): string | undefined {
  const opening = OPEN_FENCE.exec(text);
  if (opening === null) return undefined;
  const from = opening.index + opening[0].length;
  const to = text.indexOf('```', from);
  return to < from + 20 ? undefined : text.slice(0, random.whole(from + 10, to - 5)).trimEnd();
}

/** In an item of a list, before its last word. */
function cutInList(random: Random, text: string): string | undefined {
  const items = [...text.matchAll(/^(?:\d+\.|[-*]) .{30,}$/gm)].slice(2);
  if (items.length === 0 || text.includes('```')) return undefined;
  const item = random.pick(items);
  const places = [...item[0].matchAll(/[\p{L}](?= \p{L})/gu)].map(({ index }) => item.index + index + 1);
  return cutAt(text, places.slice(2), random);
}
