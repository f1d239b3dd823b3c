import { endingsOf, mayEnd } from '../endings.ts';

/**
 * What a name says of the value behind it: `password`, that it is a secret, however short; `token`, that it is one if it looks
 * random; `key`, which names much else, that it is one if it is long as well.
 */
export type SecretKind = 'password' | 'token' | 'key';

interface SecretName {
  /** The last word of the name, in small letters. */
  readonly word: string;
  /** What it says; `undefined` where it says nothing without one of the words below before it. */
  readonly kind?: SecretKind | undefined;
  /** Also at the end of a longer word: "dbpassword"; but "pass" is no part of "bypass". */
  readonly inside?: true;
  /** What it says behind these words; `undefined`, that it is none. */
  readonly behind?: ReadonlyMap<string, SecretKind | undefined>;
}

/** In the languages that chatbots hear most, as people write them beside a value; Turkish with its ending for "my". Ours. */
const INSIDE: readonly (readonly [SecretKind, string])[] = [
  [
    'password',
    'password passwd passphrase passcode passwort kennwort passord wachtwoord lösenord adgangskode salasana',
  ],
  ['password', 'contraseña contrasena senha parola parolam parolă hasło heslo jelszó şifre şifrem sifre sifrem'],
  ['password', 'пароль пароля κωδικός 密码 密碼 口令 パスワード 비밀번호 암호 סיסמה पासवर्ड'],
  ['token', 'secret token credential credentials apikey accesskey secretkey 密钥 密鑰 令牌 токен jeton geheimnis'],
];
const WHOLE: readonly (readonly [SecretKind, string])[] = [
  ['password', 'pass pwd pswd pw mdp clave haslo'],
  ['token', 'auth authorization bearer'],
  ['key', 'sig signature'],
];

/** Words that become a name behind another word. The last of a key: everybody may know those, or they are of tables. */
const SECRET_KEYS =
  'api access secret account client auth private signing encryption master license service shared deploy';
const HARMLESS_KEYS = 'public primary foreign partition sort cache idempotency publishable user session object';
const PHRASES: readonly SecretName[] = [
  {
    word: 'key',
    kind: 'key',
    behind: new Map([...said('token', SECRET_KEYS), ...said(undefined, HARMLESS_KEYS)]),
  },
  { word: 'schlüssel', kind: 'key', behind: said('token', 'api') },
  { word: 'api', behind: said('token', 'clé') },
  { word: 'secrète', behind: said('token', 'clé') },
  { word: 'secreta', behind: said('token', 'clave') },
  { word: 'passe', behind: said('password', 'de palavra') },
  ...['word', 'phrase', 'code'].map((word) => ({ word, behind: said('password', 'pass') })),
  { word: 'khẩu', behind: said('password', 'mật') },
  { word: 'sandi', behind: said('password', 'kata') },
  ...['المرور', 'السر'].map((word) => ({ word, behind: said('password', 'كلمة') })),
];

function said(kind: SecretKind | undefined, words: string): Map<string, SecretKind | undefined> {
  return new Map(words.split(' ').map((word) => [word, kind]));
}

const NAMES: readonly SecretName[] = [
  ...INSIDE.flatMap(([kind, words]) => words.split(' ').map((word) => ({ word, kind, inside: true as const }))),
  ...WHOLE.flatMap(([kind, words]) => words.split(' ').map((word) => ({ word, kind }))),
  ...PHRASES,
];

/** By the last two letters of a name nearly every other word is told from all of them at once. */
const NAMES_BY_END = new Map<string, SecretName[]>();
for (const name of NAMES) {
  const end = name.word.slice(-2);
  NAMES_BY_END.set(end, [...(NAMES_BY_END.get(end) ?? []), name]);
}
const ENDINGS = endingsOf(NAMES.map(({ word }) => word));

/** What the name that ends at `end` says of the value behind it; `undefined` where it names no secret. */
export function secretKindBefore(text: string, end: number): SecretKind | undefined {
  if (!mayEnd(ENDINGS, text, end)) return undefined;
  const names = NAMES_BY_END.get(text.slice(end - 2, end).toLowerCase());
  if (names === undefined) return undefined;
  for (const { word, kind, inside, behind } of names) {
    const start = end - word.length;
    if (text.slice(start, end).toLowerCase() !== word) continue;
    if (inside !== true && isInsideWord(text, start)) continue;
    const before = behind === undefined ? '' : wordBefore(text, start);
    return behind?.has(before) === true ? behind.get(before) : kind;
  }
  return undefined;
}

/** Behind a letter or digit, unless a capital begins a word there, as in `dbPass`. */
function isInsideWord(text: string, start: number): boolean {
  const before = text[start - 1] ?? '';
  return /[\p{L}\p{N}]/u.test(before) && !(/[a-z0-9]/.test(before) && /[A-Z]/.test(text[start] ?? ''));
}

/** Longest word before a name. */
const MAX_WORD = 14;

/** `secret_access_` has "access" before its end, and so has `secretAccess`; in small letters. */
function wordBefore(text: string, end: number): string {
  const words = /[ _-]/.test(text[end - 1] ?? '') ? end - 1 : end;
  const word = /(?:[\p{Lu}]?[\p{Ll}]+|[\p{Lu}]+|\p{Lo}+)$/u.exec(text.slice(Math.max(0, words - MAX_WORD), words));
  return word?.[0].toLowerCase() ?? '';
}
