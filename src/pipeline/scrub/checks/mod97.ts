/**
 * Whether `number`, of digits and capitals that count as 10 to 35, leaves 1 when divided by 97 (ISO 7064, mod 97-10).
 * An IBAN is checked with its first four characters moved to its end (ISO 13616).
 */
export function passesMod97(number: string): boolean {
  let rest = 0;
  for (const character of number) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
