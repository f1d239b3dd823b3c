import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ForgetReport } from '../../report/types.ts';
import { clearCache } from '../cache/cacheReport.ts';
import { sha256Of } from '../hashFile.ts';
import { writeLedger } from '../ledger/writeLedger.ts';
import type { Project } from '../project.ts';
import { clearRubbish } from './clearRubbish.ts';
import { CannotTell } from './dataSetPlan.ts';
import { findTraces, nameIn, type Traces } from './findTraces.ts';
import { addEntries, missingEntries } from './forgottenEntries.ts';
import { type FoundJournal, Journal, type JournalHead, type Step } from './journal.ts';
import type { Locks } from './locks.ts';
import { Person, type Subject } from './person.ts';
import { Places } from './places.ts';
import { plannedFiles } from './plannedFiles.ts';
import { receiptName, receiptPath, totalsOf, writeReceipt } from './receipt.ts';
import { rewriteDataSet } from './rewriteDataSet.ts';
import { rewriteLog } from './rewriteLog.ts';
import { filesOfSet, needsWriting } from './setFiles.ts';
import { changedInputs, isTaken, recordsOf } from './steps.ts';
import { writeWhole } from './writeWhole.ts';

export interface ForgetRequest {
  readonly subject: Subject;
  /** Folders with data sets besides those in `curated`. */
  readonly also: readonly string[];
  readonly dry_run: boolean;
  /** Key of the pseudonyms. */
  readonly id_key: string | undefined;
}

/** One erasure from its first look to its receipt. */
export class Erasure {
  readonly #project: Project;
  readonly #began = performance.now();
  readonly #at = new Date().toISOString();
  readonly #person: Person;
  readonly #also: readonly string[];
  readonly #found: FoundJournal | undefined;
  /** Steps that are done. */
  readonly #steps: Step[];
  readonly #isDry: boolean;
  readonly #warnings: string[] = [];

  constructor(project: Project, { subject, also, id_key, dry_run }: ForgetRequest, found: FoundJournal | undefined) {
    this.#project = project;
    this.#isDry = dry_run;
    const own = found !== undefined && isSame(found.head.subject, subject) ? found : undefined;
    this.#found = own;
    this.#also = [...new Set([...(own?.head.also ?? []), ...also])];
    this.#person = new Person(subject, id_key, own?.head.known);
    this.#steps = own?.steps.filter(isTaken) ?? [];
  }

