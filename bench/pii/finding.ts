import { defaultConfig } from '../../src/config/config.ts';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { createFinder, type FindEntities } from '../../src/pipeline/scrub/finder.ts';

const { privacy } = defaultConfig();

export const REGIONS: readonly string[] = privacy.regions;

/** The entities that there are detectors for. */
export const COVERED: ReadonlySet<string> = new Set(DETECTORS.map(({ entity }) => entity));

/** Those that are scrubbed unless the config says otherwise. */
export const SCRUBBED: ReadonlySet<string> = new Set(
  DETECTORS.flatMap(({ entity, action }) => (action === 'keep' ? [] : [entity])),
);

const finders = new Map<string, FindEntities>();

/** All detectors, with these countries configured; made once for each list of them. */
export function finderFor(regions: readonly string[] = REGIONS): FindEntities {
  const key = regions.join(',');
  const known = finders.get(key);
  if (known !== undefined) return known;
  const finder = createFinder({ regions });
  finders.set(key, finder);
  return finder;
}
