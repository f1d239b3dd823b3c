/**
 * The words in which something is said that fits every question, in one language. What is said in no others names nothing
 * of the matter: `I can't help with that request` and not `I can't refund an order after 30 days`.
 */
export interface ClosedWords {
  /** ISO 639-1. */
  readonly language: string;
  /** Without one of these nothing of the kind is said: a regex against lower-cased text with straight apostrophes. */
  readonly cue: string;
  /** With one of these something else is said after all. */
  readonly unless?: string;
  /** Words with spaces between; a `*` at the end stands for any ending. */
  readonly words: string;
  /** The script puts no spaces between words: `words` are taken out wherever they stand, and what is left is counted. */
  readonly unspaced?: boolean;
}

/**
 * Says whether a text, lower-cased with straight apostrophes, is said in closed words alone.
 * @param most share of words (of letters, where nothing parts words) that may be others
 */
export type SaysOnly = (plain: string, most: number) => boolean;

export function saysOnly(closed: ClosedWords): SaysOnly {
  const cue = new RegExp(closed.cue, 'u');
  const unless = closed.unless === undefined ? undefined : new RegExp(closed.unless, 'u');
  const shareOfOthers = closed.unspaced === true ? lettersLeft(closed.words) : wordsLeft(closed.words);
  return (plain, most) => cue.test(plain) && unless?.test(plain) !== true && shareOfOthers(plain) <= most;
}

/** Numbers and ids name nothing. */
const DIGIT = /\p{N}/u;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['-][\p{L}\p{M}\p{N}]+)*/gu;
const SHORTEST_STEM = 1;
/** Ours: `No.` and `I can't` are answers. */
const FEWEST_WORDS = 3;

function wordsLeft(list: string): (plain: string) => number {
  const entries = list.split(/\s+/).filter((word) => word !== '');
  const words = new Set(entries.filter((word) => !word.endsWith('*')));
  const stems = new Set(entries.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)));
  return (plain) => {
    const said = (plain.match(WORD) ?? []).filter((word) => !DIGIT.test(word));
    if (said.length < FEWEST_WORDS) return 1;
    return said.filter((word) => !words.has(word) && !hasStem(word, stems)).length / said.length;
  };
}

function hasStem(word: string, stems: ReadonlySet<string>): boolean {
  for (let length = Math.min(word.length, LONGEST_STEM); length >= SHORTEST_STEM; length--) {
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}

const LONGEST_STEM = 16;

function lettersLeft(list: string): (plain: string) => number {
  const pieces = list.split(/\s+/).filter((piece) => piece !== '');
  const longestFirst = pieces.sort((one, other) => other.length - one.length);
  const any = new RegExp(longestFirst.join('|'), 'gu');
  return (plain) => {
    const letters = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    if (letters === 0) return 1;
    return (plain.replace(any, '').match(/[\p{L}\p{N}]/gu)?.length ?? 0) / letters;
  };
}
