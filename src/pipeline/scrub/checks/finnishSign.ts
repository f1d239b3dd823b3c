/** Signs by the rest of birth date and number divided by 31 (Digital and Population Data Services Agency, "The personal identity code"). */
const SIGNS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Whether `sign`, a digit or capital, follows these nine digits (DDMMYY and the three behind the century's sign). */
export function isFinnishSign(digits: string, sign: string): boolean {
  return SIGNS[Number(digits) % 31] === sign;
}
