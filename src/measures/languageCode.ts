/** The code for a language that is not known (ISO 639-2, "undetermined"). */
export const UNDETERMINED = 'und';

/**
 * The commonest languages by the names that logs give them: English name, some native names, ISO 639-2 and 639-3 codes, and codes of members
 * that count as the whole (all Chinese is `zh`, both forms of Norwegian are `no`). One line a language, ISO 639-1 first.
 */
const LANGUAGES = `
ar arabic ara arb
az azerbaijani aze
bg bulgarian bul
bn bengali bangla ben
ca catalan cat
cs czech ces cze
da danish dansk dan
de german deutsch deu ger
el greek ell gre
en english eng
es spanish castilian espanol spa
et estonian est
fa persian farsi fas per
fi finnish suomi fin
fr french francais fra fre
gu gujarati guj
he hebrew heb iw
hi hindi hin
hr croatian hrv
hu hungarian hun
id indonesian ind in
it italian italiano ita
ja japanese jpn jp
ka georgian kat geo
kk kazakh kaz
ko korean kor kr
lt lithuanian lit
lv latvian lav
mr marathi mar
ms malay msa may
nl dutch flemish nederlands nld dut
no norwegian norsk nor nb nob bokmal nn nno nynorsk
pl polish polski pol
pt portuguese portugues por
ro romanian moldovan ron rum mo
ru russian rus
sk slovak slk slo
sl slovenian slovene slv
sq albanian sqi alb
sr serbian srp
sv swedish svenska swe
sw swahili swa
ta tamil tam
te telugu tel
th thai tha
tl tagalog filipino tgl fil
tr turkish turkce tur
uk ukrainian ukr ua
ur urdu urd
vi vietnamese vie
zh chinese mandarin cantonese zho chi cmn yue cn`;

const CODE_OF = new Map<string, string>();
for (const line of LANGUAGES.trim().split('\n')) {
  const [code = '', ...names] = line.split(' ');
  for (const name of [code, ...names]) CODE_OF.set(name, code);
}

/** A code with or without region and script: `en`, `en-US`, `zh_Hant_TW`, `de_DE.UTF-8`. */
const CODE = /^([a-z]{2,3})(?:[-_.@][a-z\d_.@-]*)?$/;

/** Codes of ISO 639-2 that name no language, and words that look like codes. */
const NO_LANGUAGE = new Set([UNDETERMINED, 'mul', 'mis', 'zxx', 'na', 'nan', 'nil', 'all', 'any', 'xx', 'xxx', 'unk']);

/**
 * Brings what a log says of a language ("EN", "en-US", "pt_br", "English (UK)", "Brazilian Portuguese") to its ISO 639-1
 * code; a code that is not in the table is kept. `undefined` where the label says nothing that can be understood.
 */
export function languageCode(label: string): string | undefined {
  const plain = label.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const code = CODE.exec(plain)?.[1];
  if (code !== undefined) return CODE_OF.get(code) ?? (NO_LANGUAGE.has(code) ? undefined : code);
  const name = plain.split(/[^a-z]+/).find((word) => word.length > 3 && CODE_OF.has(word));
  return name === undefined ? undefined : CODE_OF.get(name);
}
