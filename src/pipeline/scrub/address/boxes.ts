import type { Span } from '../detector.ts';

/** P.O. Box 211, Postfach 12 34, Apartado 5: what stands before the number, read backwards from it. */
const BOX =
  /(?<=((?<![\p{L}\p{N}])(?:p\.? ?o\.? ?box|post ?office box|postfach|postbus|apartado(?: de correos)?|casilla|caixa postal|casella postale|posta kutusu|p\.? ?k\.)(?: (?:no|n)?[.:º]?)? ?))/iuy;

/** What those end with, before a space. */
const LAST_OF_BOX = 'xXhHsSaAlLuUiIkKoOnN.º:';

/** Forces overseas: PSC 6293, Box 8158 / APO AP 04336 (USPS Publication 28, section 225). */
const MILITARY =
  /(?:(?:psc|unit|cmr) [0-9]{1,5},? box [0-9]{1,6}|uss? ?n?[vs]? [a-z]{2,20})[\s,]{1,3}(?:apo|fpo|dpo),? a[aep] $/i;

/** Before a postcode: "zip code: ", "PLZ ", "my postcode is ". */
const CODE =
  /(?<![\p{L}\p{N}])(?:zip(?:[ -]?code)?|post(?:al)?[ -]?code|plz|postleitzahl|code postal|c[oó]digo postal|c\.p\.|cep|postnummer|postnr|posta kodu|kod pocztowy|psč|irányítószám|postinumero|почтовый индекс|индекс|邮编|郵便番号)(?: is| was| ist| est| es| =|:| -| no\.?| number)? {0,2}$/iu;

const CODE_REACH = 24;
const MILITARY_REACH = 48;

/** The beginning of the address that ends with `number`, when it is the number of a post box. */
export function boxStart(text: string, number: Span): number | undefined {
  const last = text[number.start - 1] === ' ' ? number.start - 2 : number.start - 1;
  if (!LAST_OF_BOX.includes(text[last] ?? ' ')) return undefined;
  BOX.lastIndex = number.start;
  const box = BOX.exec(text)?.[1];
  return box === undefined ? undefined : number.start - box.length;
}

/** The beginning of the military address that ends with `number`, its postcode. */
export function militaryStart(text: string, number: Span): number | undefined {
  if (number.end - number.start !== 5 || !/[aA][aeApPE] $/.test(text.slice(number.start - 3, number.start)))
    return undefined;
  const head = text.slice(Math.max(0, number.start - MILITARY_REACH), number.start);
  const place = head.search(MILITARY);
  return place < 0 ? undefined : number.start - head.length + place;
}

/** Whether the words before `start` say that a postcode follows. */
export function isPostcodeBefore(text: string, start: number): boolean {
  return CODE.test(text.slice(Math.max(0, start - CODE_REACH), start));
}
