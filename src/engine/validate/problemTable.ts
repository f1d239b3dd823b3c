import type { ProblemPlace, ValidateProblem } from '../../report/types.ts';
import { type ProblemGroup, SHOWN_PLACES } from '../../validate/problemLog.ts';
import { PROBLEMS, type ProblemName, type Severity } from '../../validate/problems.ts';
import { type Rules, severityOf } from '../../validate/rules.ts';

interface Entry {
  readonly problem: ProblemName;
  readonly detail: string;
  readonly severity: Severity;
  count: number;
  readonly places: ProblemPlace[];
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];

/** All problems of a data set; files come one after the other, each with its rules. */
export class ProblemTable {
  readonly #entries = new Map<string, Entry>();
  /** What each of the trainer's reasons means. */
  readonly #reasons: Readonly<Record<string, string>>;

  constructor(reasons: Readonly<Record<string, string>> = {}) {
    this.#reasons = reasons;
  }

  /** Adds what a range of a file told; its lines count from `lines`. */
  addGroups(groups: readonly ProblemGroup[], file: string, lines: number, rules: Rules): void {
    for (const { problem, detail, count, places } of groups) {
      const entry = this.#entryOf(problem, detail, rules);
      if (entry === undefined) continue;
      entry.count += count;
      for (const { line, key } of places.slice(0, SHOWN_PLACES - entry.places.length))
        entry.places.push({ file, line: line + lines, key });
    }
  }

  add(problem: ProblemName, place: ProblemPlace, rules: Rules): void {
    const entry = this.#entryOf(problem, '', rules);
    if (entry === undefined) return;
    entry.count++;
    if (entry.places.length < SHOWN_PLACES) entry.places.push(place);
  }

  countOf(severity: Severity): number {
    let sum = 0;
    for (const entry of this.#entries.values()) if (entry.severity === severity) sum += entry.count;
    return sum;
  }

  /** Errors first, and of these what is most frequent. */
  problems(): ValidateProblem[] {
    const entries = [...this.#entries.values()];
    entries.sort(
      (one, other) => ORDER.indexOf(one.severity) - ORDER.indexOf(other.severity) || other.count - one.count,
    );
    return entries.map(({ problem, detail, severity, count, places }) => {
      const { sentence, cure } = PROBLEMS[problem];
      const reason = problem === 'refused_by_target' ? this.#reasons[detail] : undefined;
      return { problem, detail, severity, sentence: reason ?? sentence, cure, count, places };
    });
  }

  #entryOf(problem: ProblemName, detail: string, rules: Rules): Entry | undefined {
    const severity = severityOf(problem, rules);
    if (severity === 'off') return undefined;
    const name = `${severity} ${problem} ${detail}`;
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const entry: Entry = { problem, detail, severity, count: 0, places: [] };
    this.#entries.set(name, entry);
    return entry;
  }
}
