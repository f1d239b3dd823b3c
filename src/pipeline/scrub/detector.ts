import type { Need } from './needs.ts';
import type { Traits } from './reading/traits.ts';
import type { Action } from './replace.ts';

/** Where personal data stands in a text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** How sure the detector is of this finding, 0 to 1, where it is not as sure as of others (see `Detector.score`). */
  readonly score?: number;
}

/** What detectors are made with. */
export interface DetectorSettings {
  /** ISO 3166 codes; a number in national form counts as a phone number if it is one in any of them. */
  readonly regions: readonly string[];
}

/**
 * All findings in `text`, which meets the detector's needs: in order and not overlapping, in time linear in its length.
 * The text is folded (see `reading/fold.ts`): its digits, spaces and hyphens are ASCII, whatever they were. `traits` says where its
 * numbers and tokens are, so that what is made of them need not be searched for again.
 */
export type Find = (text: string, traits: Traits) => Span[];

export interface Detector {
  /** The entity it finds; its tag in the text is `[ENTITY]`. Upper case, as in Presidio. */
  readonly entity: string;
  /** One line: what is found and how it is validated. */
  readonly summary: string;
  /**
   * How sure a finding is, 0 to 1, as `curate scan` reports it. Ours: 1 for a check digit or a form that nothing else has, 0.85 for
   * a pattern with a word beside it that says what it is, 0.6 for a pattern alone. All that is found is scrubbed.
   */
  readonly score: number;
  /** What becomes of it unless the config says otherwise; `tag` where this is left out. */
  readonly action?: Action;
  /**
   * Its findings may have those of other entities in them, as a URL has a password or an e-mail address: where they are kept, what
   * is in them is not.
   */
  readonly mayHoldOthers?: true;
  /** How many characters at the end of a value the action `mask` leaves to be seen. */
  readonly unmasked: number;
  /**
   * What a text must have to be looked at: at least one of these, such as `[{ digitsInRow: 12 }]` or
   * `[{ marks: '@' }, { spelledSigns: true }]`. Ask for all that every form of the entity has, as ordinary chat should fail
   * them all and this is then all that the detector costs; and for no more, as what fails them all is never looked at.
   */
  readonly needs: readonly Need[];
  create(settings: DetectorSettings): Find;
}
