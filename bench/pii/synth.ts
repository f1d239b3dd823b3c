import { z } from 'zod';
import type { EntityFinding } from '../../src/pipeline/scrub/finder.ts';
import { type AddressPart, groupedParts, matchAddresses } from './addresses.ts';
import { textIn, unitOffsets } from './corpora.ts';
import { ADDRESS, PERSON, PLACES, SYNTH } from './entities.ts';
import { COVERED, finderFor } from './finding.ts';
import type { CorpusScore, Listed, Value } from './result.ts';
import { matchOneToOne, overlapOf, type Stretch, Tallies } from './score.ts';
import { askedOf, countTrue, coveredRate, LEAST_OVERLAP, overlapWithTitle, rowOf, type TrueSpan } from './spans.ts';

const schema = z.array(
  z.object({
    full_text: z.string(),
    spans: z.array(z.object({ entity_type: z.string(), start_position: z.number(), end_position: z.number() })),
    template_id: z.number(),
  }),
);
type Row = z.output<typeof schema>[number];

/** Scores all detectors against presidio_synth_v2. */
export function scoreSynth(path: string): CorpusScore {
  const scorer = new SynthScorer();
  for (const [id, row] of schema.parse(JSON.parse(textIn(path))).entries()) scorer.add(id, row);
  return scorer.result();
}

class SynthScorer {
  readonly #entities = new Tallies();
  /** STREET_ADDRESS and ZIP_CODE by themselves. */
  readonly #parts = new Tallies();
  /** Names in templates of odd and of even number: who tunes on one half sees what it is worth on the other. */
  readonly #halves = new Tallies();
  readonly #listed: Listed[] = [];
  readonly #find = finderFor();

  add(id: number, { full_text: text, spans, template_id }: Row): void {
    const offsets = unitOffsets(text);
    const trues = spans.map(({ entity_type, start_position, end_position }) => ({
      type: entity_type,
      start: offsets[start_position] ?? 0,
      end: offsets[end_position] ?? text.length,
    }));
    trues.sort((one, other) => one.start - other.start);
    const findings = this.#find(text);
    for (const entity of new Set(SYNTH.values())) {
      if (!COVERED.has(entity)) continue;
      const own = findings.filter((finding) => finding.entity === entity);
      if (entity === ADDRESS) this.#addAddresses(id, text, trues, own, findings);
      else this.#addPlain(id, text, entity, trues, own, findings, template_id);
    }
  }

  #addPlain(
    id: number,
    text: string,
    entity: string,
    all: readonly TrueSpan[],
    own: readonly EntityFinding[],
    findings: readonly EntityFinding[],
    template: number,
  ): void {
    const trues = all.filter(({ type }) => SYNTH.get(type) === entity);
    const overlap = entity === PERSON ? overlapWithTitle(text, all) : overlapOf;
    const partners = matchOneToOne(trues, own, overlap, LEAST_OVERLAP);
    const half = template % 2 === 0 ? 'even' : 'odd';
    const tallies = [this.#entities.of(entity), ...(entity === PERSON ? [this.#halves.of(half)] : [])];
    for (const [at, one] of trues.entries()) {
      const hit = partners[at] !== -1;
      for (const tally of tallies) countTrue(tally, one, hit, findings);
      if (!hit) this.#list(id, 'miss', entity, one);
    }
    for (const [at, finding] of own.entries()) {
      const right = partners.includes(at);
      for (const tally of tallies) tally[right ? 'right' : 'wrong']++;
      if (!right) this.#list(id, 'false_alarm', entity, finding);
    }
  }

  #addAddresses(
    id: number,
    text: string,
    all: readonly TrueSpan[],
    own: readonly EntityFinding[],
    findings: readonly EntityFinding[],
  ): void {
    const tally = this.#entities.of(ADDRESS);
    const typeOf = new Map<AddressPart, string>();
    const parts = all.flatMap(({ type, start, end }) => {
      const part = { start, end, counts: SYNTH.get(type) === ADDRESS };
      if (!part.counts && !PLACES.has(type)) return [];
      typeOf.set(part, type);
      return [part];
    });
    const groups = groupedParts(text, parts);
    const { found, right } = matchAddresses(groups, own, LEAST_OVERLAP);
    for (const part of groups.flat().filter(({ counts }) => counts)) {
      const hit = found.has(part);
      for (const each of [tally, this.#parts.of(typeOf.get(part) ?? '')]) countTrue(each, part, hit, findings);
      if (!hit) this.#list(id, 'miss', ADDRESS, part);
    }
    for (const [at, finding] of own.entries()) {
      tally[right.has(at) ? 'right' : 'wrong']++;
      if (!right.has(at)) this.#list(id, 'false_alarm', ADDRESS, finding);
    }
  }

  #list(id: number, what: Listed['what'], entity: string, { start, end }: Stretch): void {
    this.#listed.push({ id, what, entity, start, end });
  }

  result(): CorpusScore {
    const columns = ['entity', 'true', 'found', 'false alarms', 'covered', 'precision', 'recall', 'F2'];
    const parts = this.#parts
      .entries()
      .map(([type, tally]): Value[] => [
        `  of it ${type}`,
        tally.true,
        tally.hit,
        null,
        coveredRate(tally),
        null,
        tally.recall,
        null,
      ]);
    const halves = this.#halves.entries().map(([half, tally]) => rowOf(`  in ${half} templates`, tally));
    const rows = this.#entities.entries().flatMap(([entity, tally]) => {
      const own = rowOf(entity, tally);
      if (entity === ADDRESS) return [own, ...parts];
      return entity === PERSON ? [own, ...halves] : [own];
    });
    return {
      corpus: 'presidio_synth_v2',
      tables: [{ title: `spans that agree by ${LEAST_OVERLAP} (IoU) and have the right type`, columns, rows }],
      listed: this.#listed,
      asked: this.#entities.entries().flatMap(([entity, tally]) => askedOf(entity, tally)),
    };
  }
}
