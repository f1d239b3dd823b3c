import { wordSet } from '../wordSet.ts';

/** What other numbers are called, in the languages that logs have most. Ours. */
const OTHER_WORDS = wordSet(
  'order invoice tracking ticket case ref reference transaction shipment parcel sku part article item product serial model version ' +
    'build commit hash isbn issn ean upc gtin imei doi port pid timestamp epoch seed ' +
    'bestellung bestellnummer rechnung rechnungsnummer sendung sendungsnummer artikel artikelnummer ' +
    'commande facture pedido factura fatura ordine fattura sipariş siparis zamówienie zamówienia faktura faktury',
);

/** "Order number" in Chinese, which has no spaces. */
const OTHER_UNSPACED = /[订訂][单單]/;

/** What may stand between such a word and the number. Ours. */
const FILLERS = wordSet('number numbers num no nr code id is was of numarası numarasi');
const MAX_FILLERS = 3;
const MAX_SIGNS = 4;
const LONGEST_WORD = 20;

/** Of a rank or price, and of arithmetic: a hyphen and a slash stand in numbers, and an equals sign before any value. */
const SIGNS_BEFORE = '#$€£¥₹₺+*×÷^';
const SIGNS_BEHIND = '+*×÷^';

/** Whether the words right before `start` say that the number there is none of a person. */
export function isCalledOther(text: string, start: number): boolean {
  let end = start;
  for (let words = 0; words <= MAX_FILLERS; words++) {
    const wordEnd = skipSigns(text, end);
    const wordStart = startOfWord(text, wordEnd);
    if (wordStart === wordEnd) return false;
    if (OTHER_WORDS.isAt(text, wordStart, wordEnd)) return true;
    if (!FILLERS.isAt(text, wordStart, wordEnd)) return OTHER_UNSPACED.test(text.slice(wordStart, wordEnd));
    end = wordStart;
  }
  return false;
}

function skipSigns(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < MAX_SIGNS && ` .:#="'`.includes(text[at - 1] ?? '')) at--;
  return at;
}

/** Letters of any script, as near as is needed: behind ASCII, nearly all that stands in words. */
function startOfWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_WORD && isLetter(text.charCodeAt(at - 1))) at--;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0;
}

/** Whether the signs beside a candidate make it a price or part of a sum. */
export function isInSum(text: string, start: number, end: number): boolean {
  const before = text[start - 1] === ' ' ? text[start - 2] : text[start - 1];
  const behind = text[end] === ' ' ? text[end + 1] : text[end];
  return SIGNS_BEFORE.includes(before ?? ' ') || SIGNS_BEHIND.includes(behind ?? ' ');
}
