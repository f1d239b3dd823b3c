/** Ours: fewer signs may be one borrowed word or a formula. */
const MIN_SIGNS = 4;
/** Ours: Chinese borrows a kana now and then (の); in Japanese they are every second sign. */
const MIN_KANA_SHARE = 0.1;
/** Ours: a sign of these scripts says as much as two or three Latin letters. */
const WEIGHT_OF_IDEOGRAPH = 2;
const IDEOGRAPHIC = new Set(['ja', 'ko', 'zh']);

/** Unicode blocks of the scripts that tell the language by themselves, from the lowest to the highest code point. */
const BLOCKS: readonly (readonly [first: number, last: number, language: string])[] = [
  [0x0370, 0x03ff, 'el'],
  [0x0530, 0x058f, 'hy'],
  [0x0590, 0x05ff, 'he'],
  [0x0980, 0x09ff, 'bn'],
  [0x0a00, 0x0a7f, 'pa'],
  [0x0a80, 0x0aff, 'gu'],
  [0x0b00, 0x0b7f, 'or'],
  [0x0b80, 0x0bff, 'ta'],
  [0x0c00, 0x0c7f, 'te'],
  [0x0c80, 0x0cff, 'kn'],
  [0x0d00, 0x0d7f, 'ml'],
  [0x0d80, 0x0dff, 'si'],
  [0x0e00, 0x0e7f, 'th'],
  [0x0e80, 0x0eff, 'lo'],
  [0x0f00, 0x0fff, 'bo'],
  [0x1000, 0x109f, 'my'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1100, 0x11ff, 'ko'],
  [0x1200, 0x139f, 'am'],
  [0x1780, 0x17ff, 'km'],
  [0x1f00, 0x1fff, 'el'],
  [0x3041, 0x30ff, 'ja'],
  [0x3400, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
];

/** What a code point is, as one number: OTHER, MARK, LETTER, or above them the place of its language in LANGUAGES. */
const OTHER = 1;
const MARK = 2;
const LETTER = 3;
const FIRST_LANGUAGE = 4;
const LANGUAGES = [...new Set(BLOCKS.map(([, , language]) => language))];
const JAPANESE = FIRST_LANGUAGE + LANGUAGES.indexOf('ja');
const CHINESE = FIRST_LANGUAGE + LANGUAGES.indexOf('zh');

/** One byte a code point, filled as characters are met (0: not met yet), so that a start costs nothing. */
const known = new Uint8Array(0x110000);
/** How many letters there are of each of those numbers; used again for every text. */
const counts = new Uint32Array(FIRST_LANGUAGE + LANGUAGES.length);

export interface Letters {
  /** Letters, and the marks that belong to them. */
  readonly count: number;
  /** The language whose own script writes at least half of the text: ISO 639-1. */
  readonly language: string | undefined;
}

/** Looks at the letters of `prose` only, not at its words. */
export function lettersOf(prose: string): Letters {
  counts.fill(0);
  /** In the order of the text, since of two languages that fit the first one is taken. */
  const scripts: number[] = [];
  let letters = 0;
  for (let at = 0; at < prose.length; at++) {
    const codePoint = prose.codePointAt(at) ?? 0;
    if (codePoint > 0xffff) at++;
    const kind = known[codePoint] || look(codePoint);
    if (kind >= FIRST_LANGUAGE && counts[kind] === 0) scripts.push(kind);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind >= LETTER) letters++;
  }
  return { count: letters + (counts[MARK] ?? 0), language: languageOf(scripts, letters) };
}

function languageOf(scripts: readonly number[], letters: number): string | undefined {
  if (scripts.includes(JAPANESE)) shareHan();
  for (const script of scripts) {
    const language = LANGUAGES[script - FIRST_LANGUAGE] ?? '';
    const count = counts[script] ?? 0;
    const others = letters - count;
    if (count >= MIN_SIGNS && count * (IDEOGRAPHIC.has(language) ? WEIGHT_OF_IDEOGRAPH : 1) >= others) return language;
  }
  return undefined;
}

/** Han counts as Japanese where there are enough kana beside it, and they count as Chinese where there are not. */
function shareHan(): void {
  const kana = counts[JAPANESE] ?? 0;
  const both = kana + (counts[CHINESE] ?? 0);
  const isJapanese = kana >= MIN_KANA_SHARE * both;
  counts[JAPANESE] = isJapanese ? both : 0;
  counts[CHINESE] = isJapanese ? 0 : both;
}

function look(codePoint: number): number {
  const kind = kindOf(codePoint);
  known[codePoint] = kind;
  return kind;
}

function kindOf(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (/\p{M}/u.test(character)) return MARK;
  if (!/\p{L}/u.test(character)) return OTHER;
  const language = BLOCKS.find(([first, last]) => first <= codePoint && codePoint <= last)?.[2];
  return language === undefined ? LETTER : FIRST_LANGUAGE + LANGUAGES.indexOf(language);
}
