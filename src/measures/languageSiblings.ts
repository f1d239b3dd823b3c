import { hashOfWord } from './wordHash.ts';
import { eachBlockOfWords, WORD_HASHES } from './wordScanner.ts';

/**
 * Languages so near each other that n-grams of four bytes mix them up in a sentence or two, a line a language: its code, then the
 * letters that not all of its siblings have, then common function words that not all of its siblings write so. What two of
 * them share stands in both lines and says nothing between these two. Letters are those of the alphabets in use
 * (Unicode CLDR, main exemplar characters); words are ours, from any grammar: particles, pronouns, forms of "to be".
 */
const FAMILIES: readonly string[] = [
  `no æø av og at å er fra ikke til etter hva jeg meg deg seg ble blir blitt nå mye noen noe uten opp ut inn gjennom mellom hun henne vår våre gjør sier fått uke hvis også eller inkl bør kan mer enn hvordan hver
   da æø af og at er fra ikke til efter hvad jeg mig dig sig blev bliver blevet nu meget nogen noget nogle uden op ud ind gennem mellem hun hende vores gør siger fået uge hvis også eller inkl bør kan mere end hvordan hver
   sv äö av efter vad jag mig dig sig blev blir blivit nu mycket någon något några utan upp ut in genom mellan hon henne vår våra gör säger fått vecka och att är från inte till också eller inkl ej bör kan mer än hur varje`,
  `cs ěřů jsem jsou jsme jste se si v je to jako nebo když co pro proto ještě byl byla bylo byli být který která které jen také více může není kdo mě mně mi s ze bude podle při mezi tak až
   sk ľĺŕäô som sú sme ste sa si v je to ako alebo keď čo pre preto ešte bol bola bolo boli byť ktorý ktorá ktoré len tiež viac môže nie kto ma mne mi s zo bude podľa pri medzi tak až`,
  `hi \u093c है हैं था थे थी हूँ हो का के की को में से और पर ने यह वह ये नहीं क्या भी तो कि इस उस एक जो कर लिए गया ही
   mr ळऱ आहे आहेत होता होते होती ला चा चे ची च्या मध्ये मधील आणि वर हा हे ही तो ती ते नाही काय पण की या त्या एक जे करून साठी झाले च`,
  `ru ыэёъйщьюя и в не на я что это как но из у за был была так его ее мы вы ты он она они к с со о же бы от для по или все есть
   be ыэёўійьюя і ў у не на я што гэта як але з за быў была так яго яе мы вы ты ён яна яны к са аб жа бы ад для па або усе ёсць
   uk іїєґйщьюя і й в у не на я що це як але з із за був була так його її ми ви ти він вона вони до зі про ж б від для по або всі є
   bg ъйщюя и в във не на аз че това как но от за беше така го ние вие ти той тя те към с със е са да се ще по или всички има
   sr јљњћђџ и у не на ја што то како али из са за је био тако га ми ви ти он она они ка су да се ће по или сви има од`,
];

/**
 * Words that Malay has and Indonesian has not, or writes otherwise (`bahwa`, `karena`); such as mean something else there (`pejabat`,
 * `polis`) are left out. Ours, from general knowledge of the two standard spellings.
 */
const MALAY_WORDS: ReadonlySet<number> = new Set(
  'bahawa kerana adakah sahaja mahu cuba beza berbeza syarikat maklumat universiti kualiti aktiviti telefon basikal manakala sekiranya'
    .split(' ')
    .map(hashOfWord),
);

/** Every letter of FAMILIES has a lower code. */
const LETTER_CODES = 0x1000;

interface Family {
  readonly languages: readonly string[];
  /** By the code of a letter: a bit for each of the languages that have it, 0 for letters that all have or none. */
  readonly letters: Uint8Array;
  /** The same by the hash of a word. */
  readonly words: ReadonlyMap<number, number>;
}

const FAMILY_OF = new Map(FAMILIES.map(familyOf).flatMap((family) => family.languages.map((code) => [code, family])));

/**
 * Which of a language's near relatives `prose` is in, by the letters and words that tell them apart; `language` itself
 * where nothing speaks for another one. Malay without a word that only Malay has is Indonesian (`id`), which the tables lack: text on
 * the web is Indonesian some twenty times as often (Common Crawl, statistics of languages).
 */
export function amongSiblings(language: string, prose: string): string {
  if (language === 'ms') return isMalay(prose) ? 'ms' : 'id';
  const family = FAMILY_OF.get(language);
  return family === undefined ? language : mostVotes(family, language, prose);
}

/** How many letters and words have each set of bits; used again for every text. */
const counts = new Uint32Array(1 << 5);

function mostVotes({ languages, letters, words }: Family, guessed: string, prose: string): string {
  const text = prose.toLowerCase();
  counts.fill(0);
  for (let at = 0; at < text.length; at++) count(letters[text.charCodeAt(at)] ?? 0);
  eachBlockOfWords(text, (length) => {
    for (let word = 0; word < length; word++) count(words.get(WORD_HASHES[word] ?? 0) ?? 0);
  });
  const votes = languages.map((_, place) => votesOf(place));
  const most = Math.max(...votes);
  const own = votes[languages.indexOf(guessed)] ?? 0;
  return own === most ? guessed : (languages[votes.indexOf(most)] ?? guessed);
}

function count(bits: number): void {
  counts[bits] = (counts[bits] ?? 0) + 1;
}

function votesOf(place: number): number {
  let votes = 0;
  for (let bits = 0; bits < counts.length; bits++) if (((bits >> place) & 1) === 1) votes += counts[bits] ?? 0;
  return votes;
}

function isMalay(prose: string): boolean {
  let found = false;
  eachBlockOfWords(prose.toLowerCase(), (length) => {
    for (let word = 0; word < length; word++) if (MALAY_WORDS.has(WORD_HASHES[word] ?? 0)) found = true;
  });
  return found;
}

function familyOf(lines: string): Family {
  const members = lines.split('\n').map((line) => line.trim().split(' '));
  const letters = new Uint8Array(LETTER_CODES);
  const words = new Map<number, number>();
  for (const [place, [, alphabet = '', ...list]] of members.entries()) {
    for (let at = 0; at < alphabet.length; at++) {
      const code = alphabet.charCodeAt(at);
      letters[code] = (letters[code] ?? 0) | (1 << place);
    }
    for (const word of list.map(hashOfWord)) words.set(word, (words.get(word) ?? 0) | (1 << place));
  }
  return { languages: members.map(([code = '']) => code), letters, words };
}
