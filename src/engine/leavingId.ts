import { pseudonymizer } from '../measures/pseudonym.ts';

/** How user and session ids leave. */
export interface IdRules {
  /** The key of pseudonyms; without one they are plain hashes. */
  readonly id_key: string | undefined;
  /** `privacy.hashed_ids`: what becomes of ids that come hashed. */
  readonly hashed_ids: 'keep' | 'hash';
}

/**
 * Gives an id as it leaves.
 * @param hashed it came hashed, as `Conversation.userHashed` says
 * @param archived it left before, into the archive, and was hashed then as the rules asked
 */
export type LeavingId = (id: string, hashed: boolean | undefined, archived: boolean) => string;

/** Makes the function by which ids leave: as pseudonyms, and as they are only where they are pseudonyms already. */
export function leavingId({ id_key, hashed_ids }: IdRules): LeavingId {
  const pseudonym = pseudonymizer(id_key);
  return (id, hashed, archived) => (hashed === true && (archived || hashed_ids === 'keep') ? id : pseudonym(id));
}
