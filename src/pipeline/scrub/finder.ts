import type { Detector, DetectorSettings, Find } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { fewestDigits, type IsPossible, meetsOneOf } from './needs.ts';
import { decodeText } from './reading/decode.ts';
import { readText } from './reading/readText.ts';
import type { Traits } from './reading/traits.ts';
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
  /** Its place in the list of detectors. */
  readonly priority: number;
  /** The fewest digits of a text that it may find something in. */
  readonly digits: number;
  readonly isPossible: IsPossible;
  readonly find: Find;
}

/**
 * Makes the function that looks for the personal data of all `detectors` at once. Of two findings in one place, the one of
 * the detector that stands first wins (see `spans.ts`).
 * @param stays whether an entity is left in the text. It is looked for all the same, as a card number that stays must not
 * become a phone number; but it does not take with it what it overlaps, and what stands in a link that stays is found
 */
export function createFinder(
  settings: DetectorSettings,
  all: readonly Detector[] = DETECTORS,
  stays: (entity: string) => boolean = () => false,
): FindEntities {
  const detectors = all.filter(({ entity, mayHoldOthers }) => mayHoldOthers !== true || !stays(entity));
  const prioritiesThatStay = detectors.map(({ entity }) => stays(entity));
  const isLeft = (priority: number): boolean => prioritiesThatStay[priority] === true;
  const searchers = detectors.map((detector, priority) => ({
    detector,
    priority,
    digits: fewestDigits(detector.needs),
    isPossible: meetsOneOf(detector.needs),
    find: detector.create(settings),
  }));
  // Most texts have few digits, and most detectors need many: those are through with one look.
  searchers.sort((one, other) => one.digits - other.digits);
  return (text) => {
    const { folded, traits } = readText(text);
    const findings = search(searchers, folded, traits);
    const found = traits.coded ? findings.concat(searchDecoded(searchers, text)) : findings;
    return found.length === 0 ? [] : named(mergeFindings(found, isLeft), detectors);
  };
}

function search(searchers: readonly Searcher[], folded: string, traits: Traits): Finding[] {
  const findings: Finding[] = [];
  for (const { detector, priority, digits, isPossible, find } of searchers) {
    if (digits > traits.digits) break;
    if (!isPossible(folded, traits)) continue;
    for (const { start, end, score = detector.score } of find(folded, traits))
      findings.push({ start, end, priority, score });
  }
  return findings;
}

/** What is found once the text is decoded, at its places in the text as it stands. */
function searchDecoded(searchers: readonly Searcher[], text: string): Finding[] {
  const decoded = decodeText(text);
  if (decoded === undefined) return [];
  const { folded, traits } = readText(decoded.text);
  return search(searchers, folded, traits).map(({ start, end, priority, score }) => {
    return { start: decoded.startOf(start), end: decoded.endOf(end), priority, score };
  });
}

function named(findings: readonly Finding[], detectors: readonly Detector[]): EntityFinding[] {
  return findings.map(({ start, end, priority, score }) => {
    const entity = detectors[priority]?.entity ?? '';
    return { start, end, entity, score };
  });
}
