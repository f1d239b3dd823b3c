import { isAt } from './isAt.ts';
import { kindOf } from './lexicon.ts';

/** `Ann: Who is it?` as in a transcript, and `Ann, can you …`: at the beginning of a line, before a question or a request. */
export function isSpokenTo(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(end);
  if (code !== COLON && code !== COMMA) return false;
  if (!beginsLine(text, start)) return false;
  return isAt(code === COLON ? SPEECH : REQUEST, text, end + 1);
}

/** Behind a line end and up to four signs such as those of quotations, `QUOTES`; or at the beginning of the text. */
function beginsLine(text: string, start: number): boolean {
  let at = start - 1;
  while (start - at <= 4 && QUOTES.includes(text.charCodeAt(at))) at--;
  return at < 0 || text.charCodeAt(at) === LINE_END;
}

const LINE_END = 10;
const QUOTES = Array.from(' \t>"*', (sign) => sign.charCodeAt(0));
const SPEECH = / ?["“]?\p{Lu}/uy;
const REQUEST = / (?:can|could|would|will|please|may|do|are|have|thank|thanks) /iy;

const COMMA = 44;
const COLON = 58;

/** Somebody speaks for themselves, and not only tells of others. Capitals matter: the US is no pronoun. */
const SPEAKER =
  /(?<![\p{L}\p{N}'’.])(?:[Ii](?:['’](?:m|ve|d|ll))?|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Dd]ear|[Hh]i|[Hh]ello|[Pp]lease)(?![\p{L}\p{N}])/u;

let asked = '';
let answered = false;

/** Whether a text is somebody's own message rather than a story. The last answer is kept, as every name in a text asks. */
export function hasSpeaker(text: string): boolean {
  if (text !== asked) answered = SPEAKER.test(text);
  asked = text;
  return answered;
}

/** `Ann: Who is there?`, a line of a play or transcript. */
const SPEECHES = /(?:^|\n)[> \t"*]{0,4}(\p{Lu}[\p{L}'’-]{1,20}): ?["“]?\p{Lu}/gu;

/** So many lines are looked at. Ours: a play has two speakers soon. */
const MAX_SPEECHES = 12;

let played = '';
let isPlayed = false;

/**
 * Whether somebody with a given name speaks in the text, so that an unknown word before a colon is a speaker, too. The last answer is
 * kept, as every unknown word before a colon asks.
 */
export function isPlay(text: string): boolean {
  if (text !== played) isPlayed = hasSpeakers(text);
  played = text;
  return isPlayed;
}

function hasSpeakers(text: string): boolean {
  let count = 0;
  for (const [, speaker = ''] of text.matchAll(SPEECHES)) {
    if (kindOf(speaker) === 'given') return true;
    if (++count === MAX_SPEECHES) return false;
  }
  return false;
}
