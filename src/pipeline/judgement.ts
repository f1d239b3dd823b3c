import { codeOf, PASSES_ALWAYS, PASSES_NEVER } from '../measures/byteScale.ts';
import type { Conversation } from './conversation.ts';
import { MEASURES } from './digest.ts';
import { filterBits, measurePlan, type PlacedMeasure } from './measurePlan.ts';
import type { RecordPlan } from './recordPlan.ts';
import { stageNamed } from './recordReasons.ts';
import { Drop, type RecordStageWorker, type StageContext } from './stage.ts';

/**
 * What all filters say of one conversation, beside its verdict: which of them would drop it, and what they measured. A
 * `RecordPipeline` that is handed one fills it in for every conversation that it judges.
 */
export class Judgement {
  /** As the column `fails` of the digest. */
  fails = 0;
  /** As a row of the column `measures`. */
  readonly codes = new Uint8Array(MEASURES);
  readonly #bits: ReadonlyMap<string, number>;
  readonly #ears: ReadonlyMap<string, Ear>;

  constructor({ stages }: RecordPlan, context: StageContext) {
    this.#bits = filterBits(stages);
    const placed = measurePlan(stages);
    const ears = stages.flatMap(({ use, options }): [string, Ear][] => {
      const own = placed.filter(({ stage }) => stage === use);
      return own.length === 0 ? [] : [[use, new Ear(own, options, context)]];
    });
    this.#ears = new Map(ears);
  }

  begin(): void {
    this.fails = 0;
    this.codes.fill(PASSES_ALWAYS);
  }

  /** What the worker of a stage is to tell its measures to; nothing for stages whose measures have no byte. */
  listenerOf(stage: string): StageContext['measured'] {
    return this.#ears.get(stage)?.listen;
  }

  /** A filter is about to judge. */
  open(stage: string): void {
    this.#ears.get(stage)?.forget();
  }

  /** It has judged `conversation`. */
  note(stage: string, conversation: Conversation, dropped: boolean): void {
    const bit = this.#bits.get(stage);
    if (bit === undefined) return;
    if (dropped) this.fails = (this.fails | (1 << bit)) >>> 0;
    const ear = this.#ears.get(stage);
    if (ear === undefined) return;
    if (dropped && !ear.hearsAll(conversation)) ear.writeNever(this.codes);
    else ear.write(this.codes);
  }
}

/** Hears what one stage measures. */
class Ear {
  readonly #placed: readonly PlacedMeasure[];
  readonly #values: Float64Array;
  /** The stage at its loosest: it reads on where the stage itself stopped, and drops only for what no limit here mends. */
  readonly #loosest: RecordStageWorker;

  constructor(placed: readonly PlacedMeasure[], options: object, context: StageContext) {
    this.#placed = placed;
    this.#values = new Float64Array(placed.length).fill(Number.NaN);
    const loose = placed.map(({ option, measure }) => [option, measure.loosest]);
    const { stage = '' } = placed[0] ?? {};
    this.#loosest = stageNamed(stage).create(
      { ...options, ...Object.fromEntries(loose) },
      { ...context, measured: this.listen },
    );
  }

  readonly listen = (option: string, value: number): void => {
    for (const [place, { option: own, measure }] of this.#placed.entries()) {
      if (own !== option) continue;
      const worst = this.#values[place] ?? Number.NaN;
      const isWorse = Number.isNaN(worst) || (measure.keeps === 'at_most' ? value > worst : value < worst);
      if (isWorse) this.#values[place] = value;
    }
  };

  forget(): void {
    this.#values.fill(Number.NaN);
  }

  /** Listens once more, to all of the conversation. False when it would be dropped at any limit. */
  hearsAll(conversation: Conversation): boolean {
    this.forget();
    return !(this.#loosest.apply(conversation) instanceof Drop);
  }

  write(codes: Uint8Array): void {
    for (const [place, { slot, scale, measure }] of this.#placed.entries()) {
      const value = this.#values[place] ?? Number.NaN;
      codes[slot] = Number.isNaN(value) ? PASSES_ALWAYS : codeOf(value, scale, measure.keeps);
    }
  }

  writeNever(codes: Uint8Array): void {
    for (const { slot } of this.#placed) codes[slot] = PASSES_NEVER;
  }
}
