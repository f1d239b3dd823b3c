/** The dihedral group of order 10, and the permutation applied once more at each place (J. Verhoeff, Error Detecting Decimal Codes, 1969). */
const PRODUCTS = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
].map((row) => Array.from(row, Number));
const PERMUTATION = Array.from('1576283094', Number);
const PERMUTATIONS = permutations();

/** Whether the last of `digits` is the check digit of those before it. */
export function passesVerhoeff(digits: string): boolean {
  let product = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    product = PRODUCTS[product]?.[PERMUTATIONS[place % 8]?.[digit] ?? 0] ?? 0;
  }
  return product === 0;
}

function permutations(): number[][] {
  const rows = [Array.from('0123456789', Number)];
  while (rows.length < 8) rows.push((rows.at(-1) ?? []).map((digit) => PERMUTATION[digit] ?? 0));
  return rows;
}
