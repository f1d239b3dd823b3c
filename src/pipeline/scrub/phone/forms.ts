import type { Cue } from './cues.ts';
import { judgeInternational, judgeNational } from './judge.ts';
import type { Plan } from './plans.ts';
import { isOtherNotation, isSequence, type Shape } from './shapes.ts';

/** Most digits of a number, country code included (ITU-T E.164, 6.1). */
const MAX_DIGITS = 15;

/** Fewest digits of a number that neither a country code nor the plan of its country vouches for. Ours. */
const MIN_DIGITS = 7;

/** Fewest digits of a number that only the plan vouches for: 20 12 34 on the Faroe Islands, 71234567 in Bolivia. Ours. */
const MIN_IN_PAIRS = 6;
const MIN_IN_ROW = 8;

/** Most groups of one digit behind the first: 1 2 3 4 567 is no number; plans have one at most, as in 444 1 444. */
export const MAX_LONE_DIGITS = 1;

/** Whether a candidate that begins with + or 00 is a phone number: has a country code that there is, and fits its plan. */
export function isInternationalPhone(shape: Shape, plus: boolean, cue: Cue): boolean {
  if (isOtherNotation(shape)) return false;
  const judgement = judgeInternational(plus ? shape.digits : shape.digits.slice(2));
  if (judgement === 'valid') return plus || cue !== 'other';
  return judgement === 'possible' && cue !== 'other' && (shape.groups.length > 1 || cue === 'phone');
}

/**
 * Whether any other candidate is a phone number: as it is dialled by one of `plans`, or in any form where the text says
 * so. `goes_on`: more digits follow, joined as those of the candidate are, so that it may be part of a list.
 */
export function isNationalPhone(shape: Shape, cue: Cue, goes_on: boolean, plans: readonly Plan[]): boolean {
  if (cue === 'other' || shape.digits.length > MAX_DIGITS) return false;
  const other = isOtherNotation(shape);
  const mayBeElse = other || isPostcode(shape) || (goes_on && !isNorthAmerican(shape.groups));
  const isDialled = !mayBeElse && !shape.groups.includes(1, 1) && looksDialled(shape);
  if (mayBeElse && cue !== 'phone') return false;
  const judgement = judgeNational(
    shape.digits,
    shape.groups,
    plans,
    isDialled || cue === 'phone' ? 'dialled' : 'written',
  );
  if (judgement === 'dialled' && isDialled) return true;
  const isWritten = judgement === 'written';
  if (isWritten && !mayBeElse && isWrittenEnough(shape)) return true;
  if (cue !== 'phone') return false;
  // A plan may have groups such as 01 23 45 67 89, and numbers as short as 62889.
  if (isWritten || (judgement === 'dialled' && !other)) return true;
  return !other && !shape.groups.includes(1, 1) && isLongEnough(shape);
}

/** Whether digits that no plan has are a number where a word says so; those that count up are what people type for one. */
function isLongEnough({ digits, groups }: Shape): boolean {
  return digits.length >= MIN_DIGITS && !(groups.length === 1 && isSequence(digits));
}

/** Whether groups that are those of the plan are enough to tell a number by, where no word says "phone". */
function isWrittenEnough({ digits, groups, joiners }: Shape): boolean {
  if (groups.length === 1) return digits.length >= MIN_IN_ROW && !isSequence(digits);
  const atOnce = joiners.every((joiner) => joiner.length === 1 || /[()]/.test(joiner));
  return atOnce && (digits.length >= MIN_DIGITS || (groups.length >= 3 && digits.length >= MIN_IN_PAIRS));
}

/** 02134-1234, as in the United States. */
function isPostcode({ groups, joiners }: Shape): boolean {
  return groups.length === 2 && groups[0] === 5 && groups[1] === 4 && joiners[0] === '-';
}

/** 415 555 0123, also with the 1 that may be dialled before it. */
function isNorthAmerican(groups: readonly number[]): boolean {
  const first = groups.length - 3;
  const area = groups[first] === 3 && groups[first + 1] === 3 && groups[first + 2] === 4;
  return area && (first === 0 || (first === 1 && groups[0] === 1));
}

/**
 * Groups other than the plan's: those of North America, or beginning with the 0 before the area, or three to five of two
 * digits and more, by one and the same sign or with brackets; and a row that begins with that 0 and is as long as a mobile
 * number. Ours: lists of numbers, and numbers in thousands, are none of these.
 */
function looksDialled({ digits, groups, joiners }: Shape): boolean {
  if (isSequence(digits)) return false;
  if (isNorthAmerican(groups)) return true;
  if (groups.length === 1) return /^0[1-9][0-9]{8,9}$/.test(digits);
  const oneJoiner = joiners.every((joiner) => joiner === joiners[0]) || /[()]/.test(joiners.join(''));
  if (!oneJoiner || groups.length > 5 || groups.includes(1, 1)) return false;
  if (digits.startsWith('0')) return digits.length >= 9;
  if (groups[0] === 1) return false;
  return groups.length >= 3 && digits.length >= 8 && !groups.slice(1).every((length) => length === 3);
}
