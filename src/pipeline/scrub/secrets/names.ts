import { endingsOf, mayEnd } from './endings.ts';

/**
 * What a name says of the value behind it: `password`, that it is a secret, however short; `token`, that it is one if it looks
 * random; `key`, which names much else, that it is one if it is long as well.
 */
export type SecretKind = 'password' | 'token' | 'key';

interface SecretName {
  readonly name: string;
  readonly kind: SecretKind;
  /** Not at the end of a longer word: "pass" is no part of "bypass". */
  readonly whole: boolean;
}

/** In the languages that chatbots hear most, as people write them beside a value; Turkish with its ending for "my". Ours. */
const NAMES: readonly SecretName[] = [
  ...named('password', false, [
    'password',
    'passwd',
    'passphrase',
    'passcode',
    ...['pass word', 'pass phrase', 'pass code'],
    ...['passwort', 'passwörter', 'kennwort', 'passord', 'wachtwoord', 'lösenord', 'adgangskode', 'salasana'],
    ...['contraseña', 'contrasena', 'senha', 'palavra passe', 'mot de passe', 'parola', 'parolam', 'parolă'],
    ...['hasło', 'heslo', 'jelszó', 'şifre', 'şifrem', 'sifre', 'sifrem', 'пароль', 'пароля', 'κωδικός', 'mật khẩu'],
    ...[
      '密码',
      '密碼',
      '口令',
      'パスワード',
      '비밀번호',
      '암호',
      'كلمة المرور',
      'كلمة السر',
      'סיסמה',
      'पासवर्ड',
      'kata sandi',
    ],
  ]),
  ...named('password', true, ['pass', 'pwd', 'pswd', 'pw', 'mdp', 'clave', 'haslo', 'secret word']),
  ...named('token', false, ['secret', 'token', 'credential', 'credentials', 'apikey', 'accesskey', 'secretkey']),
  ...named('token', false, ['密钥', '密鑰', '令牌', 'токен', 'jeton', 'geheimnis']),
  ...named('token', true, [
    'api key',
    'access key',
    'secret key',
    'account key',
    'client key',
    'auth key',
    'private key',
  ]),
  ...named('token', true, ['signing key', 'encryption key', 'master key', 'license key', 'service key', 'shared key']),
  ...named('token', true, [
    'auth',
    'authorization',
    'bearer',
    'clé api',
    'clé secrète',
    'clave secreta',
    'api schlüssel',
  ]),
  ...named('key', true, ['key', 'sig', 'signature', 'schlüssel', 'ключ']),
];

function named(kind: SecretKind, whole: boolean, names: readonly string[]): SecretName[] {
  return names.map((name) => ({ name, kind, whole }));
}

/** By the last two letters of a name nearly every other word is told from all of them at once. */
const NAMES_BY_END = new Map<string, SecretName[]>();
for (const name of NAMES) {
  const end = name.name.slice(-2);
  NAMES_BY_END.set(end, [...(NAMES_BY_END.get(end) ?? []), name]);
}

const ENDINGS = endingsOf(NAMES.map(({ name }) => name));

/** Longest name with what belongs to it: `spring.datasource.hikari.password`. */
const MAX_NAME = 32;

/** Keys that everybody may know, and those of tables. */
const HARMLESS = /(?:public|primary|foreign|partition|sort|cache|idempotency|publishable|user|session) key$/;

/** What the name that ends at `end` says of the value behind it; `undefined` where it names no secret. */
export function secretKindBefore(text: string, end: number): SecretKind | undefined {
  if (!mayEnd(ENDINGS, text, end)) return undefined;
  const names = NAMES_BY_END.get(text.slice(end - 2, end).toLowerCase());
  if (names === undefined) return undefined;
  const before = text.slice(Math.max(0, end - MAX_NAME), end);
  const words = before.replace(/(?<=[a-z])(?=[A-Z])|[_-]+/g, ' ').toLowerCase();
  const found = names.find(({ name, whole }) => words.endsWith(name) && !(whole && isInsideWord(words, name)));
  return found === undefined || HARMLESS.test(words) ? undefined : found.kind;
}

function isInsideWord(words: string, name: string): boolean {
  return /[\p{L}\p{N}]/u.test(words.charAt(words.length - name.length - 1));
}
