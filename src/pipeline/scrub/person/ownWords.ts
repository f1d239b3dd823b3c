/**
 * Words with a capital that are no names though they are never seen in small letters: days, months, peoples, languages,
 * parts of places and institutions, products. Ours: what stood behind a given name in public chats and was none.
 */
export const NEVER_NAMES = `
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
  dear hi hello hey regards sincerely cheers attendee attendees apt suite hallo liebe lieber bonjour hola ciao olá
  additionally furthermore moreover lastly firstly secondly thirdly ok okay hm hmm uh id ip pdf html http https url
  api faq nlp llm json sql csv xml sre us usd eur
`;

/** Before names, with a capital, and no part of them. */
export const HONORIFICS = `
  mr mrs ms miss dr prof professor doctor sir madam lady lord herr frau monsieur madame mme señor señora signor signora bey hanım hanim
`;

/** Before names with a capital, and no part of them. Ours. */
export const ROLES = `
  producer singer songwriter actor actress director author writer poet painter composer drummer guitarist bassist rapper
  president chairman senator governor mayor minister chancellor ambassador secretary premier representative congressman
  officer captain colonel sergeant lieutenant commander admiral inspector detective agent marshal
  pastor reverend rabbi imam mufti sheikh cardinal archbishop saint emperor empress
  coach manager lawyer attorney journalist researcher engineer founder chef nurse
`;

/** German writes every noun with a capital, so these are not among the words counted in small letters. Ours: common ones that are no surnames. */
export const GERMAN_NOUNS = `
  zeit jahr jahre jahren mensch menschen haus frage fragen arbeit leben stadt welt seite seiten wasser ende teil teile wort wörter
  buch bücher geschichte recht freund freunde freundin platz stelle schule straße sache sachen gruppe gruppen monat monate abend
  woche wochen stunde stunden minute minuten tag tage tagen nacht morgen mutter vater kinder kindern frau frauen männer eltern
  familie land länder staat problem probleme grund gründe weg wege art arten form fall fälle hand hände auge augen
  körper name namen nummer adresse antwort antworten aufgabe aufgaben lösung ergebnis ergebnisse punkt punkte zahl zahlen preis
  preise geld euro firma unternehmen kunde kunden mitarbeiter dank hilfe bitte fehler text satz sätze sprache sprachen bild bilder
  seit liebe glück angst spaß essen auto wagen bahn tür fenster zimmer wohnung küche garten bäume tier tiere hund katze
  frühling woche wochenende montag dienstag mittwoch donnerstag samstag sonntag januar februar märz juni juli
  oktober dezember regierung politik wirtschaft gesellschaft wissenschaft forschung entwicklung möglichkeit möglichkeiten
  beziehung bedeutung verbindung anwendung verwendung daten system systeme computer programm datei dateien liste thema themen
  herren damen grüße gruß deutschland österreich schweiz europa
`;
