import type { Random } from '../scripts/random.ts';

export interface Visit {
  readonly user: string;
  readonly session: string;
}

/** Talks that go on at the same time. */
const OPEN = 40;
/** Chance that an exchange is the last of its session, for three on average. */
const LAST = 1 / 3;

/** Says to which user and session each next exchange belongs; sessions run side by side. */
export class Traffic {
  private readonly random: Random;
  private readonly users: number;
  private readonly open: Visit[] = [];
  private sessions = 0;

  constructor(random: Random, users: number) {
    this.random = random;
    this.users = users;
  }

  next(): Visit {
    const place = this.random.whole(0, OPEN - 1);
    const visit = this.open[place] ?? this.started();
    this.open[place] = this.random.chance(LAST) ? this.started() : visit;
    return visit;
  }

  private started(): Visit {
    this.sessions += 1;
    // The square brings some users back far more often than others.
    const user = Math.floor(this.random.share() ** 2 * this.users);
    return { user: `u-${String(user).padStart(7, '0')}`, session: `s-${String(this.sessions).padStart(8, '0')}` };
  }
}
