/** The rows of letters on the keyboards that most people have: US, German, French (ISO/IEC 9995 layouts) and Russian (GOST 6431). */
const LAYOUTS: readonly (readonly string[])[] = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'],
  ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
];
/** Ours: fingers that run over keys skip one now and then. */
const FARTHEST = 2;
const VOWELS = /[aeiouyæœøıаеёиоуыэюяіїєўαεηιουω]/;

/** Letters below U+0500 are told apart; those on no keyboard have the number 0. */
const LETTERS = 0x500;
const KEYS = [...new Set(LAYOUTS.flat().join(''))];
const KEY_OF = new Uint8Array(LETTERS);
for (const [place, letter] of KEYS.entries()) {
  for (const each of [letter, letter.toUpperCase()]) KEY_OF[each.charCodeAt(0)] = place + 1;
}

/** For two keys, by number: for each layout on which they lie beside each other a 1 in bits of its own, so that sums of it count. */
const SIDE = KEYS.length + 1;
const NEAR_OF_FIRST = new Uint32Array(SIDE * SIDE);
/** The same for the other layouts. */
const NEAR_OF_OTHERS = new Uint32Array(SIDE * SIDE);
/** Bits of a sum for each layout, two in one number: enough for `MOST_UNITS` pairs. */
const COUNT_BITS = 15;
const COUNT_MASK = (1 << COUNT_BITS) - 1;
const MOST_UNITS = COUNT_MASK;
for (const [layout, rows] of LAYOUTS.entries()) {
  for (const row of rows) {
    for (let one = 0; one < row.length; one++) {
      for (let other = 0; other < row.length; other++) {
        if (one === other || Math.abs(one - other) > FARTHEST) continue;
        const place = keyOf(row, one) * SIDE + keyOf(row, other);
        const near = layout < 2 ? NEAR_OF_FIRST : NEAR_OF_OTHERS;
        near[place] = (near[place] ?? 0) | (1 << (COUNT_BITS * (layout % 2)));
      }
    }
  }
}

function keyOf(row: string, at: number): number {
  return KEY_OF[row.charCodeAt(at)] ?? 0;
}

const OTHER = 0;
const CONSONANT = 1;
const VOWEL = 2;
const CAPITAL = 4;
const KINDS = Uint8Array.from({ length: LETTERS }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (!/\p{L}/u.test(letter)) return OTHER;
  const [base = letter] = letter.toLowerCase().normalize('NFD');
  return (VOWELS.test(base) ? VOWEL : CONSONANT) | (/\p{Lu}/u.test(letter) ? CAPITAL : 0);
});

/** What the letters of a text (Latin, Greek, Cyrillic) are like; shares are 0 where there is nothing to share. */
export interface Typing {
  readonly letters: number;
  /** Letters of other scripts, and digits. */
  readonly others: number;
  readonly vowelShare: number;
  readonly capitalShare: number;
  /** Share of the pairs of different letters within words that lie beside each other on a keyboard, on the one that fits best. */
  readonly neighbourShare: number;
}

/** Reads the first `most` units of `text` (32767 at most), once. */
export function typingOf(text: string, most: number): Typing {
  let letters = 0;
  let others = 0;
  let vowels = 0;
  let capitals = 0;
  let pairs = 0;
  let first = 0;
  let second = 0;
  let before = 0;
  const end = Math.min(text.length, most, MOST_UNITS);
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    const kind = unit < LETTERS ? (KINDS[unit] ?? OTHER) : OTHER;
    if (kind === OTHER) {
      before = 0;
      if (unit >= LETTERS || (unit >= 0x30 && unit <= 0x39)) others++;
      continue;
    }
    letters++;
    vowels += (kind & VOWEL) >> 1;
    capitals += (kind & CAPITAL) >> 2;
    if (before !== 0 && before !== unit) {
      pairs++;
      const place = (KEY_OF[before] ?? 0) * SIDE + (KEY_OF[unit] ?? 0);
      first += NEAR_OF_FIRST[place] ?? 0;
      second += NEAR_OF_OTHERS[place] ?? 0;
    }
    before = unit;
  }
  return {
    letters,
    others,
    vowelShare: letters === 0 ? 0 : vowels / letters,
    capitalShare: letters === 0 ? 0 : capitals / letters,
    neighbourShare: pairs === 0 ? 0 : Math.max(greater(first), greater(second)) / pairs,
  };
}

/** The greater of the two counts in `sums`. */
function greater(sums: number): number {
  return Math.max(sums & COUNT_MASK, sums >> COUNT_BITS);
}
