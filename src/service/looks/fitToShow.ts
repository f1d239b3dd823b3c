/** Ours: what fits on a phone's screen. */
const MOST_CHARACTERS = 500;
/** Ours: as long as a comment may be that comes through the service; what lies behind is not scrubbed but left out. */
const MOST_READ = 20_000;

/** Control characters, and those that turn the direction of what follows: they could make a page say something else. */
const UNFIT = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * What somebody wrote, as it may be shown: without what `disguise` takes out, in one line, and cut between two characters.
 * Scrubbed before it is cut: half a number is not known for one.
 */
export function fitToShow(text: string, disguise: (text: string) => string): string {
  const isCut = text.length > MOST_READ;
  const clean = disguise(text.slice(0, MOST_READ).toWellFormed());
  // What stood at the cut may be such a half.
  const whole = isCut ? clean.slice(0, Math.max(0, clean.length - MOST_CHARACTERS)) : clean;
  const line = whole.toWellFormed().replaceAll(UNFIT, ' ').trim();
  return line.length <= MOST_CHARACTERS && !isCut ? line : `${cut(line)}…`;
}

/** As many whole characters, as people count them, as fit in front of the sign that something is missing. */
function cut(line: string): string {
  let end = 0;
  for (const { index, segment } of characters.segment(line.slice(0, MOST_CHARACTERS))) {
    if (index + segment.length >= MOST_CHARACTERS) break;
    end = index + segment.length;
  }
  return line.slice(0, end).trimEnd();
}
