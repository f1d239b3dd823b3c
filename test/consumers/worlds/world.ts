/** A message as people log it, in the shape of OpenAI. */
export interface LoggedMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  readonly tool_calls?: readonly LoggedCall[];
  readonly tool_call_id?: string;
  readonly name?: string;
}

export interface LoggedCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** One conversation of a log, and what its user said of it. */
export interface Told {
  readonly messages: readonly LoggedMessage[];
  /** Tool definitions in the shape of OpenAI. */
  readonly tools?: readonly object[];
  /** Stars from 1 to 5. */
  readonly rating?: number;
  /** What the user says the answer should have been. */
  readonly correction?: string;
  /** Told in the same session as the one before: the same question answered anew. */
  readonly again?: true;
}

export const WORLD_SPLITS = ['train', 'val', 'test'] as const;
export type WorldSplit = (typeof WORLD_SPLITS)[number];

/** A small log with a few traps for readers of what is exported from it. */
export interface World {
  readonly name: string;
  /** One line: what is hard about it. */
  readonly about: string;
  /** What stands in each split once it is exported. */
  readonly told: Readonly<Record<WorldSplit, Iterable<Told>>>;
  /** What `export:` in the config says of it. */
  readonly export?: Readonly<Record<string, string>>;
  /** The encoding by which its tokens are counted; none where it is left out. */
  readonly tokenizer?: 'o200k_base' | 'cl100k_base';
  /** Too large for consumers that train or that look at each row in Python. */
  readonly large?: true;
}
