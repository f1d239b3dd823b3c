import type { Detector, DetectorSettings } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { createFinder, type EntityFinding, type FindEntities } from './finder.ts';

/**
 * As `createFinder`, but a finding does not hide what is in it: of a URL with an e-mail address in it, both are found. For those
 * who count or report what there is; who replaces it needs findings that do not overlap.
 * @param stays whether an entity is not reported: see `createFinder`
 */
export function createFullFinder(
  settings: DetectorSettings,
  detectors: readonly Detector[] = DETECTORS,
  stays?: (entity: string) => boolean,
): FindEntities {
  const holders = detectors.filter(({ mayHoldOthers }) => mayHoldOthers === true);
  const find = createFinder(
    settings,
    holders.length === 0 ? detectors : detectors.filter((one) => !holders.includes(one)),
    stays,
  );
  if (holders.length === 0) return find;
  const findHolders = createFinder(settings, holders);
  return (text) => {
    const held = find(text);
    const around = findHolders(text);
    if (around.length === 0) return held;
    return [...held, ...notInside(around, held)].sort((one, other) => one.start - other.start || other.end - one.end);
  };
}

/** Those of `findings` that no other holds: the domain of an e-mail address is no URL. Both lists are in order, without overlaps. */
function notInside(findings: readonly EntityFinding[], others: readonly EntityFinding[]): EntityFinding[] {
  let next = 0;
  return findings.filter(({ start, end }) => {
    let other = others[next];
    while (other !== undefined && other.end < end) other = others[++next];
    return other === undefined || other.start > start;
  });
}
