import { kindOf } from './lexicon.ts';

/** `Ann: Who is there?`, a line of a play or transcript. */
const SPEECH = /(?:^|\n)[> \t"*]{0,4}(\p{Lu}[\p{L}'’-]{1,20}): ?["“]?\p{Lu}/gu;

/** So many lines are looked at. Ours: a play has two speakers soon. */
const MAX_SPEECHES = 12;

let asked = '';
let answered = false;

/**
 * Whether somebody with a given name speaks in the text, so that an unknown word before a colon is a speaker, too. The last answer is
 * kept, as every unknown word before a colon asks.
 */
export function isPlay(text: string): boolean {
  if (text !== asked) answered = hasSpeakers(text);
  asked = text;
  return answered;
}

function hasSpeakers(text: string): boolean {
  let count = 0;
  for (const [, speaker = ''] of text.matchAll(SPEECH)) {
    if (kindOf(speaker) === 'given') return true;
    if (++count === MAX_SPEECHES) return false;
  }
  return false;
}
