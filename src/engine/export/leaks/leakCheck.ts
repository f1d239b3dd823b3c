import { MinHasher, SIGNATURE_BYTES } from '../../../measures/minhash.ts';
import { jaccard } from '../../../measures/shingles.ts';
import { SPLITS } from '../../../pipeline/split/assign.ts';
import type { Leaks } from '../../../report/types.ts';
import type { Decided } from '../../decideProject.ts';
import { inOrder, type Pool } from '../../pool.ts';
import type { Project } from '../../project.ts';
import type { WriteTask } from '../../tasks.ts';
import type { ExamplePrints } from '../../write/examplePrints.ts';
import type { PreparedPart } from '../prepare.ts';
import { type WriteRules, writeTasks } from '../writeTasks.ts';
import { type FoundLeaks, type ItemPair, LeakFinder } from './leakFinder.ts';
import { refuseLeaks } from './leakGate.ts';
import { LEAK_NGRAM, type LeakPlan, leakPlan } from './leakPlan.ts';

/** A near duplicate in another split. */
export interface NearLeak {
  readonly pair: ItemPair;
  /** 0 to 1, without what is canned. */
  readonly similarity: number;
  /** Where duplicates are looked for, the two are compared as well: without what is canned they share a band. */
  readonly isCandidate: boolean;
}

/** Compares the examples of one kind across splits, from what the writers of rows were handed. */
export class LeakCheck {
  readonly #project: Project;
  readonly #decided: Decided;
  readonly #part: PreparedPart;
  readonly #plan: LeakPlan | undefined;
  readonly #finder: LeakFinder | undefined;

  /** @param part what is held out comes first in it, see `heldOutFirst` */
  constructor(project: Project, decided: Decided, part: PreparedPart) {
    this.#project = project;
    this.#decided = decided;
    this.#part = part;
    this.#plan = leakPlan(decided, part, project.plans.decide.dedup);
    this.#finder = this.#plan && new LeakFinder(this.#plan.finder);
  }

  /** How examples are to be printed; nothing where there is nothing to compare. */
  get prints(): WriteTask['prints'] {
    return this.#plan?.prints;
  }

  add(prints: ExamplePrints | undefined): void {
    if (prints !== undefined) this.#finder?.add(prints);
  }

  /**
   * Compares the texts of what may be near duplicates, and says what was found.
   * @param rules how the examples were read
   * @throws GateFailed when the same text stands in two splits, and `export.leaks` says that this is a failure
   */
  async finish(rules: Omit<WriteRules, 'formats'>, pool: Pool): Promise<Leaks> {
    const found = this.#finder?.finish();
    if (found === undefined) return { ...NOTHING, compared: this.#written() };
    const near = await this.#verified(found, rules, pool);
    await refuseLeaks(this.#project, this.#decided, this.#part, { found, near });
    return {
      compared: Object.fromEntries(SPLITS.map((split, place) => [split, found.compared[place] ?? 0])),
      exact: found.exact,
      near: near.length,
      ngram: found.ngram,
      same_question: found.question,
      ngram_words: LEAK_NGRAM,
      ngram_one_in: 2 ** (this.#plan?.prints.sampled ?? 0),
    };
  }

  #written(): Leaks['compared'] {
    return Object.fromEntries(SPLITS.map((split) => [split, 0]));
  }

  /** Of the candidates those whose texts are as similar as the threshold: n-grams are counted, not estimated. */
  async #verified({ candidates }: FoundLeaks, rules: Omit<WriteRules, 'formats'>, pool: Pool): Promise<NearLeak[]> {
    const wanted = new Set([...candidates].flatMap(([item, others]) => [item, ...others]));
    const shingles = await this.#shingles(wanted, rules, pool);
    const near: NearLeak[] = [];
    for (const [item, others] of candidates) {
      const leaks = others.map((other) => this.#compared([item, other], shingles));
      const [best] = leaks
        .filter((leak) => leak !== undefined)
        .sort((one, other) => Number(other.isCandidate) - Number(one.isCandidate) || other.similarity - one.similarity);
      if (best !== undefined) near.push(best);
    }
    return near;
  }

  #compared(pair: ItemPair, shingles: ReadonlyMap<number, Uint32Array>): NearLeak | undefined {
    const { threshold } = this.#project.plans.decide.dedup.near;
    const { bands = 0, fewestWords = 0 } = this.#plan?.finder ?? {};
    const one = shingles.get(pair[0]) ?? NONE;
    const other = shingles.get(pair[1]) ?? NONE;
    // Of what is canned for the most part too little is left to be compared, as where duplicates are looked for.
    const isCanned = this.#decided.decisions.near.canned.length > 0 && Math.min(one.length, other.length) < fewestWords;
    const similarity = isCanned ? 0 : jaccard(one, other);
    return similarity < threshold ? undefined : { pair, similarity, isCandidate: shareBand(one, other, bands) };
  }

  /** Reads some examples once more; only hashes of their n-grams leave the workers. */
  async #shingles(
    numbers: ReadonlySet<number>,
    rules: Omit<WriteRules, 'formats'>,
    pool: Pool,
  ): Promise<Map<number, Uint32Array>> {
    const shingles = new Map<number, Uint32Array>();
    if (numbers.size === 0 || this.#plan === undefined) return shingles;
    const order = Uint32Array.from(numbers).sort();
    const items = order.map((number) => this.#part.items[number] ?? 0);
    const prints = { ...this.#plan.prints, shingles: true };
    const tasks = writeTasks(this.#decided, { ...this.#part, items, formats: [] }, { ...rules, formats: [], prints });
    for await (const answer of inOrder(pool, tasks, (task) => pool.write(task))) {
      for (const [at, number] of answer.prints?.item.entries() ?? [])
        shingles.set(order[number] ?? 0, answer.prints?.shingles[at] ?? NONE);
    }
    return shingles;
  }
}

/** Whether the signatures of two sets of shingles have a band in common. */
function shareBand(one: Uint32Array, other: Uint32Array, bands: number): boolean {
  const signatures = new Uint8Array(2 * SIGNATURE_BYTES);
  const minhash = new MinHasher();
  for (const [place, shingles] of [one, other].entries()) {
    minhash.reset();
    for (const shingle of shingles) minhash.add(shingle);
    minhash.write(signatures, place * SIGNATURE_BYTES);
  }
  const words = new Uint32Array(signatures.buffer);
  const half = words.length / 2;
  return words.subarray(0, Math.min(bands, half)).some((word, band) => word === words[half + band]);
}

const NONE = new Uint32Array(0);

const NOTHING = { exact: 0, near: 0, ngram: 0, same_question: 0, ngram_words: LEAK_NGRAM, ngram_one_in: 1 };
