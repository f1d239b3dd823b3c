/** How far before and behind a date a word may stand that says it is one of birth. Ours: some six words. */
const BEFORE = 48;
const BEHIND = 24;

/**
 * Words that name the date, from forms in those languages; a sentence may end between them and it ("Your date of birth,
 * please? It's …").
 */
const NAMES = [
  'd\\.?o\\.?b\\.?|(?:birth|born)[ -]?(?:date|day)|b-?day|date of birth',
  'geburts(?:datum|tag)|geb\\.?(?:[ -]?dat(?:um|\\.))?',
  'date de naissance|anniversaire',
  'fecha de nac(?:imiento|\\.)|cumplea[ñn]os|data de nasc(?:imento|\\.)|anivers[áa]rio|data di nascita|compleanno',
  'geboorte(?:datum|dag)|verjaardag|f[øö]dsels?(?:dato|dag)|f[øö]delse(?:datum|dato|dag)|syntym[äa]aika',
  'do[ğg]um (?:tarih\\p{L}*|g[üu]n\\p{L}*)',
  'data urodzenia|datum narozen[íi]|sz[üu]let[ée]si|data na[șs]terii',
  'дата рождения|день рождения|дата народження|tanggal lahir|tgl lahir',
];

/** Verbs, which speak of their own sentence only. */
const VERBS = [
  'born(?: on| in)?|né|née|nato|nata|nac[ií]|naci[óo]|nacid[oa]|nascid[oa]|nasci|nasceu|geboren|geb\\.|do[ğg]du(?:m|n|k|ş)?',
  'do[ğg]umlu(?:yum|y[uü]m)?|urodzon[ya]|urodzi[łl](?:em|am|a)?|f[øö]dd?t?|narozen[aý]?|született|syntynyt|n[ăa]scut[ăa]?',
  'родил(?:ся|ась)|народи(?:вся|лася)|lahir',
];

/** Verbs that come behind the date: "am 12.5.1990 geboren", "12.05.1990 doğumluyum". */
const VERBS_BEHIND = ['geboren|do[ğg]du(?:m|n|k|ş)?|do[ğg]umlu(?:yum|y[uü]m)?|született|syntynyt|fødd?t?|född'];

/** Languages that put no space between words. */
const UNSPACED = /生年月日|誕生日|生まれ|出生|生日|생년월일|생일|태어|출생|تاريخ الميلاد|مواليد|وُلد|जन्म/u;

const LEFT = '(?<![\\p{L}\\p{N}])';
const NAME = new RegExp(`${LEFT}(?:${NAMES.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
const VERB = new RegExp(`${LEFT}(?:${VERBS.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const VERB_BEHIND = new RegExp(`${LEFT}(?:${VERBS_BEHIND.join('|')})(?![\\p{L}\\p{N}])`, 'iu');

const BLANK_LINE = /\n[ \t]*\r?\n/;
/** The end of a sentence, but not behind a short word such as "ca." or a number. */
const SENTENCE_END = /(?:[\p{L}]{3}\.|[!?。！？])\s/u;

/**
 * Whether the words near the date at `start` to `end` say that somebody was born then; those before `since`, where the
 * date before it ends, speak of that.
 */
export function isOfBirth(text: string, start: number, end: number, since: number): boolean {
  const before = lastPart(text.slice(wordStart(text, Math.max(since, start - BEFORE)), start), BLANK_LINE);
  if (NAME.test(before) || UNSPACED.test(before)) return true;
  if (VERB.test(before) && VERB.test(lastPart(before, SENTENCE_END))) return true;
  const behind = firstPart(text.slice(end, end + BEHIND), SENTENCE_END);
  return NAME.test(behind) || UNSPACED.test(behind) || VERB_BEHIND.test(behind);
}

function firstPart(text: string, border: RegExp): string {
  const end = text.search(border);
  return end < 0 ? text : text.slice(0, end);
}

function lastPart(text: string, border: RegExp): string {
  return border.test(text) ? (text.split(border).at(-1) ?? '') : text;
}

/** The next place from `position` on where a word begins, so that no word is taken for one because its head was cut off. */
function wordStart(text: string, position: number): number {
  if (position <= 0) return 0;
  let at = position;
  while (at < position + BEFORE && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) at++;
  return at;
}
