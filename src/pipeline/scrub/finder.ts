import type { Detector, DetectorSettings, Find } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { type IsPossible, meetsOneOf } from './needs.ts';
import { readText } from './reading/readText.ts';
import { type Finding, mergeFindings } from './spans.ts';

/** Personal data in a text: where it stands, in UTF-16 units, what it is, and how sure that is (0 to 1). */
export interface EntityFinding {
  readonly start: number;
  readonly end: number;
  readonly entity: string;
  readonly score: number;
}

/** All personal data in a text, sorted by place and not overlapping. */
export type FindEntities = (text: string) => EntityFinding[];

interface Searcher {
  readonly detector: Detector;
  readonly isPossible: IsPossible;
  readonly find: Find;
}

/**
 * Makes the function that looks for the personal data of all `detectors` at once. Of two findings in one place, the one of
 * the detector that stands first wins (see `spans.ts`).
 */
export function createFinder(settings: DetectorSettings, detectors: readonly Detector[] = DETECTORS): FindEntities {
  const searchers = detectors.map((detector) => ({
    detector,
    isPossible: meetsOneOf(detector.needs),
    find: detector.create(settings),
  }));
  return (text) => {
    const { folded, traits } = readText(text);
    const findings: Finding[] = [];
    for (const [priority, { detector, isPossible, find }] of searchers.entries()) {
      if (!isPossible(folded, traits)) continue;
      for (const { start, end, score = detector.score } of find(folded, traits))
        findings.push({ start, end, priority, score });
    }
    return findings.length === 0 ? [] : named(mergeFindings(findings), searchers);
  };
}

function named(findings: readonly Finding[], searchers: readonly Searcher[]): EntityFinding[] {
  return findings.map(({ start, end, priority, score }) => {
    const entity = searchers[priority]?.detector.entity ?? '';
    return { start, end, entity, score };
  });
}
