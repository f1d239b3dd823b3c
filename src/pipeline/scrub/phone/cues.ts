/** Words that say "a phone number follows", in the languages that logs have most. */
const CUE =
  /(?:^|[^A-Za-z[])(?:(?:tele)?phone|tel|mobile|cell(?:phone| phone)?|landline|fax|call(?:s|ed|ing| me| us)?|ring|dial|text (?:me|us|him|her|them)|sms|whats ?app|signal|telegram|viber|hotline|helpline|desk|answering|messages? (?:to|on)|reach(?: me| us| him| her| them)?|contact(?: me| us)?|number is|my number|ph|t[eé]l[eé]phone|portable|appel(?:er|ez)|telefono?|telef[oó]n[oou]?|tlf|handy(?:nummer)?|mobil(?:e|nummer|telefon)?|rufnummer|anrufen|m[oó]vil|celular|cellulare|telefoon|gsm|cep(?: tel\w*)?|numaram?|тел(?:ефон\w*)?|моб\w*|هاتف|جوال|फ़ोन|फोन|मोबाइल|電話|电话|手机|手機|전화)(?![a-z])[^0-9]{0,30}$/iu;

/** A blank line ends what a word can speak of. */
const BLANK_LINE = /\n[ \t]*\n/;

/** Words that say what else a number is; they stand closer to it than a phone's word would. */
const OTHER_NUMBER =
  /(?:[#$€£¥₹₺]|(?:^|[^A-Za-z])(?:order|license|licence|security|passport|member|customer|student|employee|policy|claim|plate|reservation|booking|confirmation|registration|flight|room|invoice|account|acct|ticket|case|ref|reference|tracking|id|isbn|issn|zip|postcode|ssn|serial|sku|part|model|version|build|card|iban|vat|tax|pin|code|doi|patent|port|pid|uid|usd|eur|gbp|try|price|cost|total|page|lines?|year|bestellnummer|konto|rechnung|sipari[sş])(?![a-z])(?: ?(?:number|num|no|nr|code|id|is|was|of)\.?)*)[ "'#:=]{0,4}$/i;

/** `416 60 039 office`: the word after the number, where nothing else follows it. */
const CUE_AFTER = /^[ ]?[ (,-]{0,2}(?:office|fax|mobile|cell|home|work|phone|tel|desk|direct)\)?[ ]?(?:$|[\n,;.\\])/i;

const REACH = 48;

export type Cue = 'phone' | 'other' | 'none';

/** What the words before `start` say the number there is; it is part of a run of numbers that begins at `runStart`. */
export function cueBefore(text: string, start: number, runStart: number): Cue {
  const from = Math.max(0, start - REACH);
  if (from >= runStart || !hasWord(text, from, runStart)) return 'none';
  let before = text.slice(from, start);
  if (before.includes('\n')) before = before.split(BLANK_LINE).at(-1) ?? '';
  if (OTHER_NUMBER.test(before)) return 'other';
  return CUE.test(before) ? 'phone' : 'none';
}

/** Whether there is a letter or a sign of a currency or number. */
function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code | 32) >= 97 || code === 35 || code === 36) return true;
  }
  return false;
}

/** Whether the words after `end` say that the number there is a phone's. */
export function isCueAfter(text: string, end: number): boolean {
  return isLetterSoon(text, end) && CUE_AFTER.test(text.slice(end, end + 16));
}

/** Most places behind a number have no letter near: looked at sign by sign, they cost next to nothing. */
function isLetterSoon(text: string, end: number): boolean {
  for (let at = end; at < end + 4; at++) if ((text.charCodeAt(at) | 32) >= 97) return true;
  return false;
}
