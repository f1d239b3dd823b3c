/** Marks of a gap to fill in, of a variable, of the tag and the mask of this stage, and one character over and over. Ours. */
const GAP =
  /^(?:[[{<(*].*|\$(?:[A-Za-z_]\w*$|[{(]).*|%[({sdv].*|%\w+%|@\w+|#\{.*|.*(?:\*{3}|\.{3}|…|•{2}|[xX]{3}|<[a-z]|\$\{|\{\{).*|[xX.*•_-]+|([^0-9])\1+)$/;

/** Words that what stands for a secret is made of, in examples, templates and schemas. Ours, from public chat corpora. */
const WORDS = new Set(
  [
    'a an the my your yours our some any new old user enter insert add put change replace here it me this with from env not is are',
    'must be to for and or actual real value as in of at least goes please same long super very really',
    'example sample dummy fake test default secure strong db database mysql postgres redis mongo root admin app service server',
    'string str text varchar char byte bytes int integer number num bool boolean object array any void self',
    'true false yes no null nil none undefined optional required empty hidden public private local remote',
    'password passwords passwd passphrase passcode pass pwd pw passwort kennwort contraseña contrasena clave senha parola şifre',
    'sifre mot de passe wachtwoord пароль secret secrets key keys token tokens api apikey access auth authorization client bearer',
    'basic credential credentials login account id name username email code hash hashed encrypted plain plaintext field input',
    'label type confirm confirmation reset forgot wrong incorrect correct invalid valid changeme openai anthropic aws azure google',
    'github gitlab slack stripe huggingface sha1 sha224 sha256 sha384 sha512 md5 bcrypt scrypt argon2 argon2i argon2id base64',
    'base32 utf8 hex aes aes128 aes256 rsa hmac hs256 rs256 jwt oauth oauth2 http https url',
  ]
    .join(' ')
    .split(' '),
);

/** More words than a placeholder has. Ours. */
const MAX_PARTS = 12;

/** Whether `value` stands for a secret and is none: `YOUR_API_KEY`, `<password>`, `****`, `changeme`, `my-secret-token`. */
export function isPlaceholder(value: string): boolean {
  if (GAP.test(value)) return true;
  const parts = value.split(/[\s_.:!-]+|(?<=[a-zà-ÿ])(?=[A-Z])/, MAX_PARTS);
  return parts.length < MAX_PARTS && parts.every(isPlaceholderWord);
}

function isPlaceholderWord(part: string): boolean {
  return part === '' || WORDS.has(part.toLowerCase()) || /^(?:v?[0-9]{1,2}|(?:your|my)[a-z]{2,16})$/i.test(part);
}
