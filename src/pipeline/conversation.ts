/** Who speaks. Every spelling found in the wild (`human`, `gpt`, `bot`, …) is brought to these four when a line is read. */
export type Role = 'system' | 'user' | 'assistant' | 'tool';

/** A tool that the assistant calls. */
export interface ToolCall {
  /** By which the tool's message answers it; made up of its place where the log has none. */
  readonly id: string;
  readonly name: string;
  /** An object as JSON text. */
  readonly arguments: string;
}

export interface Message {
  readonly role: Role;
  readonly content: string;
  /** Position of the message in the log line, counted from 0; feedback points at it with `message_index`. */
  readonly index: number;
  /** The tools that the assistant calls here, in order; left out where it calls none. */
  readonly tool_calls?: readonly ToolCall[];
  /** Of a tool's message: the call it answers, and the tool's name; left out where the log does not say. */
  readonly tool_call_id?: string;
  readonly name?: string;
  /** It calls a tool in a way that cannot be read. */
  readonly broken_call?: true;
}

/** Labels by which people slice their data; `undefined` where the log does not say. */
export interface Facets {
  readonly language?: string | undefined;
  readonly intent?: string | undefined;
  readonly framework?: string | undefined;
  readonly complexity?: string | undefined;
  readonly model?: string | undefined;
  readonly source?: string | undefined;
  readonly context?: string | undefined;
}

export const FACET_NAMES = ['language', 'intent', 'framework', 'complexity', 'model', 'source', 'context'] as const;
/** Stands for labels that are not told apart: too many, too long, or no labels at all. */
export const OTHER_LABEL = '(other)';
export type FacetName = (typeof FACET_NAMES)[number];

/**
 * By what lines of one user and one session are grouped: 53-bit hashes of the raw ids, 0 where there is none. An archived
 * line carries them, because its raw ids are gone and splits are dealt by these numbers. They are pseudonymous data: they tell
 * whether a line is that of a known id, as the digests do, and stay in the data folder with them.
 */
export interface Groups {
  readonly user: number;
  readonly session: number;
}

/** What the stages see: messages in order, with id, session, user, time and facets. Never changed in place. */
export interface Conversation {
  readonly id: string;
  /** Milliseconds since the epoch, UTC; `undefined` where the log has no usable time. */
  readonly timestamp: number | undefined;
  /** Raw ids as the log has them; they become pseudonyms only when they leave (see `measures/pseudonym.ts`). */
  readonly user: string | undefined;
  readonly session: string | undefined;
  /** The id is a pseudonym already, by a field that says so (`user_hash`, `session_hash`). */
  readonly userHashed?: boolean | undefined;
  readonly sessionHashed?: boolean | undefined;
  /** Of archived lines alone: the numbers of the raw ids, which were not kept. */
  readonly groups?: Groups | undefined;
  /** Of archived lines alone: `RecordPipeline.cleaning` of the stages that cleaned and labelled it. */
  readonly cleaned?: string | undefined;
  /** Messages before this place of the log line were cut from the front; feedback on them is on nothing that is here. */
  readonly cut_before?: number | undefined;
  /** It had more exchanges behind those that it has, and comes from the archive. */
  readonly cut_end?: boolean | undefined;
  readonly messages: readonly Message[];
  /** The tools that the assistant was offered: a list of definitions as OpenAI has them, as JSON text. */
  readonly tools?: string | undefined;
  readonly facets: Facets;
}

/**
 * Applies `rewrite` to the content of every message, and to nothing else: what a tool is called with is not prose.
 * Returns the same object when nothing changed, so that the runner can tell changed conversations from untouched ones.
 */
export function rewriteMessages(conversation: Conversation, rewrite: (content: string) => string): Conversation {
  let changed: Message[] | undefined;
  for (const [position, message] of conversation.messages.entries()) {
    const content = rewrite(message.content);
    if (content === message.content) continue;
    changed ??= [...conversation.messages];
    changed[position] = { ...message, content };
  }
  return changed === undefined ? conversation : { ...conversation, messages: changed };
}
