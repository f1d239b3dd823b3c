import { hasPseudonymForm, pseudonymizer } from '../../measures/pseudonym.ts';
import { RecentAnswers } from './recentAnswers.ts';

/**
 * Who is left out, by pseudonyms, as plain data for workers. Raw ids of `privacy.opt_out` are not here: decide compares
 * their hashes, so that they cost no new survey.
 */
export interface LeftOut {
  /** The key of the pseudonyms. */
  readonly id_key: string | undefined;
  /** Forgotten people, sessions and conversations. */
  readonly users: readonly string[];
  readonly sessions: readonly string[];
  readonly conversations: readonly string[];
  /** Sessions of forgotten people, of which only lines without a user are theirs for sure. */
  readonly sessions_of_users: readonly string[];
  /** Users who opted out. */
  readonly opted_out: readonly string[];
}

/** By whom a line is told; raw ids, or pseudonyms where a log has those. */
export interface LineIds {
  readonly id: string | undefined;
  readonly user: string | undefined;
  readonly session: string | undefined;
}

export type LeftOutReason = 'forgotten' | 'opted_out';

/** Says of lines whether their people are left out. An id is hashed once, not once a line. */
export class LeftOutJudge {
  readonly #users: IdSet;
  readonly #sessions: IdSet;
  readonly #conversations: IdSet;
  readonly #sessionsOfUsers: IdSet;
  readonly #optedOut: IdSet;

  constructor({ id_key, users, sessions, conversations, sessions_of_users, opted_out }: LeftOut) {
    this.#users = new IdSet(users, id_key);
    this.#sessions = new IdSet(sessions, id_key);
    this.#conversations = new IdSet(conversations, id_key);
    this.#sessionsOfUsers = new IdSet(sessions_of_users, id_key);
    this.#optedOut = new IdSet(opted_out, id_key);
  }

  /** @returns why the line is not to be used, nothing when it is */
  reasonFor({ id, user, session }: LineIds): LeftOutReason | undefined {
    if (this.#users.has(user) || this.#sessions.has(session) || this.#conversations.has(id)) return 'forgotten';
    if (user === undefined && this.#sessionsOfUsers.has(session)) return 'forgotten';
    return this.#optedOut.has(user) ? 'opted_out' : undefined;
  }
}

/** A set of pseudonyms that is asked for ids: for raw ones, hashed with the key or without, and for pseudonyms. */
export class IdSet {
  readonly #pseudonyms: ReadonlySet<string>;
  readonly #hashes: readonly ((id: string) => string)[];
  readonly #answers = new RecentAnswers();

  constructor(pseudonyms: Iterable<string>, key: string | undefined) {
    this.#pseudonyms = new Set(pseudonyms);
    this.#hashes = pseudonymizers(key);
  }

  has(id: string | undefined): boolean {
    if (id === undefined || this.#pseudonyms.size === 0) return false;
    const known = this.#answers.get(id);
    if (known !== undefined) return known;
    const answer =
      (hasPseudonymForm(id) && this.#pseudonyms.has(id)) ||
      this.#hashes.some((pseudonym) => this.#pseudonyms.has(pseudonym(id)));
    this.#answers.keep(id, answer);
    return answer;
  }
}

/** Every way in which an id may have become a pseudonym: with the key, and without one. */
export function pseudonymizers(key: string | undefined): ((id: string) => string)[] {
  const plain = pseudonymizer(undefined);
  return key === undefined || key === '' ? [plain] : [pseudonymizer(key), plain];
}
