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

/** A near duplicate in another split, with how similar the two are, 0 to 1. */
export interface NearLeak {
  readonly pair: ItemPair;
  readonly similarity: number;
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
    this.#plan = leakPlan(decided.decisions, part, project.plans.decide.dedup);
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
    const { threshold } = this.#project.plans.decide.dedup.near;
    const near: NearLeak[] = [];
    for (const [item, others] of candidates) {
      const own = shingles.get(item) ?? NONE;
      const [best] = others
        .map((other): NearLeak => ({ pair: [item, other], similarity: jaccard(own, shingles.get(other) ?? NONE) }))
        .sort((one, other) => other.similarity - one.similarity);
      if (best !== undefined && best.similarity >= threshold) near.push(best);
    }
    return near;
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

const NONE = new Uint32Array(0);

const NOTHING = { exact: 0, near: 0, ngram: 0, same_question: 0, ngram_words: LEAK_NGRAM, ngram_one_in: 1 };
