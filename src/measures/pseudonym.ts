import { createHash, createHmac } from 'node:crypto';

/** What a pseudonym looks like; an id of another form is none, whatever field it stands in. */
const PSEUDONYM = /^[0-9a-f]{16}$/;

export function isPseudonym(id: string): boolean {
  return id.length === 16 && PSEUDONYM.test(id);
}

/**
 * Makes the function by which user and session ids leave the program: the first 16 hexadecimal digits of SHA-256,
 * keyed (HMAC) when a key is given. Without a key, hashes of guessable ids can be reversed by trying ids.
 */
export function pseudonymizer(key: string | undefined): (id: string) => string {
  return (id) => {
    const hash = key === undefined || key === '' ? createHash('sha256') : createHmac('sha256', key);
    return hash.update(id).digest('hex').slice(0, 16);
  };
}

const FORM = /^[0-9a-f]{16}$/;

/** Whether `id` has the form that `pseudonymizer` gives; a raw id may have it, too. */
export function hasPseudonymForm(id: string): boolean {
  return FORM.test(id);
}

/**
 * Tells one key from another without telling the key: eight hexadecimal digits, `undefined` where there is no key. By
 * it one sees whether pseudonyms of earlier can be compared with those of now.
 */
export function keyMark(key: string | undefined): string | undefined {
  if (key === undefined || key === '') return undefined;
  return createHmac('sha256', key).update('curate: which key is this?').digest('hex').slice(0, 8);
}
