import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import type { Detector, Span } from '../../src/pipeline/scrub/detector.ts';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { createFinder } from '../../src/pipeline/scrub/finder.ts';
import { meetsOneOf } from '../../src/pipeline/scrub/needs.ts';
import { readText } from '../../src/pipeline/scrub/reading/readText.ts';
import type { Action } from '../../src/pipeline/scrub/replace.ts';
import { createScrubber, type Scrub } from '../../src/pipeline/scrub/scrubber.ts';

export const REGIONS = ['US', 'GB', 'DE', 'FR', 'TR'];

export function detectorOf(entity: string): Detector {
  const detector = DETECTORS.find((candidate) => candidate.entity === entity);
  if (detector === undefined) throw new Error(`no detector ${entity}`);
  return detector;
}

/** The detector as the stage runs it: on the folded text, and only where it meets the detector's needs. */
export function finderOf(entity: string): (text: string) => Span[] {
  const detector = detectorOf(entity);
  const isPossible = meetsOneOf(detector.needs);
  const find = detector.create({ regions: REGIONS });
  return (text) => {
    const { folded, traits } = readText(text);
    return isPossible(folded, traits) ? find(folded, traits) : [];
  };
}

/** `text` with « and » around every span. */
export function mark(text: string, spans: readonly Span[]): string {
  let marked = '';
  let end = 0;
  for (const span of spans) {
    marked += `${text.slice(end, span.start)}«${text.slice(span.start, span.end)}»`;
    end = span.end;
  }
  return marked + text.slice(end);
}

/** Scrubs with all detectors, as the stage does without an outside recogniser; entities that `actions` leaves out are treated as usual. */
export function scrubberOf(actions: Iterable<readonly [string, Action]> = []): Scrub {
  const chosen = new Map(actions);
  const stays = (entity: string): boolean => (chosen.get(entity) ?? detectorOf(entity).action) === 'keep';
  const find = createFinder({ regions: REGIONS }, DETECTORS, stays);
  const rules = { actions: chosen, pseudonym: pseudonymizer('key') };
  return createScrubber({ first: find, again: find }, rules);
}
