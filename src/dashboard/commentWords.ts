import type { ShownComment } from './answers.ts';

/** Ours: three lines on a desk. Longer ones can be unfolded. */
export const SHORT_COMMENT = 280;

/** The rating beside a comment: what is seen, and what is read out. */
export function ratingWords({ stars, thumbs }: Pick<ShownComment, 'stars' | 'thumbs'>): { seen: string; said: string } {
  if (thumbs === 'up') return { seen: '▲', said: 'thumb up' };
  if (thumbs === 'down') return { seen: '▼', said: 'thumb down' };
  if (stars === null) return { seen: '', said: 'not rated' };
  const full = Math.min(Math.max(Math.round(stars), 0), 5);
  return { seen: `${'★'.repeat(full)}${'☆'.repeat(5 - full)}`, said: `${full} of 5 stars` };
}

/** The beginning of a long comment, cut between two characters, and whether there is more. */
export function shortened(comment: string): { text: string; isCut: boolean } {
  if (comment.length <= SHORT_COMMENT) return { text: comment, isCut: false };
  let text = '';
  for (const { segment } of new Intl.Segmenter('und').segment(comment.slice(0, SHORT_COMMENT * 2))) {
    if (text.length + segment.length > SHORT_COMMENT) break;
    text += segment;
  }
  return { text: `${text.trimEnd()}…`, isCut: true };
}

/** Names a comment among others: the service gives them no ids. */
export function commentKey({ conversation_id, timestamp, comment }: ShownComment): string {
  return JSON.stringify([conversation_id, timestamp, comment]);
}
