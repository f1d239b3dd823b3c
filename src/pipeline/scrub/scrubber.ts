import type { Detector, DetectorSettings, Find } from './detector.ts';
import { DETECTORS } from './detectors.ts';
import { type IsPossible, meetsOneOf } from './needs.ts';
import { readText } from './reading/readText.ts';
import { type Action, mask, replaceSpans, tag } from './replace.ts';
import { type Finding, mergeFindings } from './spans.ts';

interface Rule {
  readonly detector: Detector;
  /** Its place in the registry. */
  readonly priority: number;
  readonly action: Action;
  readonly isPossible: IsPossible;
  readonly find: Find;
}

/** A text without its personal data, or `undefined` when it holds an entity whose action is `drop`. */
export type Scrub = (text: string) => string | undefined;

/**
 * What one replacement lays bare (a phone number that stood against a card number) the next pass finds. Ours: texts
 * made by people need two passes; the bound keeps hostile ones linear.
 */
const MAX_PASSES = 8;

/** Makes the function that scrubs one text; an entity that `actions` does not name is tagged. */
export function createScrubber(settings: DetectorSettings, actions: ReadonlyMap<string, Action>): Scrub {
  const rules = DETECTORS.map((detector, priority) => ({
    detector,
    priority,
    action: actions.get(detector.entity) ?? 'tag',
    isPossible: meetsOneOf(detector.needs),
    find: detector.create(settings),
  })).filter(({ action, detector }) => action !== 'keep' || detector.mayHoldOthers !== true);
  if (rules.every(({ action }) => action === 'keep')) return (text) => text;
  return (text) => {
    let current = text;
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const findings = findWith(rules, current).filter(({ rule }) => rule.action !== 'keep');
      if (findings.length === 0) return current;
      if (findings.some(({ rule }) => rule.action === 'drop')) return undefined;
      current = replaceSpans(current, findings, ({ start, end, rule }) => valueFor(rule, current.slice(start, end)));
    }
    return current;
  };
}

/**
 * The personal data in `text`: sorted, not overlapping. What is kept is looked for all the same: a card number that may
 * stay must not become a phone number.
 */
function findWith(rules: readonly Rule[], text: string): (Finding & { rule: Rule })[] {
  const { folded, traits } = readText(text);
  const findings: Finding[] = [];
  for (const { isPossible, find, priority } of rules) {
    if (!isPossible(folded, traits)) continue;
    for (const { start, end } of find(folded, traits)) findings.push({ start, end, priority });
  }
  if (findings.length === 0) return [];
  return mergeFindings(findings).flatMap((finding) => {
    const rule = rules.find(({ priority }) => priority === finding.priority);
    return rule === undefined ? [] : [{ ...finding, rule }];
  });
}

function valueFor({ detector, action }: Rule, value: string): string {
  return action === 'mask' ? mask(value, detector.unmasked) : tag(detector.entity);
}
