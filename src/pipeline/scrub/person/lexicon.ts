import { GIVEN_NAMES } from './givenNames.ts';
import { NAME_WORDS } from './nameWords.ts';
import { ORDINARY_WORDS } from './ordinaryWords.ts';
import { SURNAME_WORDS } from './surnameWords.ts';

/** `surname` is an ordinary word that is a surname behind a given name only. */
export type WordKind = 'given' | 'ordinary' | 'surname' | 'other';

/**
 * Words with a capital that are no names though they are never seen in small letters: days, months, peoples, languages,
 * parts of places and institutions, products. Ours: what stood behind a given name in public chats and was none.
 */
const NEVER_NAMES = `
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december i english french german spanish italian dutch turkish russian chinese japanese korean american
  british european african asian indian canadian australian mexican irish scottish roman greek latin christian christmas
  easter halloween university college school academy institute museum library hospital church cathedral palace airport
  station street avenue road park river lake mountain mount beach bay island islands valley city county state states kingdom
  republic union company inc corp corporation ltd llc gmbh group bank foundation association committee department ministry
  series theorem equation equations law laws effect method algorithm distribution transform equilibrium constant number
  award awards prize cup league tournament stadium festival day night show tv news times post journal magazine press
  javascript python java linux windows google microsoft amazon facebook twitter youtube ceo cto cfo usa uk eu
  lanka leone rica rico aviv minh kong zoo tower mosque antitrust cinematic orchestra elementary foundation airlines hotel
  adım ismim ben
  in on at is it he we my no so to of or an as be by do go if me up us am ii iii iv pm
`;

/** Behind a name that is then one of a place or an institution: Herbert Hoover Elementary School. */
const INSTITUTIONS = new Set(
  `school schools university college academy institute elementary high museum library hospital church cathedral palace airport
  station street st avenue ave road rd boulevard park bridge building foundation orchestra award awards prize cup stadium
  theatre theater center centre hall house company inc corp ltd llc group bank act theorem law effect hotel zoo mosque county
  apt suite fort`.split(/\s+/),
);

export function isInstitution(word: string): boolean {
  return INSTITUTIONS.has(word.toLowerCase());
}

/** Thirtytwo: a number written as one word, of which there are too many for a list. */
const NUMBER_WORD = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\p{L}+$/u;

/** FastChatBot: a product; MacDonald and DiCaprio have their second capital sooner. */
const CAMEL_CASE = /^\p{Lu}\p{Ll}{3,}\p{Lu}/u;

/** I'm, we've, don't. */
const CONTRACTION = /['’](?:m|s|ve|ll|d|re|t)$/;

let kinds: Map<string, WordKind> | undefined;

/** Made at the first name that is looked up. Given names go before ordinary words. */
function load(): Map<string, WordKind> {
  const made = new Map<string, WordKind>();
  for (const word of split(ORDINARY_WORDS)) made.set(word, 'ordinary');
  for (const word of split(GIVEN_NAMES)) made.set(word, 'given');
  for (const word of split(SURNAME_WORDS)) made.set(word, 'surname');
  for (const word of split(NEVER_NAMES)) made.set(word, 'ordinary');
  return made;
}

let nameWords: Set<string> | undefined;

/** Whether a given name is an ordinary word, too, and so none in small letters. */
export function isAlsoWord(word: string): boolean {
  nameWords ??= new Set(split(NAME_WORDS));
  return nameWords.has(word);
}

function split(words: string): string[] {
  return words.trim().split(/\s+/);
}

/** What a word is, with a capital or without; of two with a hyphen between them, what the first is. */
export function kindOf(word: string): WordKind {
  kinds ??= load();
  const small = word.toLowerCase();
  const kind = kinds.get(small);
  if (kind !== undefined) return kind;
  if (NUMBER_WORD.test(small) || CONTRACTION.test(small) || CAMEL_CASE.test(word)) return 'ordinary';
  const hyphen = small.indexOf('-');
  return hyphen > 1 ? (kinds.get(small.slice(0, hyphen)) ?? 'other') : 'other';
}

/**
 * Ends of surnames that say whose child one is, or of what place: Slavic, Nordic, Dutch, Finnish, Hungarian, Turkish,
 * Armenian, Georgian, Greek, Romanian, Spanish, German, Baltic. Ours, from grammars of those languages.
 */
const SURNAME_END =
  /\p{L}{2}(?:ová|ova|ov|ev|eva|ić|vić|vich|vych|ski|ská|ský|ska|cki|cka|czyk|czak|wicz|enko|chuk|sen|sson|sdóttir|dóttir|sdottir|nen|kainen|oğlu|oglu|yan|dze|shvili|poulos|opoulos|akis|idis|escu|ández|ínez|érez|guez|nández|mann|berg|stein|ström|qvist|quist|gaard|elli|etti|ucci|evičius|auskas|iņš)$/u;

/** Whether a word ends as surnames do and ordinary words seldom; it must be longer than that end. */
export function endsAsSurname(word: string): boolean {
  return word.length >= 5 && SURNAME_END.test(word);
}
