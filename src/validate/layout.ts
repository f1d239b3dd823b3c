import type { Role } from '../pipeline/conversation.ts';

/** Where in a row what is: by it rows of any shape are read alike. Plain data, fit for a worker thread. */
export interface Layout {
  /** A format of `curate`, or what an entry of dataset_info.json describes. */
  readonly format: string;
  /** What a row teaches. */
  readonly kind: 'conversation' | 'rated' | 'pair' | 'text';
  readonly parts: readonly Part[];
  /** Keys that the format has beside those of its parts. */
  readonly others: readonly string[];
}

export interface Part {
  /** Path of keys, such as `input.messages`. */
  readonly key: string;
  readonly holds: Holds;
  /** Where the part belongs; `chosen` and `rejected` in pairs alone. */
  readonly side: 'prompt' | 'answer' | 'chosen' | 'rejected';
  readonly required: boolean;
  /** Who says a part that is a text. */
  readonly role: Role;
  /** How entries of a list of turns are written. */
  readonly turn: TurnKeys;
}

/**
 * `text`; `turns`: a list of messages; `turn`: one message; `either`: a text or a list of messages; `answer`: a text, a
 * message or a list of them; `history`: a list of [question, answer]; `system`: a text, or parts of one;
 * `tools`: their definitions; `label`: true or false; `margin`: a number; `ranked`: two answers with score or rank;
 * `segments`: pieces of text.
 */
export type Holds =
  | 'text'
  | 'turns'
  | 'turn'
  | 'either'
  | 'answer'
  | 'history'
  | 'system'
  | 'tools'
  | 'label'
  | 'margin'
  | 'ranked'
  | 'segments';

export interface TurnKeys {
  readonly role: string;
  readonly content: string;
  /** The content is a list of `{text}`. */
  readonly parts: boolean;
  /** What the roles are called. */
  readonly roles: Readonly<Record<string, Role>>;
}
