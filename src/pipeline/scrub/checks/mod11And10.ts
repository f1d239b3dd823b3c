/** Whether the last of `digits` is the check digit of those before it (ISO/IEC 7064, the hybrid system mod 11,10). */
export function passesMod11And10(digits: string): boolean {
  let product = 10;
  for (let place = 0; place < digits.length - 1; place++) {
    const sum = (product + digits.charCodeAt(place) - 48) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (product + digits.charCodeAt(digits.length - 1) - 48) % 10 === 1;
}
