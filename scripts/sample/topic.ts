/** Sentences and slots from which questions and answers on one topic in one language are put together. */
export interface Topic {
  readonly language: string;
  readonly intent: string;
  /** How often the topic is asked for among those of its language. */
  readonly weight: number;
  /** Slots that belong together; one row is drawn for an exchange. `framework` is also a facet, `code` a block of its own. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Slots drawn one by one, once for an exchange. */
  readonly slots: Readonly<Record<string, readonly string[]>>;
  readonly questions: readonly string[];
  readonly openings: readonly string[];
  /** The answer proper; each is a way to say the row. */
  readonly cores: readonly string[];
  /** More to say; an answer takes some of them, in any order. */
  readonly details: readonly string[];
  readonly closings: readonly string[];
}
