import type { EntityFinding } from './finder.ts';

/** `[URL]` of the stage `replace_urls`, which is no entity of its own. */
const OTHER_TAGS = ['URL'];

/** Behind the name in a tag: the number or the pseudonym that `replace.ts` writes. */
const SUFFIX = '(?:_\\d{1,9}|:[0-9a-f]{16})?';

/** A tag of any entity that there may be. */
export const ANY_TAG = new RegExp(`\\[[A-Z][A-Z0-9_]*${SUFFIX}\\]`, 'g');

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Leaves out findings of nothing but our own tags. */
export type WithoutTags = (text: string, findings: readonly EntityFinding[]) => readonly EntityFinding[];

/**
 * Makes the function that leaves out what was found of nothing but tags: `[EMAIL]`, `[EMAIL_2]` or `[EMAIL:9f86d081884c7d65]` stand
 * where personal data stood, and a name or a password is looked for right there. A finding with a letter or digit
 * beside a tag stays.
 */
export function tagFilter(entities: readonly string[]): WithoutTags {
  const names = [...new Set([...entities, ...OTHER_TAGS])].join('|');
  const tags = new RegExp(`\\[(?:${names})${SUFFIX}\\]`, 'g');
  return (text, findings) => {
    if (findings.length === 0 || !text.includes('[')) return findings;
    const blanked = text.replace(tags, (tag) => ' '.repeat(tag.length));
    return findings.filter(({ start, end }) => LETTER_OR_DIGIT.test(blanked.slice(start, end)));
  };
}
