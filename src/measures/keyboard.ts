/** The rows of letters on the keyboards that most people have: US, German, French (ISO/IEC 9995 layouts) and Russian (GOST 6431). */
const LAYOUTS: readonly (readonly string[])[] = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm'],
  ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
];
/** Ours: fingers that run over keys skip one now and then. */
const FARTHEST = 2;
/** Rows lie this far apart in a place, so that keys of two rows are never near. */
const ROW = 100;
const VOWELS = /[aeiouyæœøıаеёиоуыэюяіїєўαεηιουω]/;

/** Of each letter below U+0500: its place on every layout (0: not on it), and whether it is a vowel. */
const LETTERS = 0x500;
const PLACES = LAYOUTS.map((rows) => {
  const places = new Int16Array(LETTERS);
  for (const [row, keys] of rows.entries()) {
    for (const [key, letter] of [...keys].entries()) {
      for (const each of [letter, letter.toUpperCase()]) places[each.charCodeAt(0)] = (row + 1) * ROW + key;
    }
  }
  return places;
});

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

/** Reads the first `most` units of `text`, once. */
export function typingOf(text: string, most: number): Typing {
  let letters = 0;
  let others = 0;
  let vowels = 0;
  let capitals = 0;
  let pairs = 0;
  const neighbours = PLACES.map(() => 0);
  let before = 0;
  for (let at = 0; at < Math.min(text.length, most); at++) {
    const unit = text.charCodeAt(at);
    const kind = KINDS[unit] ?? OTHER;
    if (kind === OTHER) {
      before = 0;
      if (unit >= LETTERS || (unit >= 0x30 && unit <= 0x39)) others++;
      continue;
    }
    letters++;
    if ((kind & VOWEL) !== 0) vowels++;
    if ((kind & CAPITAL) !== 0) capitals++;
    if (before !== 0 && before !== unit) {
      pairs++;
      for (let layout = 0; layout < PLACES.length; layout++) {
        if (areNear(PLACES[layout], before, unit)) neighbours[layout] = (neighbours[layout] ?? 0) + 1;
      }
    }
    before = unit;
  }
  return {
    ...{ letters, others },
    vowelShare: letters === 0 ? 0 : vowels / letters,
    capitalShare: letters === 0 ? 0 : capitals / letters,
    neighbourShare: pairs === 0 ? 0 : Math.max(...neighbours) / pairs,
  };
}

function areNear(places: Int16Array | undefined, one: number, other: number): boolean {
  const first = places?.[one] ?? 0;
  const second = places?.[other] ?? 0;
  return first !== 0 && second !== 0 && Math.abs(first - second) <= FARTHEST;
}
