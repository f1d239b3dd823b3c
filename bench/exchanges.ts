import { Random } from '../scripts/random.ts';
import { Prose } from './prose.ts';
import { WORD_LISTS } from './words.ts';

export interface MadeExchange {
  readonly language: string;
  readonly question: string;
  readonly answer: string;
}

/** Shares of the whole. Ours: near what retries and pasted contact data come to in the logs of a support bot. */
const EXACT = 0.05;
const NEAR = 0.03;
const PERSONAL = 0.05;
/** Answers that filters drop, so that this path is measured too. */
const USELESS = 0.04;
/** How far back a repetition reaches: minutes to hours of traffic, and flat in memory. */
const REMEMBERED = 2_000;
/** Log-normal lengths of answers; lists and code on top bring the mean to 1,600. Ours: a wide spread, as chat answers have. */
const MEAN_LENGTH = 1_450;
const SPREAD = 0.8;

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
    const kind = this.memory.length < 100 ? 1 : this.random.share();
    if (kind < EXACT) return this.random.pick(this.memory);
    if (kind < EXACT + NEAR) return this.edited(this.random.pick(this.memory));
    const made = this.made();
    this.memory[this.memory.length < REMEMBERED ? this.memory.length : this.random.whole(0, REMEMBERED - 1)] = made;
    return made;
  }

  private made(): MadeExchange {
    const { random } = this;
    const [prose, language] = this.prose[random.weighted(this.shares)] ?? random.pick(this.prose);
    const asked = prose.paragraph(random.whole(40, 240), random);
    const question = asked.replace(/[.。]$/, language === 'ja' ? 'か。' : '?');
    const answer = random.chance(USELESS) ? random.pick(USELESS_ANSWERS) : prose.document(this.answerLength(), random);
    if (!random.chance(PERSONAL)) return { language, question, answer };
    return { language, question: `${question} ${personalSentence(random)}`, answer };
  }

  private answerLength(): number {
    const { random } = this;
    // Box and Muller's normal numbers.
    const normal = Math.sqrt(-2 * Math.log(1 - random.share())) * Math.cos(2 * Math.PI * random.share());
    const length = Math.exp(Math.log(MEAN_LENGTH) - (SPREAD * SPREAD) / 2 + SPREAD * normal);
    return Math.round(Math.min(12_000, Math.max(80, length)));
  }

  /** One to three words of the answer replaced; answers too short to stay alike are repeated as they are. */
  private edited(exchange: MadeExchange): MadeExchange {
    const { random } = this;
    if (exchange.answer.length < 600) return exchange;
    let { answer } = exchange;
    for (let edit = random.whole(1, 3); edit > 0; edit -= 1) {
      const from = answer.indexOf(' ', random.whole(0, answer.length - 100));
      const to = answer.indexOf(' ', from + 1);
      if (from < 0 || to < 0) continue;
      answer = `${answer.slice(0, from)} ${random.pick(REPLACEMENTS)}${answer.slice(to)}`;
    }
    return { ...exchange, answer };
  }
}

const USELESS_ANSWERS = [
  'Yes.',
  'No idea.',
  '?',
  "I'm sorry, but I can't help with that request.",
  'Internal server error.',
];
const REPLACEMENTS = ['alpha', 'beta', 'gamma', 'delta', 'omega', '17', '2026', 'maybe'];

/** Reserved domains, numbers and addresses only, as in the sample. */
function personalSentence(random: Random): string {
  const two = String(random.whole(0, 99)).padStart(2, '0');
  return random.pick([
    `Mail me at user${random.whole(1, 99_999)}@example.com.`,
    `My number is (212) 555-01${two}.`,
    `Call +44 20 7946 0${two}${random.whole(0, 9)} please.`,
    'My card is 4111 1111 1111 1111.',
    'The account is DE89 3704 0044 0532 0130 00.',
    `The server is 192.0.2.${random.whole(1, 254)}.`,
    `The key is sk-${'a'.repeat(48)}.`,
  ]);
}
