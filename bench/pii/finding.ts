import { defaultConfig } from '../../src/config/config.ts';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import type { EntityFinding, FindEntities } from '../../src/pipeline/scrub/finder.ts';
import { createFullFinder } from '../../src/pipeline/scrub/fullFinder.ts';

const { privacy } = defaultConfig();

export const REGIONS: readonly string[] = privacy.regions;

/** The entities that there are detectors for. */
export const COVERED: ReadonlySet<string> = new Set(DETECTORS.map(({ entity }) => entity));

/** Those that are scrubbed unless the config says otherwise. */
const SCRUBBED: ReadonlySet<string> = new Set(
  DETECTORS.flatMap(({ entity, action }) => (action === 'keep' ? [] : [entity])),
);

const finders = new Map<string, FindEntities>();

/** All detectors, with these countries configured; made once for each list of them. */
export function finderFor(regions: readonly string[] = REGIONS): FindEntities {
  const key = regions.join(',');
  const known = finders.get(key);
  if (known !== undefined) return known;
  const finder = createFullFinder({ regions });
  finders.set(key, finder);
  return finder;
}

/** The findings that would be scrubbed. */
export function scrubbedOf(findings: readonly EntityFinding[]): EntityFinding[] {
  return findings.filter(({ entity }) => SCRUBBED.has(entity));
}
