import { wordSet } from '../wordSet.ts';

/** Words as one string; names of kinds of streets, small letters, without the dot of an abbreviation. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/**
 * What comes behind the name of a street whose number comes first: 12 Main Street. From USPS Publication 28, appendix C1,
 * without words that are mostly something else (park, green, hill, view, mile, pass, point, port, row, run, well, …), and British ones.
 */
export const BEHIND_NAME = wordSet(`
  alley aly avenue ave av avenida boulevard blvd bypass causeway circle cir close court ct cove coves crescent cres crossing
  drive dr drives drove esplanade estates expressway expy extension extensions flats forks freeway fwy gardens grove heights
  highway hwy junction lane ln loop manor meadows mews motorway parade parkway pkwy pike place pl plaza plz quay
  ridge road rd roads route square sq street st streets terrace ter terr trail trl turnpike tpke walk way wharf wynd
`);

/** Those of them that say so also in small letters: 12 main st. */
export const PLAIN = wordSet(
  'street st avenue ave road rd lane ln drive blvd boulevard court terrace crescent highway hwy',
);

/**
 * What comes before the name: Calle Mayor 12, 12 rue de la Paix, Via Roma 5, ul. Cicha 8. Spanish (RAE: abreviaturas of ways),
 * French (La Poste, norme AFNOR XP Z 10-011), Italian, Portuguese, Catalan, Polish, Czech, Russian, Romanian.
 */
export const BEFORE_NAME = wordSet(`
  calle avenida avda av paseo pº plaza plza camino carrer carretera ctra ronda travesía travesia glorieta urbanización rúa
  rue avenue ave boulevard bd place chemin allée allee allées impasse quai route cours passage sentier villa faubourg
  via viale piazza piazzale corso vicolo largo strada contrada borgo lungomare
  rua travessa praça praca alameda estrada rodovia beco
  ul ulica al aleja aleje os osiedle plac ulice náměstí nám třída улица ул проспект просп переулок пер бульвар strada str
`);

/** What stands between the name and the number: Villacher Strasse 89, Rákóczi út 13, Gül Sokak No: 5. */
export const BETWEEN = wordSet(`
  strasse straße str weg allee platz gasse ring damm ufer chaussee steig pfad promenade
  gate gata gatan gaten vei veien vej veg vegen väg vägen gade allé plads terrasse torg
  straat laan plein gracht kade dijk singel út utca u tér körút sétány
  sokak sokağı sok sk cadde caddesi cad cd bulvarı bulvar bulv blv
`);

/** Ends of one word that is a street: Hauptstraße 5. Those that ordinary words have too (ring, gate, hof, tie) are left out. */
const ENDINGS =
  'straße|strasse|strass|str|weg|allee|platz|gasse|damm|ufer|chaussee|steig|gatan|gaten|sgata|vägen|väg|vägar|vegen|veien|vei|vej|sgade|ergade|straat|laan|plein|gracht|kade|dijk|singel|katu|kuja|polku|ntie|stræti|gränd|stigen|bakken|haven|vænget|toften|utca|bulvarı|caddesi|sokağı';
export const GLUED = new RegExp(`\\p{L}{3}(?:${ENDINGS})$`, 'u');
/** Longest of them. */
export const MAX_WORD = 32;

/** Words between a kind of street and its name, or in the name, that have no capital. */
export const PARTICLES = words(`
  de del della dello dei degli delle di da do dos das du des la le les los las el en y e i et und an am der den dem im zur zum
  auf ved van von 't het of and sur sous aux à san santa d l
`);

/** Behind a number and before a kind of street, but no name: 3 hours drive, 5 minute walk. */
export const MEASURES = words(`
  hour hours minute minutes min mins day days week weeks month months year years second seconds mile miles km kilometers
  kilometres meter meters metres feet foot ft yards percent dollars euros times lane lanes way ways people cars in on the a
  an my your his her our their this that and or of to for from at is are was by with down up per more less different separate
`);

/** Before the number of a home in a house, or of a post box: no part of the name of a town. */
export const UNIT_WORDS = wordSet(
  'apt apartment suite ste unit flat floor room bldg building daire kat wohnung etage piso puerta apto box postfach postbus apartado',
);

/**
 * The last words of the English names of countries (ISO 3166-1), and of those of their own that are written on letters: an
 * address may end with one.
 */
export const COUNTRY_ENDS = wordSet(`
  states usa u.s.a kingdom uk england scotland wales ireland canada australia zealand germany deutschland austria österreich
  switzerland schweiz suisse svizzera france belgium belgique belgië netherlands nederland luxembourg spain españa portugal
  italy italia greece cyprus malta denmark danmark norway norge sweden sverige finland suomi iceland island greenland
  poland polska czechia republic česko slovakia slovenia slovenija croatia hrvatska hungary magyarország romania românia
  bulgaria serbia bosnia montenegro macedonia albania kosovo estonia eesti latvia latvija lithuania lietuva belarus ukraine
  russia россия moldova turkey türkiye turkiye israel egypt tunisia morocco algeria africa nigeria kenya ghana ethiopia
  india pakistan bangladesh nepal lanka china japan korea taiwan thailand vietnam malaysia singapore indonesia philippines
  brazil brasil argentina chile uruguay paraguay bolivia peru perú colombia venezuela ecuador mexico méxico cuba panama
  emirates arabia qatar kuwait iran iraq jordan lebanon georgia armenia azerbaijan kazakhstan
`);
