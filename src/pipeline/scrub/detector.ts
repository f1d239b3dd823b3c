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
 * All findings in `text`, in order and not overlapping, in time linear in its length.
 * The text is folded (see `fold.ts`): its digits, spaces and hyphens are ASCII, whatever they were.
 */
export type Find = (text: string) => Span[];

export interface Detector {
  /** The entity it finds; its tag in the text is `[ENTITY]`. Upper case, as in Presidio. */
  readonly entity: string;
  /** One line: what is found and how it is validated. */
  readonly summary: string;
  /** How many characters at the end of a value the action `mask` leaves to be seen. */
  readonly unmasked: number;
  /**
   * Whether `text` (folded) can hold the entity at all: one or two simple searches, as ordinary chat has none of it and
   * this is all that runs on it. Never says no wrongly.
   */
  possible(text: string): boolean;
  create(settings: DetectorSettings): Find;
}
