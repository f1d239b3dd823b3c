import type { FoundIds } from '../../inputs/lineIds.ts';
import { hash53 } from '../../measures/hash.ts';
import { hasPseudonymForm, keyMark, pseudonymizer } from '../../measures/pseudonym.ts';
import { ledgerKey } from '../../pipeline/split/groupKeys.ts';
import type { ForgottenEntry, ForgottenKind } from '../privacy/forgottenList.ts';
import { Aliases } from './aliases.ts';
import { mentions } from './mentions.ts';

/** Who or what is to be forgotten, as it was asked for: a raw id or a pseudonym. */
export interface Subject {
  readonly kind: ForgottenKind;
  readonly given: string;
}

/** What was found out about a subject; kept in the journal, as the lines that tell it may be gone when a run goes on. */
export interface KnownIds {
  /** The forms in which the logs name the subject. */
  readonly self: readonly string[];
  readonly sessions: readonly string[];
  /** Ids of the conversations that go. */
  readonly conversations: readonly string[];
  /** Sessions in which lines without a user were theirs. */
  readonly lone_sessions: readonly string[];
  /** Forms that came as pseudonyms, or as raw ids. */
  readonly hashed: readonly string[];
  readonly raw: readonly string[];
  /** By which the ledger of the splits knows the subject. */
  readonly ledger_keys: readonly number[];
}

/** Says which lines are the subject's, and learns on the way by what else they are known. */
export class Person {
  readonly subject: Subject;
  readonly conversations = new Set<string>();
  /** Keys of groups (`ledgerKey`) of lines that go. */
  readonly #ledgerKeys = new Set<number>();
  readonly #self: Aliases;
  readonly #sessions: Aliases;
  readonly #loneSessions = new Set<string>();
  readonly #hashed = new Set<string>();
  readonly #raw = new Set<string>();
  readonly #key: string | undefined;

  /** @param known what an earlier run found out */
  constructor(subject: Subject, key: string | undefined, known?: KnownIds) {
    this.subject = subject;
    this.#key = key;
    this.#self = new Aliases(key);
    this.#sessions = new Aliases(key);
    this.#self.add(subject.given);
    for (const id of known?.self ?? []) this.#self.add(id);
    for (const id of known?.sessions ?? []) this.#sessions.add(id);
    for (const id of known?.conversations ?? []) this.conversations.add(id);
    for (const id of known?.lone_sessions ?? []) this.#loneSessions.add(id);
    for (const id of known?.hashed ?? []) this.#hashed.add(id);
    for (const id of known?.raw ?? []) this.#raw.add(id);
    for (const key of known?.ledger_keys ?? []) this.#ledgerKeys.add(key);
  }

