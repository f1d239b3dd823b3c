/**
 * How chatbots say no in one language. Every entry is a piece of a regex, matched against lower-cased text with
 * straight apostrophes; no piece repeats without a bound, so that a match is linear. All phrases are ours, from what
 * the common models say.
 */
export interface RefusalPhrases {
  readonly language: string;
  /** What is said before: apologies and the like. */
  readonly leads: readonly string[];
  /** The refusal itself. It names nothing of the matter: `I can't refund orders after 30 days` is an answer. */
  readonly refusals: readonly string[];
  /** Words between an apology and the refusal; after it they turn the answer to something worth having. */
  readonly contrast: string;
  /** Pieces of words with which help is given; in scripts without spaces, of contrast too. */
  readonly help: string;
  /** How offers to go on begin: they are no help, and are taken out before contrast and help are looked for. */
  readonly closings: string;
}
