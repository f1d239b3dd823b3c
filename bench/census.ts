import type { MadeExchange, Origin, Trait } from './exchanges.ts';

/** Longer texts count as this long; the generator makes none. */
const LONGEST = 20_000;

/** Lengths in characters. */
export interface LengthSummary {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
}

/** What a made-up log holds; shares of its exchanges, from 0 to 1, where nothing else is said. */
export interface Contents {
  readonly exchanges: number;
  readonly question: LengthSummary;
  readonly answer: LengthSummary;
  readonly exact_duplicates: number;
  readonly near_duplicates: number;
  /** With personal data in the question. */
  readonly personal: number;
  /** With something in the answer that cleaning mends. */
  readonly untidy: number;
  /** With an answer that filters drop. */
  readonly useless: number;
  readonly languages: Readonly<Record<string, number>>;
  readonly rated: number;
  /** As a share of the rated ones. */
  readonly rated_well: number;
}

/** Counts what the generator makes; memory does not grow with the number of exchanges. */
export class Census {
  private exchanges = 0;
  private readonly questions = new Lengths();
  private readonly answers = new Lengths();
  private readonly origins: Record<Origin, number> = { new: 0, exact: 0, near: 0 };
  private readonly traits: Record<Trait, number> = { personal: 0, untidy: 0, useless: 0 };
  private readonly languages: Record<string, number> = {};
  private rated = 0;
  private ratedWell = 0;

  add({ question, answer, origin, traits, language }: MadeExchange): void {
    this.exchanges += 1;
    this.questions.add(question.length);
    this.answers.add(answer.length);
    this.origins[origin] += 1;
    for (const trait of traits) this.traits[trait] += 1;
    this.languages[language] = (this.languages[language] ?? 0) + 1;
  }

  addRating(good: boolean): void {
    this.rated += 1;
    if (good) this.ratedWell += 1;
  }

  contents(): Contents {
    const share = (count: number): number => count / Math.max(1, this.exchanges);
    const languages = Object.entries(this.languages).sort(([, one], [, other]) => other - one);
    return {
      exchanges: this.exchanges,
      question: this.questions.summary(),
      answer: this.answers.summary(),
      exact_duplicates: share(this.origins.exact),
      near_duplicates: share(this.origins.near),
      personal: share(this.traits.personal),
      untidy: share(this.traits.untidy),
      useless: share(this.traits.useless),
      languages: Object.fromEntries(languages.map(([language, count]) => [language, share(count)])),
      rated: share(this.rated),
      rated_well: this.ratedWell / Math.max(1, this.rated),
    };
  }
}

/** How often each length came. */
class Lengths {
  private readonly counts = new Uint32Array(LONGEST + 1);
  private count = 0;
  private sum = 0;

  add(length: number): void {
    const place = Math.min(length, LONGEST);
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.count += 1;
    this.sum += length;
  }

  summary(): LengthSummary {
    return { mean: this.sum / Math.max(1, this.count), median: this.quantile(0.5), p95: this.quantile(0.95) };
  }

  private quantile(share: number): number {
    let reached = 0;
    return this.counts.findIndex((count) => {
      reached += count;
      return reached >= share * this.count;
    });
  }
}
