import type { Need } from './needs.ts';
import type { Traits } from './reading/traits.ts';

/** Where personal data stands in a text, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
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
