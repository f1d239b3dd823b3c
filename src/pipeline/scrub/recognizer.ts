import type { EntityFinding, FindEntities } from './finder.ts';
import { mergeFindings } from './spans.ts';

/**
 * An outside recogniser of personal data: what it finds in a text, in UTF-16 units. It waits for the answer, since stages
 * are plain calls.
 * @throws Error when there is no answer: no text goes on without it
 */
export type Recognize = (text: string) => readonly EntityFinding[];

/** The tags of this stage, such as `[EMAIL]`, `[EMAIL_2]` and `[EMAIL:0123456789abcdef]`: a model takes them for names. */
const TAG = /\[[A-Z][A-Z0-9_]*(?::[0-9a-f]{16})?\]/g;

/** Makes the function that finds what `find` does and what the recogniser does; where both find something, ours wins. */
export function withRecognizer(find: FindEntities, recognize: Recognize): FindEntities {
  return (text) => {
    const tags = Array.from(text.matchAll(TAG), ({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
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
