import { z } from 'zod';
import type { EntityFinding } from '../../src/pipeline/scrub/finder.ts';
import { linesIn, unitOffsets } from './corpora.ts';
import { type BareForm, NEEDS_CONTEXT, RECOGNIZER_FILES, RECOGNIZER_REGIONS, RECOGNIZERS } from './entities.ts';
import { COVERED, finderFor } from './finding.ts';
import type { CorpusScore, Listed, Value } from './result.ts';
import { overlapOf, type Stretch, shareOf } from './score.ts';

const schema = z.object({
  file: z.string(),
  entity: z.string().nullable(),
  entities_declared: z.array(z.string()),
  text: z.string(),
  expected_count: z.number(),
  spans: z.array(z.tuple([z.number(), z.number()])),
});
type Case = z.output<typeof schema>;

class Counts {
  positives = 0;
  found = 0;
  negatives = 0;
  alone = 0;
  bare = 0;
}

/** Scores all detectors against the strings of Presidio's own tests, those of entities that we have. */
export function scoreRecognizers(path: string): CorpusScore {
  const counts = new Map<string, Counts>();
  const listed: Listed[] = [];
  let foreign = 0;
  let ambiguous = 0;
  for (const [index, one] of linesIn(path, schema).entries()) {
    const entity = entityOf(one);
    if (entity === undefined || !COVERED.has(entity)) foreign++;
    // The fixture that names two entities does not say which of them the string is.
    else if (one.entities_declared.length > 1) ambiguous++;
    else {
      const known = counts.get(entity) ?? new Counts();
      counts.set(entity, known);
      count(one, entity, known, (what, { start, end }) => listed.push({ id: index + 1, what, entity, start, end }));
    }
  }
  return resultOf([...counts].sort(), listed, foreign, ambiguous);
}

function entityOf({ entity, file }: Case): string | undefined {
  return entity === null ? RECOGNIZER_FILES.get(file) : (RECOGNIZERS.get(entity) ?? entity);
}

type List = (what: Listed['what'], where: Stretch) => void;

function count(one: Case, entity: string, counts: Counts, list: List): void {
  const { text, expected_count } = one;
  const find = finderFor(RECOGNIZER_REGIONS.get(one.file));
  const own = find(text).filter((finding) => finding.entity === entity);
  if (expected_count === 0) {
    counts.negatives++;
    if (own.length === 0) counts.alone++;
    for (const finding of own) list('false_alarm', finding);
    return;
  }
  const spans = spansOf(one);
  if (isBare(one, spans, entity)) {
    counts.bare++;
    return;
  }
  counts.positives++;
  const missed = missedOf(spans, own, expected_count, text);
  if (missed.length === 0) counts.found++;
  for (const span of missed) list('miss', span);
}

function spansOf({ text, spans }: Case): Stretch[] {
  const offsets = unitOffsets(text);
  return spans.map(([start, end]) => ({ start: offsets[start] ?? 0, end: offsets[end] ?? text.length }));
}

/** Where the case does not say where its values stand, as many findings as it says will do. */
function missedOf(spans: readonly Stretch[], own: readonly EntityFinding[], expected: number, text: string): Stretch[] {
  if (spans.length === 0) return own.length >= expected ? [] : [{ start: 0, end: text.length }];
  return spans.filter((span) => !own.some((finding) => overlapOf(span, finding) > 0));
}

const BARE_FORMS: Readonly<Record<BareForm, RegExp>> = {
  always: /^/,
  'spaced digits': /^[\d ]+$/,
  digits: /^\d+$/,
  networks: /\/\d{1,3}$/,
  'other groups': /^(?!\d{3}-\d{2}-\d{4}$)/,
};

/** Joins several values, and says nothing of what they are. */
const JOINED = /\band\b/g;

/** Whether the case is a value alone, or several, of an entity whose value alone proves nothing. */
function isBare({ text }: Case, spans: readonly Stretch[], entity: string): boolean {
  const needs = NEEDS_CONTEXT.get(entity);
  if (needs === undefined) return false;
  const values = spans.length > 0 ? spans : /\s/.test(text.trim()) ? [] : [{ start: 0, end: text.length }];
  const [first] = values;
  if (first === undefined || /\p{L}/u.test(without(text, values).replace(JOINED, ''))) return false;
  return values.every(({ start, end }) => BARE_FORMS[needs].test(text.slice(start, end)));
}

function without(text: string, stretches: readonly Stretch[]): string {
  const units = text.split('');
  return units.filter((_unit, at) => !stretches.some(({ start, end }) => at >= start && at < end)).join('');
}

function resultOf(
  counts: readonly (readonly [string, Counts])[],
  listed: readonly Listed[],
  foreign: number,
  ambiguous: number,
): CorpusScore {
  const all = new Counts();
  for (const [, one] of counts)
    for (const key of ['positives', 'found', 'negatives', 'alone', 'bare'] as const) all[key] += one[key];
  const rows = [...counts, ['all', all] as const].map(([entity, one]): Value[] => [
    entity,
    one.positives,
    one.found,
    shareOf(one.found, one.positives),
    one.negatives,
    one.alone,
    shareOf(one.alone, one.negatives),
    one.bare,
    NEEDS_CONTEXT.get(entity) ?? '',
  ]);
  const columns = [
    'entity',
    'positive',
    'found',
    'share',
    'negative',
    'left alone',
    'share of them',
    'not counted',
    'needs context',
  ];
  return {
    corpus: 'presidio_recognizer_cases',
    tables: [
      { title: 'strings of Presidio’s tests; not counted: bare values of what needs context', columns, rows },
      {
        title: 'of all cases',
        columns: ['', 'cases'],
        rows: [
          ['of entities that we do not look for', foreign],
          ['of a fixture that does not say which of several entities', ambiguous],
        ],
      },
    ],
    listed,
    asked: [
      { what: 'positive strings found', least: 0.95, measured: shareOf(all.found, all.positives) },
      { what: 'negative strings left alone', least: 0.95, measured: shareOf(all.alone, all.negatives) },
    ],
  };
}
