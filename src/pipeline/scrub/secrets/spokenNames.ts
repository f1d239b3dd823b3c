import { endingsOf, mayEnd } from '../endings.ts';

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

/** In scripts that put no space between words: name, verb or sign, password; and what the first two end with. */
const ASIAN = /(?:密码|密碼|口令|パスワード|비밀번호)(?:是|为|為|は|는|:|=)? ?["'“]?$/;
const ASIAN_ENDS = '码碼令ド호是为為は는';
const ASIAN_REACH = 10;

/** Whether the word or sign right before `start` is one that a password stands behind; Chinese and Japanese have no words. */
export function mayFollowName(text: string, start: number): boolean {
  let end = start;
  if (isQuotation(text.charCodeAt(end - 1))) end--;
  if (text.charCodeAt(end - 1) === SPACE) end--;
  const last = text.charCodeAt(end - 1);
  if (last === COLON || last === EQUALS || last === ARROW) return true;
  if (last >= FIRST_OF_ASIA) return ASIAN_ENDS.includes(text.charAt(end - 1));
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

/** Whether what stands before `start` names what begins there a password: "my password for the wifi is", "密码:"; "pw" if `adjacent`. */
export function isNamedPassword(text: string, start: number, adjacent: boolean): boolean {
  const before = text.charCodeAt(start - 1);
  if (before !== SPACE && ASIAN.test(text.slice(Math.max(0, start - ASIAN_REACH), start))) return true;
  if (!mayBeNamed(text, start)) return false;
  const words = text.slice(Math.max(0, start - REACH), start).replace(/[ \t]*["'`“„«]?$/, '');
  return SPOKEN.test(words) || (adjacent && ADJACENT.test(words));
}

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
