import { hash } from 'node:crypto';

/** Base58 as Bitcoin has it (no 0, O, I, l), and Ripple's order of the same signs (xrpl.org, "Base58 Encodings"). */
export const BITCOIN = valuesOf('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz');
export const RIPPLE = valuesOf('rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz');

/** By the code of a sign, its value; 255 where it is none. */
export type Alphabet = Uint8Array;

function valuesOf(signs: string): Alphabet {
  const values = new Uint8Array(128).fill(255);
  for (let value = 0; value < signs.length; value++) values[signs.charCodeAt(value)] = value;
  return values;
}

const CHECKSUM = 4;

/**
 * The payload of `text`, which must decode to `length` bytes of which the last four are the head of the doubled SHA-256 of the
 * others (Base58Check, en.bitcoin.it/wiki/Base58Check_encoding); `undefined` where it does not.
 */
export function decodeBase58Check(text: string, alphabet: Alphabet, length: number): Uint8Array | undefined {
  const bytes = decodeBase58(text, alphabet, length);
  if (bytes === undefined) return undefined;
  const payload = bytes.subarray(0, length - CHECKSUM);
  const digest = hash('sha256', hash('sha256', payload, 'buffer'), 'buffer');
  for (let place = 0; place < CHECKSUM; place++) {
    if (digest[place] !== bytes[length - CHECKSUM + place]) return undefined;
  }
  return payload;
}

/** The number that `text` is, as `length` bytes, the highest first; `undefined` where it has another sign or is larger. */
export function decodeBase58(text: string, alphabet: Alphabet, length: number): Uint8Array | undefined {
  const bytes = new Uint8Array(length);
  let lowest = length;
  for (let place = 0; place < text.length; place++) {
    let carry = alphabet[text.charCodeAt(place)] ?? 255;
    if (carry === 255) return undefined;
    let at = length - 1;
    for (; at >= lowest || carry > 0; at--) {
      if (at < 0) return undefined;
      carry += 58 * (bytes[at] ?? 0);
      bytes[at] = carry & 255;
      carry >>= 8;
    }
    lowest = at + 1;
  }
  return bytes;
}
