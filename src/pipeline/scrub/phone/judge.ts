import { isValidIn, type Plan, planOf, plansOf } from './plans.ts';

/** Calling codes have one to three digits (ITU-T E.164, 6.2.1), and none is the beginning of another. */
const MAX_CODE = 3;

/** Whether `region` is a country (ISO 3166, two capital letters) with a numbering plan. */
export function isPhoneRegion(region: string): boolean {
  return planOf(region) !== undefined;
}

/** Of the digits that follow + or 00: a valid number, one of a possible length in a country that there is, or neither. */
export function judgeInternational(digits: string): 'valid' | 'possible' | 'impossible' {
  for (let length = 1; length <= MAX_CODE; length++) {
    const code = digits.slice(0, length);
    const plans = plansOf(code);
    const main = plans[0];
    if (main === undefined) continue;
    const rest = digits.slice(length);
    const numbers = main.numbersOf(rest);
    // Canada has numbers of seven digits, which the United States have not.
    if (numbers.length === 0 && plans.some(({ isPossible }) => isPossible(rest))) numbers.push(rest);
    if (numbers.length === 0) return 'impossible';
    return numbers.some((number) => isValidIn(code, number)) ? 'valid' : 'possible';
  }
  return 'impossible';
}

/**
 * How `digits` is a valid number of one of `plans` as it is dialled there: `written` when its groups, by their lengths,
 * are those in which the plan writes it, `dialled` in any other groups. Numbers without the 0 that their country puts
 * before them look like any other number, and what the plan does not know how to write is nobody's: neither counts.
 * Looks no further once there is what is `enough`.
 */
export function judgeNational(
  digits: string,
  groups: readonly number[],
  plans: readonly Plan[],
  enough: 'written' | 'dialled',
): 'written' | 'dialled' | undefined {
  let verdict: 'dialled' | undefined;
  for (const plan of plans) {
    if (!plan.mayBeDialled(digits[0] ?? '', digits.length)) continue;
    for (const number of plan.numbersOf(digits)) {
      const writing = isValidIn(plan.callingCode, number) ? plan.writingOf(number) : undefined;
      if (writing === undefined || !isDialled(writing.digitsOf(number), digits, plan)) continue;
      if (writing.size === groups.length && areEqual(writing.lengthsOf(number), groups)) return 'written';
      if (enough === 'dialled') return 'dialled';
      verdict = 'dialled';
    }
  }
  return verdict;
}

/** In North America the 1 before the area may be dialled or not. */
function isDialled(written: string, digits: string, { callingCode }: Plan): boolean {
  return written === digits || (callingCode === '1' && digits === `1${written}`);
}

function areEqual(some: readonly number[], others: readonly number[]): boolean {
  return some.every((length, place) => length === others[place]);
}
