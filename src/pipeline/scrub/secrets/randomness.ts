/**
 * Least entropy of a text that is random, in bits a character, by its alphabet, as Yelp's detect-secrets has it by default for
 * hexadecimal digits (3.0); for all letters and digits ours is lower than its 4.5, which 32 characters barely reach: a name
 * beside the value has said already that it is a secret.
 */
const MIN_HEX_ENTROPY = 3;
const MIN_ENTROPY = 3.3;

/** Fewest characters of an API key or token: no issuer has fewer. Ours. */
const MIN_RANDOM = 16;

/** All 0 between two calls. */
const counts = new Uint16Array(128);

/**
 * Whether `value`, which a name such as "token" stands before, was drawn by a machine: long enough, of letters and digits,
 * of many kinds, and not made of words with a number at the end. Linear.
 */
export function isRandomValue(value: string): boolean {
  if (value.length < MIN_RANDOM || !/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (isMadeOfWords(value)) return false;
  return entropyOf(value) >= (/^[0-9a-fA-F-]+$/.test(value) ? MIN_HEX_ENTROPY : MIN_ENTROPY);
}

/** `some-long-name-1`, `getElementsByTagName2`: digits at the end only, and before them words. */
function isMadeOfWords(value: string): boolean {
  const words = value.replace(/[0-9]{1,6}$/, '');
  if (/[0-9+/=~]/.test(words)) return false;
  const count = words.match(/[A-Z]+|(?<![A-Za-z])[a-z]/g)?.length ?? 0;
  return words.length >= MIN_WORD * count;
}

/** Ours: names in code have five letters a word on average; of random values with digits one in 300 is taken for one. */
const MIN_WORD = 4;

/** Shannon's entropy of the characters of `value`, in bits a character; all that is not ASCII counts as one character. */
export function entropyOf(value: string): number {
  for (let at = 0; at < value.length; at++) {
    const code = Math.min(value.charCodeAt(at), 127);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  let bits = 0;
  for (let at = 0; at < value.length; at++) {
    const code = Math.min(value.charCodeAt(at), 127);
    const share = (counts[code] ?? 0) / value.length;
    if (share > 0) bits -= share * Math.log2(share);
    counts[code] = 0;
  }
  return bits;
}

/**
 * Not `sk-your-api-key-goes-here` nor `ghp_xxxxxxxx…`, which belong into an example. Ours: the last 16 characters are of
 * at least 6 kinds, and have two digits or both capitals and small letters; one random key in a million has neither.
 */
export function looksIssued(token: string): boolean {
  const tail = token.slice(-16);
  if (new Set(tail).size < 6) return false;
  return /[0-9].*[0-9]/.test(tail) || (/[a-z]/.test(tail) && /[A-Z].*[A-Z]/.test(tail)) || /^A[KSBC][IC]A/.test(token);
}
