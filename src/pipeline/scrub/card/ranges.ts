import { passesLuhn } from '../checks/luhn.ts';

/** Issuer identification numbers (ISO/IEC 7812): first digits from `low` to `high` (of one length), and the lengths issued. */
interface CardRange {
  readonly low: string;
  readonly high: string;
  readonly lengths: readonly number[];
}

const UP_FROM_12 = [12, 13, 14, 15, 16, 17, 18, 19];
const UP_FROM_16 = [16, 17, 18, 19];

/** The ranges that the networks publish, as collected in Wikipedia's "Payment card number"; the first that fits counts. */
const RANGES: readonly CardRange[] = [
  { low: '4', high: '4', lengths: [13, 16, 18, 19] }, // Visa
  { low: '51', high: '55', lengths: [16] }, // Mastercard
  { low: '2221', high: '2720', lengths: [16] }, // Mastercard, second series
  { low: '34', high: '34', lengths: [15] }, // American Express
  { low: '37', high: '37', lengths: [15] }, // American Express
  { low: '300', high: '305', lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { low: '3095', high: '3095', lengths: UP_FROM_16 }, // Diners Club
  { low: '36', high: '36', lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { low: '38', high: '39', lengths: [14, 16, 17, 18, 19] }, // Diners Club
  { low: '35', high: '35', lengths: UP_FROM_16 }, // JCB issues 3528 to 3589 of it; test numbers come from all of it
  { low: '1', high: '1', lengths: [15] }, // UATP; JCB, older (1800)
  { low: '2131', high: '2131', lengths: [15] }, // JCB, older
  { low: '6011', high: '6011', lengths: UP_FROM_16 }, // Discover
  { low: '644', high: '649', lengths: UP_FROM_16 }, // Discover
  { low: '65', high: '65', lengths: UP_FROM_16 }, // Discover, RuPay, Troy
  { low: '62', high: '62', lengths: UP_FROM_16 }, // UnionPay
  { low: '81', high: '82', lengths: UP_FROM_16 }, // UnionPay, RuPay
  { low: '508', high: '508', lengths: [16] }, // RuPay
  { low: '60', high: '60', lengths: [16] }, // RuPay
  { low: '2200', high: '2204', lengths: UP_FROM_16 }, // Mir
  { low: '5018', high: '5020', lengths: UP_FROM_12 }, // Maestro, Dankort
  { low: '5038', high: '5038', lengths: UP_FROM_12 }, // Maestro
  { low: '56', high: '58', lengths: UP_FROM_12 }, // Maestro
  { low: '6304', high: '6304', lengths: UP_FROM_12 }, // Maestro
  { low: '0604', high: '0604', lengths: UP_FROM_12 }, // Maestro
  { low: '676', high: '676', lengths: UP_FROM_12 }, // Maestro
  { low: '6759', high: '6759', lengths: UP_FROM_12 }, // Maestro
  { low: '636', high: '639', lengths: [16, 17, 18, 19] }, // InterPayment, InstaPayment
  { low: '506099', high: '506198', lengths: [16, 18, 19] }, // Verve
  { low: '507865', high: '507964', lengths: [16, 18, 19] }, // Verve
  { low: '9792', high: '9792', lengths: [16] }, // Troy
  { low: '2205', high: '2205', lengths: [16] }, // BORICA
  { low: '6706', high: '6709', lengths: [16, 17, 18, 19] }, // Laser
  { low: '6771', high: '6771', lengths: [16, 17, 18, 19] }, // Laser
  { low: '8600', high: '8600', lengths: [16] }, // UzCard
  { low: '9860', high: '9860', lengths: [16] }, // Humo
  { low: '5067', high: '5067', lengths: [16] }, // Elo
  { low: '509', high: '509', lengths: [16] }, // Elo
];

/** Whether `digits` (12 to 19 of them) is a number that a network could have issued: range, length, check digit. */
export function isCardNumber(digits: string): boolean {
  // The check digit first: it is right once in ten times, and the cheaper of the two.
  return passesLuhn(digits) && RANGES.some((range) => isIn(range, digits));
}

function isIn({ low, high, lengths }: CardRange, digits: string): boolean {
  const prefix = digits.slice(0, low.length);
  return prefix >= low && prefix <= high && lengths.includes(digits.length);
}
