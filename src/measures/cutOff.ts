import { fencedBlocks } from './fences.ts';
import { countWords } from './words.ts';

/** What shows that a text stops before its end: a block of code that nothing closes, or prose without an end. */
export type CutOff = 'open_code' | 'no_end';

/** Signs of ideographic scripts and Hangul say as much as two or three Latin letters; a limit of tokens meets them so much earlier. */
const WEIGHT_OF_IDEOGRAPH = 2;
const IDEOGRAPHS = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/** Ours: a paragraph of fewer characters may be a title, a name under a letter, a line of a song. */
const PARAGRAPH = 60;
/** Ours: so many of the other items, or paragraphs, must end as sentences do before the last one has to. */
const MOST_END = 0.6;
/** Ours: one sentence that ends shows no habit. */
const FEWEST_LINES = 2;
/** Characters looked at from the end: what stands further up says little about how the last line should end. */
const LOOK = 8000;

/**
 * Says whether `text` stops in the middle, as answers do at a limit of tokens; `undefined` where nothing shows it. What
 * may end without a mark passes: code, tables, titles, names, addresses, lists and verses whose other lines have none.
 * Linear in the length of the text.
 * @param leastLength shorter prose is not judged: characters, ideographs and Hangul counting twice
 */
export function cutOffOf(text: string, leastLength: number): CutOff | undefined {
  const whole = text.trimEnd();
  const end = withoutRulers(whole);
  if (isInOpenCode(end)) return 'open_code';
  if (!OPEN_END.test(end.slice(-2)) || !isAtLeast(end, leastLength) || endsInCode(end)) return undefined;
  return lacksEnd(end.slice(-LOOK)) ? 'no_end' : undefined;
}

/** A letter, a digit, or a sign that something has to follow: a comma, a dash behind a space, an opening bracket or quote. */
const OPEN_END = /(?:[\p{L}\p{M}\p{Nd},;،、，；([{（「『“„«&]|\s[-–—])$/u;

/** Without what only rules off the end: `---`, `***`. */
function withoutRulers(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return /^\s*[-*_=]{3,80}\s*$/.test(line) ? text.slice(0, text.length - line.length).trimEnd() : text;
}

function isAtLeast(text: string, least: number): boolean {
  if (text.length >= least) return true;
  if (text.length * WEIGHT_OF_IDEOGRAPH < least) return false;
  return text.length + (text.match(IDEOGRAPHS)?.length ?? 0) * (WEIGHT_OF_IDEOGRAPH - 1) >= least;
}

/** The last fence opens a block, and what stands last is code: where a sentence ends it, the model forgot to close it. */
function isInOpenCode(text: string): boolean {
  const block = text.includes('```') ? fencedBlocks(text).at(-1) : undefined;
  if (block === undefined || block.end < text.length || isClosed(text.slice(block.start))) return false;
  const last = lastLineOf(text);
  return !(isSentence(last) && !CODE_SIGN.test(last));
}

function isSentence(line: string): boolean {
  return /[.!?。！？]$/u.test(line.slice(-1)) && countWords(line, SENTENCE_WORDS) >= SENTENCE_WORDS;
}

/** Ours: `end.` and `return x.` are code. */
const SENTENCE_WORDS = 4;

function isClosed(block: string): boolean {
  const from = block.indexOf('\n');
  return from !== -1 && /^[ \t]*`{3,}[ \t]*$/.test(lastLineOf(block));
}

const CODE_SIGN = /[;{}=<>\\|]|\/\/|\w\(/;

function endsInCode(text: string): boolean {
  const block = text.includes('```') ? fencedBlocks(text).at(-1) : undefined;
  return block?.end === text.length || ADDRESS.test(text.slice(-200));
}

/** Ends in an address, a hashtag or a mention. */
const ADDRESS = /(?:https?:\/\/|www\.|@|#)[^\s]{1,190}$|\[[A-Z][A-Z\d_]{1,30}\]$/;

/** A sentence ends within a line: the mark, behind no capital (`J. Doe`, `IV. End`), and behind it white space and a capital. */
const INNER_END =
  /[\p{Ll}\p{Lo}\p{N}"'”’)\]*_][.!?…]["'”’)\]*_]{0,3}\s+["'“‘(*_]{0,3}[\p{Lu}\p{Lo}]|[。！？।۔؟][^\n]*[\p{L}\p{N}]/u;
const LINE_END = /[.!?…。！？।۔؟:：](?:["'”’»)\]}」』）*_`]{0,4})$/u;
const LIST_MARKER = /^\s*(?:[-*+•]|\d{1,3}[.):]|[a-zA-Z][.)])\s+/;

function lacksEnd(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const last = lines.at(-1)?.trim() ?? '';
  const others = lines.slice(0, -1).map((line) => line.trim());
  if (last.startsWith('|')) return !last.endsWith('|') && (others.at(-1) ?? '').endsWith('|');
  if (INNER_END.test(last.replace(LIST_MARKER, '')) || LEADS_ON.test(last)) return true;
  if (LIST_MARKER.test(last)) return mostEnd(itemsLike(last, others)) || mostEnd(others.filter(isParagraph));
  return isParagraph(last) && mostEnd(others.filter(isParagraph));
}

/** Articles, prepositions and conjunctions, behind which a word has to follow: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const LEADS_ON =
  /\s(?:the|an|of|and|or|to|with|for|from|by|into|than|that|which|is|are|their|your|its|because|der|das|und|oder|mit|von|zum|zur|ein|eine|einen|einem|für|dass|weil|les|des|du|une|et|ou|avec|pour|dans|qui|que|el|los|las|del|una|con|por|para|il|gli|della|dello|che|per|do|da|dos|das|uma|com|het|een|van|voor|met|naar)$/iu;

/** The last items before it whose marker is of the same kind: other lists of the answer may have other habits. */
function itemsLike(last: string, others: readonly string[]): readonly string[] {
  const isNumbered = NUMBER.test(last);
  return others.filter((line) => LIST_MARKER.test(line) && NUMBER.test(line) === isNumbered).slice(-LAST_ITEMS);
}

const NUMBER = /^\d/;
const LAST_ITEMS = 6;

function isParagraph(line: string): boolean {
  return line.length >= PARAGRAPH && !LIST_MARKER.test(line);
}

function mostEnd(lines: readonly string[]): boolean {
  if (lines.length < FEWEST_LINES) return false;
  return lines.filter((line) => LINE_END.test(line)).length / lines.length >= MOST_END;
}

function lastLineOf(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1).trim();
}
