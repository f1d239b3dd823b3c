import type { Detector } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import type { EntityFinding, FindEntities } from './finder.ts';
import { Numbers, sameness } from './numbers.ts';
import { tagFilter } from './ownTags.ts';
import { type Action, hashTag, mask, numberTag, replaceSpans, tag } from './replace.ts';

/** A text without its personal data, or `undefined` when it holds an entity whose action is `drop`. */
export type Scrub = (text: string, numbers?: Numbers) => string | undefined;

/** Finds what is in a text as it came, and what is left once something was replaced: an outside recogniser is asked once. */
export interface Search {
  readonly first: FindEntities;
  readonly again: FindEntities;
}

export interface ScrubRules {
  /** What becomes of each entity; of others the action of their detector, or `tag`. */
  readonly actions: ReadonlyMap<string, Action>;
  /** Makes the 16 hexadecimal digits that the action `hash` puts in the place of a value. */
  readonly pseudonym: (value: string) => string;
}

/**
 * What one replacement lays bare (a phone number that stood against a card number) the next pass finds. Ours: texts
 * made by people need two passes; the bound keeps hostile ones linear.
 */
const MAX_PASSES = 8;

/**
 * Makes the function that scrubs one text. What is kept is looked for all the same: a card number that may stay must not
 * become a phone number.
 */
export function createScrubber(search: Search, rules: ScrubRules, detectors: readonly Detector[] = DETECTORS): Scrub {
  const usual = new Map(detectors.map((detector) => [detector.entity, detector]));
  // Else a pattern of the config finds the digits of `[ID:1f0c…]`, and every pass and every export of an archive nests deeper.
  const withoutTags = tagFilter([...usual.keys(), ...rules.actions.keys()]);
  const actionOf = (entity: string): Action => rules.actions.get(entity) ?? usual.get(entity)?.action ?? 'tag';
  const write = ({ entity }: EntityFinding, value: string, numbers: Numbers): string => {
    switch (actionOf(entity)) {
      case 'mask':
        return mask(value, usual.get(entity)?.unmasked ?? 0);
      case 'numbered':
        return numberTag(entity, numbers.numberOf(entity, value));
      case 'hash':
        return hashTag(entity, rules.pseudonym(sameness(value)));
      default:
        return tag(entity);
    }
  };
  return (text, numbers = new Numbers()) => {
    let current = text;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const find = pass === 0 ? search.first : search.again;
      const found = find(current).filter(({ entity }) => actionOf(entity) !== 'keep');
      const findings = withoutTags(current, found);
      if (findings.length === 0) return current;
      if (findings.some(({ entity }) => actionOf(entity) === 'drop')) return undefined;
      current = replaceSpans(current, findings, (finding) =>
        write(finding, current.slice(finding.start, finding.end), numbers),
      );
    }
    return current;
  };
}
