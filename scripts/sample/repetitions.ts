import type { Random } from '../random.ts';
import type { Turn } from './compose.ts';
import { jaccard, shinglesOf } from './distinct.ts';
import { type Exchange, textOf, withLastTurn } from './exchange.ts';

/** A small edit leaves this much alike: above 0.8, where curate sees a duplicate, with room for the error of MinHash. */
const ALIKE = { least: 0.87, most: 0.975 };

/** Adds repetitions: about 6 % exact ones (retries, copies in other letters) and 3 % with small edits. */
export function withRepetitions(exchanges: readonly Exchange[], random: Random): Exchange[] {
  const all = [...exchanges];
  let number = Math.max(...exchanges.map((exchange) => exchange.number));
  for (const exchange of exchanges) {
    const repeat = random.weighted([
      [undefined, 900],
      [again, 33],
      [inOtherLetters, 27],
      [withSmallEdits, 40],
    ] as const);
    const turned = repeat?.(exchange, random);
    if (turned === undefined) continue;
    number += 1;
    all.push({ ...turned, number, at: exchange.at + random.whole(4_000, 90_000), repeats: exchange.number });
  }
  return all.sort((one, other) => one.at - other.at);
}

/** The same request sent again. */
function again(exchange: Exchange): Exchange {
  return exchange;
}

/** Differs in case, white space and punctuation of the question only. */
function inOtherLetters(exchange: Exchange, random: Random): Exchange {
  const rewrites: readonly ((question: string) => string)[] = [
    (question) => question.toLowerCase(),
    (question) => `  ${question}  `,
    (question) => question.replace(/[?.!]$/, ''),
    (question) => `${question}!!`,
    (question) => question.replaceAll(' ', '  '),
  ];
  const rewrite = random.pick(rewrites);
  return withLastTurn(exchange, (turn) => ({ ...turn, question: rewrite(turn.question) }));
}

/** Edits until the texts are alike but not the same; short texts, where one word decides, are left out. */
function withSmallEdits(exchange: Exchange, random: Random): Exchange | undefined {
  const before = shinglesOf(textOf(exchange));
  if (before.size < 60) return undefined;
  let edited = exchange;
  for (let attempt = 0; attempt < 12; attempt += 1) {
    edited = withLastTurn(edited, (turn) => random.pick(EDITS)(turn, random));
    const likeness = jaccard(before, shinglesOf(textOf(edited)));
    if (likeness < ALIKE.least) return undefined;
    if (likeness <= ALIKE.most) return edited;
  }
  return undefined;
}

const EDITS: readonly ((turn: Turn, random: Random) => Turn)[] = [
  (turn) => ({ ...turn, answer: turn.answer.replace(/\b\d{1,2}\b(?!\.)/, (number) => String(Number(number) + 1)) }),
  (turn, random) => ({ ...turn, answer: swapLetters(turn.answer, random) }),
  (turn, random) => ({ ...turn, question: swapLetters(turn.question, random) }),
  (turn) => ({ ...turn, question: `${turn.question} :)  thx` }),
];

/** A slip of the finger: two letters inside a word change places. */
function swapLetters(text: string, random: Random): string {
  const words = [...text.matchAll(/(?<=[ ])[a-zäöüéıçğş]{5,}(?=[ .,])/g)];
  if (words.length === 0) return text;
  const word = random.pick(words);
  const at = word.index + random.whole(1, word[0].length - 3);
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