  /** What a run would do. */
  async look(): Promise<ForgetReport> {
    const traces = await this.#look();
    return this.#report(
      traces,
      plannedFiles(this.#project, traces, this.#steps),
      missingEntries(this.#project.data, this.#person, this.#at).length,
      null,
    );
  }

  async run(locks: Locks): Promise<ForgetReport> {
    const { data } = this.#project;
    await clearRubbish(this.#project, this.#also, locks);
    const traces = await this.#look();
    const entries = missingEntries(data, this.#person, this.#at);
    if (this.#found === undefined && entries.length === 0 && this.#isNothing(traces))
      return this.#report(traces, [], 0, null);
    if (this.#found === undefined && this.#isNothing(traces)) this.#warnings.push(unknownWarning(this.#person.subject));
    const head = this.#head();
    // The list comes first: whatever happens from here on, nothing of them is used again.
    addEntries(data, entries);
    const journal = new Journal(data, head, this.#steps);
    try {
      await this.#rewriteLogs(traces, journal);
      await this.#rewriteSets(traces, journal, locks, head);
      this.#rewriteOptOut(traces, journal);
      this.#rewriteLedger(traces, journal);
      clearCache(data);
      const files = recordsOf(this.#steps);
      const { left } = traces;
      writeReceipt(data, head, this.#person, {
        ended: new Date().toISOString(),
        resumed: this.#found !== undefined,
        files,
        left,
      });
      journal.remove();
      return this.#report(traces, files, entries.length, receiptPath(data, head.receipt));
    } finally {
      journal.close();
    }
  }

  #look(): Promise<Traces> {
    const gone = new Places();
    for (const step of this.#steps) if (step.step === 'log') gone.add(step.name, step.malformed);
    return findTraces(this.#project, this.#person, gone, this.#also);
  }

  #head(): JournalHead {
    const { subject } = this.#person;
    const known = this.#person.known();
    const began = this.#found?.head.began ?? this.#at;
    const receipt = this.#found?.head.receipt ?? receiptName(began, this.#person);
    return { subject, known, began, receipt, also: this.#also };
  }

  #isNothing({ removals, sets, gone, optOut, ledger }: Traces): boolean {
    const nothing = removals.every(({ lines, damaged }) => lines.length === 0 || damaged);
    return (
      nothing && optOut === undefined && ledger === undefined && sets.every((set) => filesOfSet(set, gone).length === 0)
    );
  }

  async #rewriteLogs({ removals, sets }: Traces, journal: Journal): Promise<void> {
    for (const removal of removals) {
      const { file, lines, total, malformed, damaged } = removal;
      if (lines.length === 0 || damaged) continue;
      const lengths = sets.flatMap(({ set }) =>
        set.manifest.inputs.flatMap((input) => (input.file === file.name ? [input.bytes] : [])),
      );
      const carried = await rewriteLog(removal, lengths, ({ inode, sha256_before, sha256_after, beginnings }) => {
        const counts = { removed: lines.length, of: total };
        const record = {
          file: nameIn(this.#project, file.path),
          place: file.kind,
          ...counts,
          sha256_before,
          sha256_after,
        };
        this.#take(journal, { step: 'log', path: file.path, inode, record, name: file.name, beginnings, malformed });
      });
      if (carried > 0) this.#warnings.push(grownWarning(file.name));
      if (file.growing) this.#warnings.push(newestWarning(file.name));
    }
  }

  async #rewriteSets(
    { sets, gone, left }: Traces,
    journal: Journal,
    locks: Locks,
    { receipt }: JournalHead,
  ): Promise<void> {
    const inputs = changedInputs(this.#steps);
    for (const traces of sets) {
      if (!needsWriting(traces, gone, inputs)) continue;
      const { folder } = traces.set;
      const plan = { ...traces, gone, inputs, since: { at: this.#at, receipt } };
      const set = rewriteDataSet(plan, locks.stagingFor(folder), (changes, manifest_sha256) => {
        const records = changes.map(({ file, removed, of, before, after }) => ({
          file: nameIn(this.#project, join(folder, file)),
          place: 'data set' as const,
          removed,
          of,
          sha256_before: before,
          sha256_after: after?.sha256 ?? null,
        }));
        this.#take(journal, { step: 'folder', path: folder, manifest_sha256, records });
      });
      await set.catch((error: unknown) => {
        if (!(error instanceof CannotTell)) throw error;
        left.push({ file: nameIn(this.#project, folder), why: error.message });
      });
    }
  }

  #rewriteOptOut({ optOut }: Traces, journal: Journal): void {
    if (optOut === undefined) return;
    const { path, text, removed, of, sha256_before, sha256_after } = optOut;
    writeWhole(path, text, statSync(path).mode & 0o7777, (inode) => {
      const record = {
        file: nameIn(this.#project, path),
        place: 'opt_out' as const,
        removed,
        of,
        sha256_before,
        sha256_after,
      };
      this.#take(journal, { step: 'log', path, inode, record, name: '', beginnings: [], malformed: [] });
    });
  }

  #rewriteLedger({ ledger: traces }: Traces, journal: Journal): void {
    if (traces === undefined) return;
    const { path, ledger, mark, removed, of } = traces;
    const file = nameIn(this.#project, path);
    const sha256_before = sha256Of(path);
    writeLedger(this.#project.curated, ledger, mark, (draft) => {
      const record = { file, place: 'ledger' as const, removed, of, sha256_before, sha256_after: sha256Of(draft) };
      const { ino: inode } = statSync(draft);
      this.#take(journal, { step: 'log', path, inode, record, name: '', beginnings: [], malformed: [] });
    });
  }

  #take(journal: Journal, step: Step): void {
    journal.announce(step);
    this.#steps.push(step);
  }

  #report({ left }: Traces, records: ForgetReport['files'], entries: number, receipt: string | null): ForgetReport {
    const files = records.map(({ file, place, removed, of }) => ({ file, place, removed, of }));
    const { lines, rows } = totalsOf(files);
    return {
      command: 'forget',
      dry_run: this.#isDry,
      kind: this.#person.subject.kind,
      pseudonym: this.#person.pseudonym,
      resumed: this.#found !== undefined,
      files,
      lines,
      rows,
      entries,
      left,
      warnings: this.#warnings,
      receipt,
      seconds: Math.round(performance.now() - this.#began) / 1000,
    };
  }
}

function grownWarning(name: string): string {
  return `${name} grew while it was written anew. What came is kept out of every run if it is theirs, but stands in the log: run the command again.`;
}

function unknownWarning({ kind }: Subject): string {
  return `No file names this ${kind}. When something should be there, look at the spelling of the id, at --user, --session or --conversation, and, for a pseudonym, at CURATE_ID_KEY.`;
}

function newestWarning(name: string): string {
  return `${name} is the newest log of its name and was written anew: whoever writes to it has to open it again (\`curate serve\`, \`curate log\` and the library do), or what it writes from now on goes to the old file, which has no name any more.`;
}

/** Whether two calls ask for the same to be forgotten. */
export function isSame(one: Subject, other: Subject): boolean {
  return one.kind === other.kind && one.given === other.given;
}
