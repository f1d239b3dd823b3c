import type { Span } from '../detector.ts';
import { endingsOf, mayEnd } from './endings.ts';
import { isPlaceholder } from './placeholders.ts';

/** Fewest and most characters of a password, and farthest from its first digit that it may begin. Ours. */
const MIN_PASSWORD = 4;
const MAX_PASSWORD = 64;
const MAX_HEAD = 40;

/** How far before the password its name may stand. */
const REACH = 64;

const NAMES = [
  'pass ?(?:word|phrase|code|wd)|passwort|kennwort|wachtwoord|lösenord|passord|adgangskode|salasana|contraseña|contrasena',
  'clave|senha|palavra-passe|mot de passe|mdp|hasło|haslo|heslo|jelszó|parola(?:m|nız)?|şifre(?:m|miz)?|sifre(?:m|miz)?',
  'пароль|pwd|pw',
];
const NAME = `(?<![\\p{L}\\p{N}])(?:${NAMES.join('|')})`;

/** What stands before the password: "is", "was", "to" (as in "set it to") and their like, or a sign. */
const IS_WORDS =
  'is was now currently still to as are ist lautet war jetzt est era es é è eh jest je är er on это'.split(' ');
const IS = `(?:(?:${IS_WORDS.join('|')})|[:=]-?>?)`;

const SPOKEN = new RegExp(`${NAME}(?: [\\p{L}'’.-]{1,16}){0,4}?(?: ?${IS}){1,2} ?:?$`, 'iu');

/** Right behind its name: "pw hunter42", "şifrem kalem42". */
const ADJACENT = new RegExp(`${NAME}$`, 'iu');

/** The last word before a password. */
const IN_FRONT = new Set([
  ...IS_WORDS,
  ...'password passwort kennwort wachtwoord contraseña contrasena clave senha passe mdp passphrase passcode passwd pwd pw'.split(
    ' ',
  ),
  ...'parola parolam şifre şifrem sifre sifrem hasło haslo heslo пароль'.split(' '),
]);
const ENDINGS = endingsOf([...IN_FRONT].filter((word) => word.length > 1));

/** The last words of the names: where none stands before a number, the patterns need not be asked. */
const NAME_WORDS = new Set(
  [
    'password word phrase code wd passphrase passcode passwd passwort kennwort wachtwoord lösenord passord adgangskode',
    'salasana contraseña contrasena clave senha passe mdp hasło haslo heslo jelszó parola parolam parolanız şifre şifrem şifremiz',
    'sifre sifrem sifremiz пароль pwd pw',
  ]
    .join(' ')
    .split(' '),
);
const NAME_ENDINGS = endingsOf(NAME_WORDS);

const PASSWORD = new RegExp(`[^\\s"'\`“”„«»<>\\u3000-\\u9fff\\uac00-\\ud7af]{${MIN_PASSWORD},${MAX_PASSWORD}}`, 'y');

/**
 * Passwords in sentences: "my password is hunter42", "das Passwort lautet …", "密码是…"; found from their digits, as those
 * without are words like any other. Sorted, not overlapping.
 */
export function findSpokenPasswords(text: string, numbers: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let covered = 0;
  for (let place = 0; place < numbers.length; place++) {
    const { start: digit, end } = numbers[place] ?? NO_NUMBER;
    if (digit < covered) continue;
    const start = wordStart(text, digit, covered);
    covered = digit + 1;
    if (end - start < MIN_PASSWORD && !isSignAt(text, end)) continue;
    if (start === 0 || (isSignAt(text, start - 1) && !/[:=]/.test(text[start - 1] ?? ''))) continue;
    if (!mayFollow(text, start)) continue;
    PASSWORD.lastIndex = start;
    if (!PASSWORD.test(text)) continue;
    covered = PASSWORD.lastIndex;
    const password = text.slice(start, covered).replace(/[.,;:?*)\]}]+$/, '');
    if (isSpoken(text, start, password)) spans.push({ start, end: start + password.length });
  }
  return spans;
}

const NO_NUMBER: Span = { start: 0, end: 0 };

/** Where the word with the digit at `digit` in it begins. */
function wordStart(text: string, digit: number, floor: number): number {
  let start = digit;
  while (start > floor && digit - start < MAX_HEAD && isSignAt(text, start - 1)) start--;
  while (start < digit && (text[start] === ':' || text[start] === '=')) start++;
  return start;
}

/** ASCII but white space, quotation marks and angle brackets: the head of a password. */
function isSignAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 32 && code < 127 && code !== 34 && code !== 39 && code !== 96 && code !== 60 && code !== 62;
}

/** Whether the word or sign right before `start` is one that a password stands behind; Chinese and Japanese have no words. */
function mayFollow(text: string, start: number): boolean {
  let end = start;
  if (isQuotation(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end - 1) === SPACE) end--;
  const last = text.charCodeAt(end - 1);
  if (last === COLON || last === EQUALS || last === ARROW) return true;
  if (last >= FIRST_OF_ASIA) return true;
  if (!mayEnd(ENDINGS, text, end)) return false;
  return IN_FRONT.has(text.slice(letterStart(text, end), end).toLowerCase());
}

function isQuotation(code: number): boolean {
  return code === 34 || code === 39 || code === 96 || code === 0x201c || code === 0x201e || code === 0xab;
}

const SPACE = 32;
const COLON = 58;
const EQUALS = 61;
const ARROW = 62;
/** Behind the Latin and Cyrillic scripts (Unicode, blocks). */
const FIRST_OF_ASIA = 0x530;

function letterStart(text: string, end: number): number {
  let start = end;
  while (end - start < MAX_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

const MAX_WORD = 13;

function isLetter(code: number): boolean {
  return code >= 0xc0 || ((code | 32) >= 97 && (code | 32) <= 122);
}

function isSpoken(text: string, start: number, password: string): boolean {
  if (password.length < MIN_PASSWORD || isPlaceholder(password) || NO_PASSWORD.test(password)) return false;
  if (text.charCodeAt(start - 1) !== SPACE && ASIAN.test(text.slice(Math.max(0, start - ASIAN_REACH), start)))
    return true;
  if (!mayBeNamed(text, start)) return false;
  const before = text.slice(Math.max(0, start - REACH), start).replace(/[ \t]*["'`“„«]?$/, '');
  if (SPOKEN.test(before)) return true;
  return (NUMBER.test(password) || (password.length >= 6 && /[A-Za-z]/.test(password))) && ADJACENT.test(before);
}

/** A PIN or a one-time password. */
const NUMBER = /^[0-9]{4,12}$/;

/** In scripts that put no space between words: name, verb or sign, password. */
const ASIAN = /(?:密码|密碼|口令|パスワード|비밀번호)(?:是|为|為|は|는|:|=)? ?["'“]?$/;
const ASIAN_REACH = 10;

/** Whether a word before `start` is a name of a password: the patterns take a hundred times as long to say so. */
function mayBeNamed(text: string, start: number): boolean {
  const first = Math.max(1, start - REACH);
  for (let end = start; end > first; end--) {
    const last = text.charCodeAt(end - 1);
    if (last >= FIRST_OF_ASIA || !isLetter(last) || isLetter(text.charCodeAt(end))) continue;
    if (mayEnd(NAME_ENDINGS, text, end) && NAME_WORDS.has(text.slice(letterStart(text, end), end).toLowerCase()))
      return true;
  }
  return false;
}

/** A call, an element, an address, an ordinal or an amount. */
const NO_PASSWORD = /[([{]|:\/\/|^[0-9]{1,3}\D?$|^[0-9]{1,4}-[a-z]+$/;
