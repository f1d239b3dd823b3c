import { type Plan, planOf, plansOf } from './plans.ts';

/** Calling codes have one to three digits (ITU-T E.164, 6.2.1), and none is the beginning of another. */
const MAX_CODE = 3;

/** Whether `region` is a country (ISO 3166, two capital letters) with a numbering plan. */
export function isPhoneRegion(region: string): boolean {
  return planOf(region) !== undefined;
}

/** Of the digits that follow + or 00: a valid number, one of a possible length in a country that there is, or neither. */
export function judgeInternational(digits: string): 'valid' | 'possible' | 'impossible' {
  for (let length = 1; length <= MAX_CODE; length++) {
    const plans = plansOf(digits.slice(0, length));
    const main = plans[0];
    if (main === undefined) continue;
    const numbers = main.numbersOf(digits.slice(length));
    if (numbers.length === 0) return 'impossible';
    return numbers.some((number) => plans.some((plan) => plan.isValid(number))) ? 'valid' : 'possible';
  }
  return 'impossible';
}

/**
 * How `digits` is a valid number of one of `plans` as it is dialled there: `written` when its groups, by their lengths,
 * are those in which the plan writes it, `dialled` in any other groups. Numbers without the 0 that their country puts
 * before them look like any other number, and what the plan does not know how to write is nobody's: neither counts.
 */
export function judgeNational(
  digits: string,
  groups: readonly number[],
  plans: readonly Plan[],
): 'written' | 'dialled' | undefined {
  let verdict: 'dialled' | undefined;
  for (const plan of plans) {
    if (!plan.mayBeDialled(digits[0] ?? '', digits.length)) continue;
    for (const number of plan.numbersOf(digits)) {
      const written = writtenIn(plan, number);
      if (written === undefined || !isDialled(written, digits, plan)) continue;
      if (areGroups(written, groups)) return 'written';
      verdict = 'dialled';
    }
  }
  return verdict;
}

/** The groups in which a valid number is written, `undefined` where the plan knows none for it. */
function writtenIn(plan: Plan, number: string): string[] | undefined {
  if (!plansOf(plan.callingCode).some(({ isValid }) => isValid(number))) return undefined;
  return plan.write(number)?.match(/[0-9]+/g) ?? undefined;
}

/** In North America the 1 before the area may be dialled or not. */
function isDialled(written: readonly string[], digits: string, { callingCode }: Plan): boolean {
  const number = written.join('');
  return number === digits || (callingCode === '1' && digits === `1${number}`);
}

function areGroups(written: readonly string[], groups: readonly number[]): boolean {
  return written.length === groups.length && written.every((group, place) => group.length === groups[place]);
}
