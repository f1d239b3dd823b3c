import { CUT, type Digest, FORGOTTEN, OPTED_OUT } from '../digest.ts';
import { FILTERS_WITH_BIT, filterBits } from '../measurePlan.ts';
import type { RecordPlan } from '../recordPlan.ts';
import { recordReasons, stageNamed } from '../recordReasons.ts';
import type { OtherFilter } from './otherFilter.ts';

/** What record stages would say with other options. */
export interface OtherVerdicts {
  /** By row, as in the digest. */
  readonly verdict: Uint16Array<ArrayBuffer>;
  /** Rows of which the digest cannot tell; their verdict is the old one. */
  readonly unsure: readonly number[];
}

interface Filter {
  readonly name: string;
  readonly bit: number;
  /** Other filters have the same bit. */
  readonly shared: boolean;
  /** It never blames a single turn. */
  readonly whole: boolean;
  readonly other: OtherFilter | undefined;
}

const UNSURE = -1;

/**
 * The verdicts that another survey would come to, by what this one left in the digest.
 *
 * A conversation of one exchange is kept when every filter keeps it. A longer one may be cut where a filter finds a bad turn, and the
 * digest knows only what is left of the cut that was made: where another limit could cut elsewhere, nobody knows.
 * @param plan of the survey
 * @param others the filters that have other options, by their names
 */
export function otherVerdicts(
  digest: Digest,
  plan: RecordPlan,
  others: ReadonlyMap<string, OtherFilter>,
): OtherVerdicts {
  const judge = new OtherJudge(digest, plan, others);
  const verdict = digest.rows.verdict.slice(0, digest.count);
  const unsure: number[] = [];
  for (let row = 0; row < digest.count; row++) {
    const code = judge.verdictOf(row);
    if (code === UNSURE) unsure.push(row);
    else verdict[row] = code;
  }
  return { verdict, unsure };
}

class OtherJudge {
  readonly #digest: Digest;
  readonly #cuts: boolean;
  readonly #reasons: readonly string[];
  readonly #filters: readonly Filter[];
  /** By verdict: the place of its stage among the filters; -1 for stages that are none. */
  readonly #placeOf: Int32Array;
  readonly #firstChanged: number;

  constructor(digest: Digest, plan: RecordPlan, others: ReadonlyMap<string, OtherFilter>) {
    this.#digest = digest;
    this.#cuts = plan.bad_turn === 'cut';
    this.#reasons = recordReasons(plan);
    const bits = filterBits(plan.stages);
    this.#filters = [...bits].map(([name, bit]) => ({
      name,
      bit,
      shared: bit === FILTERS_WITH_BIT && bits.size > FILTERS_WITH_BIT + 1,
      whole: dropsWhole(name),
      other: others.get(name),
    }));
    const names = this.#filters.map(({ name }) => name);
    const places = this.#reasons.map((reason) => names.indexOf(reason.slice(0, reason.lastIndexOf('.'))));
    this.#placeOf = Int32Array.from([-1, ...places]);
    this.#firstChanged = this.#filters.findIndex(({ other }) => other !== undefined);
  }

  verdictOf(row: number): number {
    const { rows } = this.#digest;
    const before = rows.verdict[row] ?? 0;
    const flags = rows.flags[row] ?? 0;
    const droppedAt = this.#placeOf[before] ?? -1;
    if ((flags & (FORGOTTEN | OPTED_OUT)) !== 0 || (before !== 0 && droppedAt === -1)) return before;
    const wasCut = (flags & CUT) !== 0;
    const first = wasCut ? this.#behindCuts(row, droppedAt) : 0;
    if (first === UNSURE) return UNSURE;
    const mayBeCut = this.#cuts && (wasCut || (rows.exchanges[row] ?? 0) > 1);
    for (let place = first; place < this.#filters.length; place++) {
      const word = this.#ask(place, row, droppedAt);
      if (word === 'keeps') continue;
      if (word === 'unsure') return UNSURE;
      if (place === droppedAt && (this.#firstChanged === -1 || place < this.#firstChanged)) return before;
      if (mayBeCut && !word.whole) return UNSURE;
      return this.#codeOf(place, word.reason, before, droppedAt);
    }
    return 0;
  }

  /**
   * The first filter behind those that cut the row. These say the same again when none of them has other options, and those
   * before them keep what they kept: then what each is asked of is what it was asked of.
   */
  #behindCuts(row: number, droppedAt: number): number {
    let behind = 0;
    for (const [place, filter] of this.#filters.entries()) {
      if (place === droppedAt) break;
      if (!this.#failed(filter, row)) continue;
      if (filter.shared) return UNSURE;
      behind = place + 1;
    }
    for (const { other, ...filter } of this.#filters.slice(0, behind)) {
      if (other === undefined) continue;
      if (!other.keepsCut(row) || this.#failed({ other, ...filter }, row)) return UNSURE;
    }
    return behind;
  }

  #ask(place: number, row: number, droppedAt: number): ReturnType<OtherFilter['judge']> {
    const filter = this.#filters[place];
    if (filter === undefined) return 'keeps';
    const failed = this.#failed(filter, row);
    const known = !filter.shared || !failed || place === droppedAt;
    if (filter.other !== undefined) return filter.other.judge(row, known ? failed : undefined);
    if (!failed) return 'keeps';
    return known ? { reason: '', whole: filter.whole } : 'unsure';
  }

  #failed({ bit }: Filter, row: number): boolean {
    return ((this.#digest.rows.fails[row] ?? 0) & (1 << bit)) !== 0;
  }

  /** The old verdict where the same filter drops it without other options; else that of the reason, or of the first that the filter has. */
  #codeOf(place: number, reason: string, before: number, droppedAt: number): number {
    const filter = this.#filters[place];
    if (place === droppedAt && filter?.other === undefined) return before;
    const named = this.#reasons.indexOf(`${filter?.name}.${reason}`);
    return (named === -1 ? this.#placeOf.indexOf(place) - 1 : named) + 1;
  }
}

function dropsWhole(stage: string): boolean {
  const { by_facets, measures, reasons } = stageNamed(stage);
  const whole = Object.values(measures).filter((measure) => measure.whole);
  return by_facets || Object.keys(reasons).every((reason) => whole.some((measure) => measure.reason === reason));
}
