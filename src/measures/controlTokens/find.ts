import { hasTrait, Trait } from '../traits.ts';
import { CONTROL_TOKEN_SHAPES, CONTROL_TOKENS } from './table.ts';

/** A control token in a text. */
export interface FoundControlToken {
  /** As it stands. It may be text of a log, where only its shape is known: `family` may be shown, this may not. */
  readonly token: string;
  /** A key of the tables. */
  readonly family: string;
  /** Places in UTF-16 units; tokens may overlap. */
  readonly start: number;
  readonly end: number;
}

const FAMILIES = new Map(
  Object.entries(CONTROL_TOKENS).flatMap(([family, tokens]) => tokens.map((token) => [token, family] as const)),
);

/** Each by a look ahead of its first sign, so that no token hides behind another that overlaps it. */
const TOKEN = new RegExp(
  `[<[\\]](?<=(?=(${[...Object.values(CONTROL_TOKEN_SHAPES), ...Array.from(FAMILIES.keys(), escaped)].join('|')})).)`,
  'g',
);

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** All control tokens of known chat templates in `text`, in order. Linear in its length. */
export function findControlTokens(text: string): FoundControlToken[] {
  if (!mayHold(text)) return [];
  return Array.from(text.matchAll(TOKEN), ({ 1: token = '', index }) => ({
    token,
    family: familyOf(token),
    start: index,
    end: index + token.length,
  }));
}

/** Whether the whole of `text` is one control token. */
export function isControlToken(text: string): boolean {
  return findControlTokens(text).some(({ token }) => token === text);
}

/**
 * Puts a space behind the first sign of every control token but those to `keep`: `<|im_end|>` becomes `< |im_end|>`. That is
 * text to every tokenizer, reads the same, and goes back by hand. No token holds a space, so none can come of it, and it
 * holds whatever is done to white space later; a zero-width sign would be cleaned away, and without its bars `<|s|>` would
 * be `<s>`.
 */
export function disarmControlTokens(text: string, keep: ReadonlySet<string> = NONE): string {
  if (!mayHold(text)) return text;
  return text.replace(TOKEN, (first: string, token: string) => (keep.has(token) ? first : `${first} `));
}

const NONE: ReadonlySet<string> = new Set();

/** The same for tokens between bars alone, whatever stays of others. */
export function disarmBars(text: string): string {
  return text.replace(BARS, '$& ');
}

const BARS = new RegExp(`<(?<=(?=${CONTROL_TOKEN_SHAPES.bars})<)`, 'g');

/** Most texts hold none of the pairs of signs that a token begins with, and are told by one look at their traits. */
function mayHold(text: string): boolean {
  return hasTrait(text, Trait.angleOpened | Trait.squareOpened);
}

function familyOf(token: string): string {
  return FAMILIES.get(token) ?? (/\d>$/.test(token) ? 'numbered' : 'bars');
}
