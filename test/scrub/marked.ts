import type { Detector, Find, Span } from '../../src/pipeline/scrub/detector.ts';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { fold } from '../../src/pipeline/scrub/fold.ts';

export const REGIONS = ['US', 'GB', 'DE', 'FR', 'TR'];

export function detectorOf(entity: string): Detector {
  const detector = DETECTORS.find((candidate) => candidate.entity === entity);
  if (detector === undefined) throw new Error(`no detector ${entity}`);
  return detector;
}

/** The detector as the stage runs it: folded, and only on texts that it calls possible. */
export function finderOf(entity: string): Find {
  const detector = detectorOf(entity);
  const find = detector.create({ regions: REGIONS });
  return (text) => (detector.possible(fold(text)) ? find(fold(text)) : []);
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
