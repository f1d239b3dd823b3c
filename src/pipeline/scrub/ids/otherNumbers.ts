/** What other numbers are called, in the languages that logs have most. Ours. */
const OTHER_NUMBER =
  /(?:[#$€£¥₹₺]|(?<![\p{L}\p{N}])(?:order|invoice|tracking|ticket|case|ref|reference|transaction|shipment|parcel|sku|part|article|item|product|serial|model|version|build|commit|hash|isbn|issn|ean|upc|gtin|imei|doi|port|pid|timestamp|epoch|seed|bestell(?:ung|nummer)|rechnung(?:snummer)?|sendung(?:snummer)?|artikel(?:nummer)?|commande|facture|pedido|factura|fatura|ordine|fattura|sipari[sş]|zam[oó]wieni[ea]|faktur[ay]|订单|訂單)(?: ?(?:number|numbers|num|no|nr|code|id|is|was|of|numaras[ıi])\.?)*)[ "'#:=]{0,4}$/iu;

const REACH = 40;

/** Signs of arithmetic. A hyphen and a slash stand in numbers, and an equals sign before any value. */
const OPERATOR_BEFORE = /[+*×÷^] ?$/;
const OPERATOR_BEHIND = /^ ?[+*×÷^]/;

/** Whether what stands beside a candidate says that it is a number of something else, or part of a sum. */
export function isOtherNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return OTHER_NUMBER.test(before) || OPERATOR_BEFORE.test(before) || OPERATOR_BEHIND.test(text.slice(end, end + 2));
}
