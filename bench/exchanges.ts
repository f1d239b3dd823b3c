import { Random } from '../scripts/random.ts';
import { personalSentence, untidy, uselessAnswer } from './blemishes.ts';
import { Prose } from './prose.ts';
import { WORD_LISTS } from './words.ts';

/** How an exchange came about: made anew, said again word by word, or said again with a few other words. */
export type Origin = 'new' | 'exact' | 'near';

/** What was put into an exchange on purpose. */
export type Trait = 'personal' | 'useless' | 'untidy';

export interface MadeExchange {
  readonly language: string;
  readonly question: string;
  readonly answer: string;
  readonly origin: Origin;
  readonly traits: readonly Trait[];
}

/** Shares of the whole. Ours: near what retries and pasted contact data come to in the logs of a support bot. */
const EXACT = 0.05;
const NEAR = 0.03;
const PERSONAL = 0.05;
const USELESS = 0.04;
/** Cleaning changes 28 % of Arena-Hard's model answers, 9 % of MT-Bench-101's and 61 % of HH-RLHF's: most of it white space. */
const UNTIDY = 0.2;
/** How far back a repetition reaches: minutes to hours of traffic, and flat in memory. */
const REMEMBERED = 2_000;
/** A shorter answer is another one when three of its words change. */
const LEAST_TO_EDIT = 600;

/** Lengths in characters, log-normal: few are very long, as the prompts and answers of Arena-Hard are. */
const QUESTIONS = { mean: 170, spread: 0.9, least: 20, most: 6_000 } as const;
/** Lists and code on top bring the mean near 1,500. */
const ANSWERS = { mean: 1_450, spread: 0.8, least: 80, most: 12_000 } as const;

/** Makes exchange after exchange: new ones, exact repetitions, near ones. */
export class ExchangeSource {
  private readonly random: Random;
  private readonly prose: readonly (readonly [Prose, string])[];
  private readonly shares: readonly (readonly [number, number])[];
  private readonly memory: MadeExchange[] = [];

  constructor(seed: number) {
    this.random = new Random(seed, 1);
    this.prose = WORD_LISTS.map((list) => [new Prose(list, seed), list.language] as const);
    this.shares = WORD_LISTS.map((list, at) => [at, list.share] as const);
  }

  next(): MadeExchange {
    const { memory, random } = this;
    const kind = memory.length < 100 ? 1 : random.share();
    if (kind < EXACT) return { ...random.pick(memory), origin: 'exact' };
    if (kind < EXACT + NEAR) return this.edited();
    const made = this.made();
    memory[memory.length < REMEMBERED ? memory.length : random.whole(0, REMEMBERED - 1)] = made;
    return made;
  }

  private made(): MadeExchange {
    const { random } = this;
    const [prose, language] = this.prose[random.weighted(this.shares)] ?? random.pick(this.prose);
    const traits: Trait[] = [];
    const happens = (trait: Trait, share: number) => random.chance(share) && traits.push(trait) > 0;
    let question = this.question(prose, language);
    if (happens('personal', PERSONAL)) question += ` ${personalSentence(random)}`;
    let answer = prose.document(logNormal(ANSWERS, random), random);
    if (happens('useless', USELESS)) answer = uselessAnswer(prose, random);
    else if (happens('untidy', UNTIDY)) answer = untidy(answer, random);
    return { language, question, answer, origin: 'new', traits };
  }

  private question(prose: Prose, language: string): string {
    const length = logNormal(QUESTIONS, this.random);
    const asked = length < 500 ? prose.paragraph(length, this.random) : prose.document(length, this.random);
    return asked.replace(/[.。]$/, language === 'ja' ? 'か。' : '?');
  }

  /** What was said before with one to three words of the answer replaced. */
  private edited(): MadeExchange {
    const { random } = this;
    let exchange = random.pick(this.memory);
    while (exchange.answer.length < LEAST_TO_EDIT) exchange = random.pick(this.memory);
    let { answer } = exchange;
    for (let edit = random.whole(1, 3); edit > 0; edit -= 1) {
      const from = answer.indexOf(' ', random.whole(0, answer.length - 100));
      const to = answer.indexOf(' ', from + 1);
      if (from < 0 || to < 0) continue;
      answer = `${answer.slice(0, from)} ${random.pick(REPLACEMENTS)}${answer.slice(to)}`;
    }
    return { ...exchange, answer, origin: 'near' };
  }
}

const REPLACEMENTS = ['alpha', 'beta', 'gamma', 'delta', 'omega', '17', '2026', 'maybe'];

interface Lengths {
  readonly mean: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
  readonly least: number;
  readonly most: number;
}

function logNormal({ mean, spread, least, most }: Lengths, random: Random): number {
  // Box and Muller's normal numbers.
  const normal = Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
  const length = Math.exp(Math.log(mean) - (spread * spread) / 2 + spread * normal);
  return Math.round(Math.min(most, Math.max(least, length)));
}
