const WEIGHTS = [7, 3, 1];

/**
 * Whether the last of `number`, of digits and capitals that count as 10 to 35, is the check digit of those before it, by
 * the weights 7, 3, 1 (ICAO Doc 9303-3, 4.9).
 */
export function passesDocumentDigit(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length - 1; place++)
    sum += valueOfSign(number.charCodeAt(place)) * (WEIGHTS[place % 3] ?? 0);
  return sum % 10 === valueOfSign(number.charCodeAt(number.length - 1));
}

function valueOfSign(code: number): number {
  return code < CODE_OF_A ? code - CODE_OF_0 : code - CODE_OF_A + 10;
}

const CODE_OF_0 = 48;
const CODE_OF_A = 65;
