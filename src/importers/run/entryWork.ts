import type { Imported, ImportedLine } from '../importer.ts';
import { type DaySink, dayName } from './dayFiles.ts';
import type { ImportTally } from './importTally.ts';
import type { AtDoor, DoorProblem, LineDoor } from './lineDoor.ts';
import type { LinesThere } from './linesThere.ts';

interface Parts {
  readonly days: DaySink;
  /** Of file names: the importer and the mark of the source. */
  readonly suffix: string;
  readonly known: LinesThere;
  readonly tally: ImportTally;
  readonly door: LineDoor;
}

/** Brings what importers read into the files of days, and counts it. */
export class EntryWork {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @param place of the entry in the file, from 1 */
  take(imported: Imported, file: string, place: number): void {
    const { tally } = this.#parts;
    const lines = imported.problem === undefined ? this.#takeLines(imported) : NOTHING;
    const problem = imported.problem ?? lines.problem;
    const pass = lines.one_sided ? 'one_sided' : imported.pass;
    if (problem !== undefined) tally.refuse(file, place, problem);
    else if (lines.stored > 0) tally.use();
    else if (lines.left_out) tally.leaveOut();
    else if (pass !== undefined) tally.passOver(pass);
    else tally.use();
  }

  /** Lines that are of no entry alone. */
  takeRest(imported: Imported): void {
    this.#takeLines(imported);
  }

  #takeLines({ conversations = [], feedback = [] }: Imported): Outcome {
    const outcome = { ...NOTHING };
    const gone = new Set<string>();
    for (const one of conversations) {
      const { door, tally } = this.#parts;
      if (this.#store('conversations', one, door.conversation(one), outcome)) tally.conversations++;
      else gone.add(one.conversation_id);
    }
    for (const one of feedback) {
      // What was said of something that is not stored is about nothing.
      if (gone.has(one.conversation_id)) continue;
      const { door, tally } = this.#parts;
      if (this.#store('feedback', one, door.feedback(one), outcome)) tally.feedback++;
    }
    return outcome;
  }

  /** @returns false when the line is not let in */
  #store(kind: 'conversations' | 'feedback', { timestamp }: ImportedLine, at: AtDoor, outcome: Outcome): boolean {
    const { days, suffix, known, tally } = this.#parts;
    if ('left_out' in at) outcome.left_out = true;
    else if ('one_sided' in at) outcome.one_sided = true;
    else if ('problem' in at) outcome.problem = at.problem;
    if (!('line' in at)) return false;
    outcome.stored++;
    if (known.has(at.line)) tally.known++;
    else days.add(dayName(kind, timestamp, suffix), at.line);
    return true;
  }
}

interface Outcome {
  stored: number;
  left_out: boolean;
  one_sided: boolean;
  problem: DoorProblem | undefined;
}

const NOTHING: Outcome = { stored: 0, left_out: false, one_sided: false, problem: undefined };
