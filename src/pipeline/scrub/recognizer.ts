import type { EntityFinding, FindEntities } from './finder.ts';
import { ANY_TAG } from './ownTags.ts';
import { mergeFindings } from './spans.ts';

/**
 * An outside recogniser of personal data: what it finds in a text, in UTF-16 units. It waits for the answer, since stages
 * are plain calls.
 * @throws Error when there is no answer: no text goes on without it
 */
export type Recognize = (text: string) => readonly EntityFinding[];

/** Makes the function that finds what `find` does and what the recogniser does; where both find something, ours wins. */
export function withRecognizer(find: FindEntities, recognize: Recognize): FindEntities {
  return (text) => {
    // A model takes tags for names, also those of kinds that only it knows.
    const tags = Array.from(text.matchAll(ANY_TAG), ({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
    const theirs = recognize(text).filter(
      (found) => !tags.some(({ start, end }) => found.start < end && found.end > start),
    );
    const all = [...find(text), ...theirs];
    return mergeFindings(all.map(({ start, end, score }, priority) => ({ start, end, score, priority }))).map(
      (merged) => {
        const { start, end, score, priority } = merged;
        return { start, end, score, entity: all[priority]?.entity ?? '' };
      },
    );
  };
}
