import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { UNDETERMINED } from './languageCode.ts';

type Eld = typeof import('eld/small');

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

/**
 * The language of `prose` (a sentence or a few, without code and addresses) as an ISO 639-1 code, or `und`.
 * Fewer than `minLetters` letters, marks included, are not judged unless the script decides. Indonesian comes out as
 * Malay (`ms`).
 */
export function detectLanguage(prose: string, minLetters: number): string {
  const byScript = languageOfScript(prose);
  if (byScript !== undefined) return byScript;
  if ((prose.match(/[\p{L}\p{M}]/gu)?.length ?? 0) < minLetters) return UNDETERMINED;
  const guess = loadEld().eld.detect(prose);
  return guess.isReliable() ? guess.language : UNDETERMINED;
}

/** The language whose own script writes at least half of `prose`. */
function languageOfScript(prose: string): string | undefined {
  if (!/[\u0370-\u03ff\u0530-\u05ff\u0980-\uffff]/.test(prose)) return undefined;
  const letters = prose.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, count] of countByLanguage(prose)) {
    const others = letters - count;
    if (count >= MIN_SIGNS && count * (IDEOGRAPHIC.has(language) ? WEIGHT_OF_IDEOGRAPH : 1) >= others) return language;
  }
  return undefined;
}

/** How many letters of `prose` each language's script has; Han counts as Japanese where there are kana beside it. */
function countByLanguage(prose: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of prose.match(/\p{L}/gu) ?? []) {
    const code = letter.charCodeAt(0);
    if (code < 0x0370) continue;
    const language = BLOCKS.find(([first, last]) => first <= code && code <= last)?.[2];
    if (language !== undefined) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const kana = counts.get('ja') ?? 0;
  const both = kana + (counts.get('zh') ?? 0);
  if (kana > 0) {
    counts.set('ja', kana >= MIN_KANA_SHARE * both ? both : 0);
    counts.set('zh', kana >= MIN_KANA_SHARE * both ? 0 : both);
  }
  return counts;
}

let loaded: Eld | undefined;

/** Loads the tables at the first use only: it takes a quarter of a second, and a log that names its languages needs none. */
function loadEld(): Eld {
  if (loaded === undefined) {
    const eld: Eld = createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/small')));
    loaded = eld;
  }
  return loaded;
}
