/** What stands on pages beside what they say: filler text, or notes on scripts, cookies and rights. */
export type Boilerplate = 'filler' | 'notes';

/** Ours: notes are a banner, a footer; what is longer has something to say as well. */
const MOST_CHARS = 2000;
/** Share of a text, by characters, that has to be boilerplate. */
const SHARE = 0.6;

/**
 * Says whether `text` is boilerplate of a web page and little else. After C4 (Raffel et al. 2020, 2.2), which takes out every page with
 * "lorem ipsum" and every line with "javascript" or one of six phrases on cookies and terms; here all of the text has to be
 * that, since an answer may well speak about scripts and cookies. In ten languages; linear.
 */
export function boilerplateIn(text: string): Boilerplate | undefined {
  if (isFiller(text)) return 'filler';
  if (text.length > MOST_CHARS || !SIGNS.some((sign) => text.includes(sign))) return undefined;
  return isOfNotes(text) ? 'notes' : undefined;
}

/** The words of the usual filler, Cicero's De finibus 1.10.32 f. with its beginnings and ends cut off. */
const FILLER_WORDS = new Set(
  'lorem ipsum dolor sit amet consectetur adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo consequat duis aute irure in reprehenderit voluptate velit esse cillum eu fugiat nulla pariatur excepteur sint occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum vestibulum pellentesque morbi tristique senectus netus malesuada fames ac turpis egestas curabitur vivamus mauris nunc nec sapien integer donec vitae ante quam libero ornare at orci faucibus'.split(
    ' ',
  ),
);
const LATIN_WORD = /[a-z]+/gi;

function isFiller(text: string): boolean {
  if (!text.includes('psum') && !text.includes('PSUM')) return false;
  if (!/lorem ipsum/i.test(text)) return false;
  const words = text.match(LATIN_WORD) ?? [];
  return words.filter((word) => FILLER_WORDS.has(word.toLowerCase())).length >= SHARE * words.length;
}

/**
 * One of these stands in every text of notes: `javascript`, `cookie`, `çerezler`, `rights reserved`, `privacy`, … Each begins with
 * a letter that is rare, by which it is searched for.
 */
const SIGNS = ['kie', 'JavaScript', 'javascript', 'Javascript', 'zler', 'ghts res', 'ghts Res', 'éservés', 'vacy'];

/** A sentence or a line that is such a note. Each begins with a word of its own, so that none is tried at every place. */
const NOTE = new RegExp(
  [
    // Scripts.
    'enable javascript|activat\\w{1,3} javascript|javascript (?:is|must be|has to be|needs to be|seems to be|appears to be) (?:\\w+ )?(?:disabled|enabled|required|turned o|switched o|not )|requires javascript|javascript (?:aktivieren|muss aktiviert|ist deaktiviert)|activer javascript|javascript (?:est|doit être) (?:désactivé|activé)|(?:active|activar|habilite|habilitar|ative|ativar|attivare|attiva|abilita) (?:o |il |el )?javascript|javascript (?:etkin|devre dışı)|javascript (?:inschakelen|is uitgeschakeld)|(?:включите|включить) javascript',
    // Cookies.
    '(?:uses?|using|use of|accept|accept all|allow|manage|reject all|essential|necessary) cookies|cookie (?:policy|settings|preferences|notice|consent)|verwende\\w{1,2} cookies|cookies (?:zu|akzeptieren|zulassen)|cookie-(?:richtlinie|einstellungen)|(?:utilise|utilisons|utilisation|accepter|gérer)\\b[^.\\n]{0,20} cookies|(?:utiliza|utilizamos|usamos|usa|aceptar|aceitar|uso de) (?:las |os )?cookies|(?:utilizza|utilizziamo|accetta|uso dei) (?:i )?cookie|çerez(?:ler)?(?:i|in)? (?:kullan|kabul|politika)|gebruikt cookies|cookies (?:accepteren|toestaan)|(?:использует|используем|файлы) cookie',
    // Rights and terms.
    'all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|tüm hakları saklıdır|alle rechten voorbehouden|все права защищены|terms of (?:use|service)|privacy policy|datenschutzerklärung|politique de confidentialité|política de privacidad|gizlilik politikası',
    // What the reader is to do.
    'refresh the page|reload the page|by continuing to (?:use|browse)|your browser (?:does not|doesn.t) support|skip to (?:main )?content|to (?:view|run|use) this (?:app|page|site|content)|for the best experience|to continue|loading\\.\\.\\.',
  ].join('|'),
  'iu',
);
const SENTENCES = /[^.!?。\n]+[.!?。]*/g;

function isOfNotes(text: string): boolean {
  let all = 0;
  let notes = 0;
  for (const [sentence] of text.matchAll(SENTENCES)) {
    const { length } = sentence.trim();
    all += length;
    if (NOTE.test(sentence)) notes += length;
  }
  return all > 0 && notes >= SHARE * all;
}
