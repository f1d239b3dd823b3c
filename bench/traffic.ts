import type { Random } from '../scripts/random.ts';

export interface Visit {
  readonly user: string;
  readonly session: string;
}

/** Ours: three minutes to read an answer and to ask on, so a talk has 480 turns to take in a day. */
const TURNS_IN_A_DAY = 480;
/** Chance that an exchange is the last of its session, for three on average. */
const LAST = 1 / 3;

/** Says to which user and session each next exchange belongs; sessions run side by side. */
export class Traffic {
  private readonly random: Random;
  private readonly users: number;
  /** Talks that go on at the same time: the more, the more exchanges there are a day. */
  private readonly open: (Visit | undefined)[];
  private sessions = 0;

  constructor(random: Random, users: number, exchangesPerDay: number) {
    this.random = random;
    this.users = users;
    this.open = new Array(Math.max(2, Math.round(exchangesPerDay / TURNS_IN_A_DAY)));
  }

  next(): Visit {
    const place = this.random.whole(0, this.open.length - 1);
    const visit = this.open[place] ?? this.started();
    this.open[place] = this.random.chance(LAST) ? undefined : visit;
    return visit;
  }

  /** How many sessions there were so far. */
  get begun(): number {
    return this.sessions;
  }

  private started(): Visit {
    this.sessions += 1;
    // The square brings some users back far more often than others.
    const user = Math.floor(this.random.share() ** 2 * this.users);
    return { user: `u-${String(user).padStart(7, '0')}`, session: `s-${String(this.sessions).padStart(8, '0')}` };
  }
}
