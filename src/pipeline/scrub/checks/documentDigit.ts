const WEIGHTS = [7, 3, 1];

/**
 * Whether the last of `number`, of digits and capitals that count as 10 to 35, is the check digit of those before it, by
 * the weights 7, 3, 1 (ICAO Doc 9303-3, 4.9).
 */
export function passesDocumentDigit(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length - 1; place++)
    sum += Number.parseInt(number[place] ?? '', 36) * (WEIGHTS[place % 3] ?? 0);
  return String(sum % 10) === number.at(-1);
}
