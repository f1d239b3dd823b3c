/**
 * Mojibake of one kind: UTF-8 that was read as Windows-1252 or Latin-1 ("Ã©" for "é"), once or several times over.
 * A stretch is repaired only when its bytes are well-formed UTF-8 and some stretch in the same text can be nothing else.
 */
import { settle } from './settle.ts';
import { hasTrait, Trait } from './traits.ts';

/** What Windows-1252 shows for the bytes 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); five bytes have no sign. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const BYTE_OF = new Map<string, number>();
for (let byte = 0x80; byte <= 0xff; byte += 1) BYTE_OF.set(String.fromCharCode(byte), byte);
for (const [position, sign] of [...WINDOWS_1252].entries()) BYTE_OF.set(sign, 0x80 + position);

/** Character class of every sign that stands for a byte from `first` to `last`. */
function signs(first: number, last: number): string {
  const inRange = [...BYTE_OF].filter(([, byte]) => byte >= first && byte <= last);
  return `[${inRange.map(([sign]) => sign).join('')}]`;
}

const NEXT = signs(0x80, 0xbf);
/** Well-formed sequences of two, three and four bytes (Unicode 16, table 3-7). */
const TWO = `${signs(0xc2, 0xdf)}${NEXT}`;
const THREE = `(?:à${signs(0xa0, 0xbf)}|[á-ìîï]${NEXT}|í${signs(0x80, 0x9f)})${NEXT}`;
const FOUR = `(?:ð${signs(0x90, 0xbf)}|[ñ-ó]${NEXT}|ô${signs(0x80, 0x8f)})${NEXT}${NEXT}`;
const SEQUENCE = new RegExp(`${TWO}|${THREE}|${FOUR}`, 'g');

/** Signs that people put straight behind a word: "CAFÉ…”", "allé »", "NESTLÉ®". Alone they prove nothing. */
const CLOSING = '\\u00a0…‘’“”«»‹›–—´¨';
const BEHIND_WORD = `${CLOSING}™®©§ªº°¹²³·•¡¿€£¥¢†‡±`;
/** Letters among the signs for continuation bytes: "VÝŠKA" is a word. */
const LETTERS = 'ŠŒŽšœžŸƒµªº';

/** Sequences that no ordinary text holds; one of them shows that the text was misread. Ours, held against ftfy's cases. */
const PROOF = new RegExp(
  [
    // a capital inside a word, behind a small letter ("ongeÃ«venaard")
    `(?<=\\p{Ll})(?!Ã¥)[Â-ÖØ-Þ]${NEXT}`,
    // "Ã¥" may be MacRoman's as well, but not at the start or end of a word ("Ã¥r", "pÃ¥") or several times
    '(?<!\\p{L})Ã¥|Ã¥(?!\\p{L})|Ã¥[^Ã]*Ã¥',
    // Ã with a sign that never follows it, and  ("Ã©", "10Â°") where it ends no word in capitals
    `Ã(?![¥${CLOSING}])${NEXT}|(?<!\\p{Lu})Ã[¨´]|(?<!\\p{Lu})Â(?![${LETTERS}])${signs(0xa0, 0xbf)}`,
    // a no-break space that is half of "à", behind at most one capital ("GÃ idhlig", "Ã  la")
    '(?<!\\p{L}\\p{Lu})Ã\\u00a0 ?(?=\\p{Ll})',
    // Ã and a quotation mark in a word of capitals ("HÃ”TEL")
    '(?<=\\p{Lu})Ã[‘“”](?=\\p{Lu})',
    // a capital and a sign before a small letter ("Ä°stanbul", "Å“uvre")
    `(?!Ã¥)[Â-ÖØ-Þ](?![\\u00a0…’”–—·])${NEXT}(?=\\p{Ll})`,
    // any of two bytes whose sign neither follows words nor is a letter ("Ì¶", "Ñ\u0081")
    `[Â-ÖØ-Þ](?![${BEHIND_WORD}${LETTERS}])${NEXT}`,
    // punctuation, arrows and symbols ("â€™", "â„¢")
    `â(?![${CLOSING}]{2})${NEXT}${NEXT}`,
    // three bytes with a sign that does not follow words ("ï¼Œ"), or inside a word ("Viá»‡t")
    `(?=${THREE})[à-ï](?:${NEXT}?(?![${BEHIND_WORD}${LETTERS}])${NEXT}|(?![${CLOSING}]{2})${NEXT}{2}(?=\\p{L}))`,
    // emoji and other four-byte characters
    FOUR,
    // two in a row, neither of which ends in a letter ("×‘×”")
    `(?:(?:${TWO}|${THREE})(?<![${LETTERS}])){2}`,
  ].join('|'),
  'u',
);
const CANDIDATE = new RegExp(`[Â-ô]${NEXT}`);

/** C1 controls are no text: they are signs of Windows-1252 that were read as Latin-1. */
const C1 = /[\u0080-\u009f]/;
const ALL_C1 = new RegExp(C1, 'g');

/** Gives `text` back with its mojibake repaired; the same string when it has none. Linear. */
export function repairMojibake(text: string): string {
  return hasTrait(text, Trait.misreadBytes | Trait.c1Control) ? settle(text, repairOnce) : text;
}

function repairOnce(text: string): string {
  if (CANDIDATE.test(text) && PROOF.test(text)) return text.replace(SEQUENCE, decode);
  return C1.test(text) ? text.replace(ALL_C1, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80)) : text;
}

/** Decodes one well-formed UTF-8 sequence, given as the signs that stand for its bytes. */
function decode(sequence: string): string {
  const [lead = 0, ...rest] = [...sequence].map((sign) => BYTE_OF.get(sign) ?? 0);
  const leadBits = lead & (0x3f >> rest.length);
  return String.fromCodePoint(rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), leadBits));
}