  /** Takes from a conversation of the user that it has found which session it belongs to. The first of two looks at the logs. */
  learn(found: FoundIds): void {
    if (this.subject.kind !== 'user' || !this.#self.has(found.user)) return;
    this.#note(found.user, found.hashes);
    if (found.session !== undefined) this.#sessions.add(found.session);
  }

  /** Only lines with these bytes, or with an escape in them, can be the subject's by name; nothing when any line can. */
  get bytes(): readonly Buffer[] | undefined {
    return this.#self.needsHashing ? undefined : Array.from(this.#self.forms, (form) => Buffer.from(form));
  }

  /** Whether a line of a conversation log is the subject's; its id is known from then on. */
  ownsConversation(found: FoundIds): boolean {
    if (!this.#isNamed(found) && !this.#isLone(found)) return false;
    if (found.id !== undefined) this.conversations.add(found.id);
    for (const key of keysOf(found, this.subject.kind)) this.#ledgerKeys.add(key);
    return true;
  }

  /** Whether a line of feedback is the subject's, or about a conversation that goes. */
  ownsFeedback(found: FoundIds): boolean {
    if (this.#isNamed(found) || this.#isLone(found)) return true;
    return found.ids.some((id) => this.conversations.has(id));
  }

  /** Whether a line that cannot be read names the subject, or a session of the user. */
  isMentioned(bytes: Buffer): boolean {
    return mentions(bytes, this.#self, this.#sessions);
  }

  /** Whether an id is the subject's own, in any form. */
  is(id: string | undefined): boolean {
    return this.#self.has(id);
  }

  known(): KnownIds {
    return {
      self: [...this.#self.forms],
      sessions: [...this.#sessions.forms],
      conversations: [...this.conversations],
      lone_sessions: [...this.#loneSessions],
      hashed: [...this.#hashed],
      raw: [...this.#raw],
      ledger_keys: [...this.#ledgerKeys],
    };
  }

  /** The keys of groups that are the subject's own: of the lines that go, and of what was known of earlier ones. */
  get ledgerKeys(): ReadonlySet<number> {
    const { kind } = this.subject;
    if (kind === 'conversation') return new Set();
    const own = Array.from(this.#self.forms, (id) => ledgerKey(kind, hash53(id)));
    const sessions = Array.from(this.#sessions.forms, (id) => ledgerKey('session', hash53(id)));
    return new Set([...this.#ledgerKeys, ...own, ...sessions]);
  }

  /** By what receipts name the subject. */
  get pseudonym(): string {
    const { given } = this.subject;
    return hasPseudonymForm(given) && !this.#raw.has(given) ? given : pseudonymizer(this.#key)(given);
  }

  /** What the list of the forgotten has to say, so that no later line of the subject counts. */
  entries(at: string): ForgottenEntry[] {
    const { kind } = this.subject;
    const mark = keyMark(this.#key);
    const made = { keyed: mark !== undefined, key: mark ?? '', at };
    const hash = pseudonymizer(this.#key);
    const entries = new Map<string, ForgottenEntry>();
    const add = (kind: ForgottenEntry['kind'], id: string, isPseudonym: boolean): void => {
      const pseudonym = isPseudonym ? id : hash(id);
      // Where the raw id is known it is known, too, which key made the pseudonym.
      if (isPseudonym && entries.has(`${kind} ${pseudonym}`)) return;
      entries.set(`${kind} ${pseudonym}`, { kind, pseudonym, ...made, key: isPseudonym ? '' : made.key });
    };
    const { given } = this.subject;
    add(kind, given, hasPseudonymForm(given) && !this.#raw.has(given));
    for (const id of this.#raw) add(kind, id, false);
    for (const id of this.#hashed)
      if (!this.#raw.has(id) && !this.#loneSessions.has(id)) add(kind, id, hasPseudonymForm(id));
    if (kind === 'conversation') for (const id of this.conversations) add(kind, id, false);
    for (const id of this.#loneSessions) {
      add('session of user', id, this.#hashed.has(id) && hasPseudonymForm(id));
    }
    return [...entries.values()];
  }

  #isNamed(found: FoundIds): boolean {
    if (this.subject.kind === 'conversation') return found.ids.some((id) => this.#self.has(id));
    const id = this.subject.kind === 'user' ? found.user : found.session;
    if (!this.#self.has(id)) return false;
    this.#note(id, found.hashes);
    return true;
  }

  /** A line that names no user, in a session of the user. */
  #isLone({ user, session, hashes }: FoundIds): boolean {
    if (session === undefined || user !== undefined || !this.#sessions.has(session)) return false;
    this.#loneSessions.add(session);
    if (hashes.includes(session)) this.#hashed.add(session);
    return true;
  }

  #note(id: string | undefined, hashes: readonly string[]): void {
    if (id !== undefined) (hashes.includes(id) ? this.#hashed : this.#raw).add(id);
  }
}

/** By what the ledger knows the group of a line; of a session that goes its user stays. */
function keysOf({ user, session, groups }: FoundIds, kind: ForgottenKind): number[] {
  if (kind === 'conversation') return [];
  const hashes = {
    user: groups?.user ?? (user === undefined ? 0 : hash53(user)),
    session: groups?.session ?? (session === undefined ? 0 : hash53(session)),
  };
  const kinds = kind === 'user' ? (['user', 'session'] as const) : (['session'] as const);
  return kinds.filter((one) => hashes[one] !== 0).map((one) => ledgerKey(one, hashes[one]));
}
