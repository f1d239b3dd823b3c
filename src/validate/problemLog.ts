import type { ProblemName } from './problems.ts';

/** Ours: enough to go and look, and to see whether they have something in common. */
export const SHOWN_PLACES = 20;

/** Where a problem is: the line on which the row begins, from 1, and the path of the key, such as `messages[3].content`. */
export interface RowPlace {
  readonly line: number;
  readonly key: string;
}

/** All problems of one kind and detail: how many, and where the first are; a place with several is told once. */
export interface ProblemGroup {
  readonly problem: ProblemName;
  /** What kind of it, where the kind has kinds: an entity, a trainer's reason, a role. Never what somebody wrote. */
  readonly detail: string;
  count: number;
  readonly places: RowPlace[];
}

/** Told of every problem of a row. */
export type Tell = (problem: ProblemName, key: string, detail?: string) => void;

/** Counts problems as they come. */
export class ProblemLog {
  readonly #groups = new Map<string, ProblemGroup>();

  add(problem: ProblemName, line: number, key: string, detail = ''): void {
    const group = this.#groupOf(problem, detail);
    group.count++;
    const last = group.places.at(-1);
    if (group.places.length === SHOWN_PLACES || (last?.line === line && last.key === key)) return;
    group.places.push({ line, key });
  }

  groups(): readonly ProblemGroup[] {
    return [...this.#groups.values()];
  }

  #groupOf(problem: ProblemName, detail: string): ProblemGroup {
    const name = detail === '' ? problem : `${problem} ${detail}`;
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const group: ProblemGroup = { problem, detail, count: 0, places: [] };
    this.#groups.set(name, group);
    return group;
  }
}
