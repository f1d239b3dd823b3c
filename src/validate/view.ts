import type { JsonObject } from '../measures/jsonObject.ts';
import type { Role } from '../pipeline/conversation.ts';

/** A message of a row, whatever its format calls it. */
export interface Turn {
  /** Nothing where the row has a name that its format does not know. */
  readonly role: Role | undefined;
  /** Text of its content, '' where there is none. */
  readonly text: string;
  /** Path of the list it is in, or of the text itself. */
  readonly list: string;
  /** Place in the list; -1 where it is not in one. */
  readonly place: number;
  /** The key of its content, '' where the text is the value itself. */
  readonly field: string;
  /** The message as it is, where it is an object. */
  readonly entry: JsonObject | undefined;
}

/** A row as checks see it. */
export interface RowView {
  /** What comes before the answers; in chats everything. */
  readonly prompt: Turn[];
  readonly answer: Turn[];
  readonly chosen: Turn[];
  readonly rejected: Turn[];
  /** Values of these keys, `undefined` where the row has none. */
  label: unknown;
  tools: unknown;
  toolsKey: string;
}

export function emptyView(): RowView {
  return { prompt: [], answer: [], chosen: [], rejected: [], label: undefined, tools: undefined, toolsKey: '' };
}

/** The path of a message, such as `messages[3]`. */
export function pathOf({ list, place }: Turn): string {
  return place === -1 ? list : `${list}[${place}]`;
}

/** The path of the text of a message, such as `messages[3].content`. */
export function textPathOf(turn: Turn): string {
  return turn.field === '' ? pathOf(turn) : `${pathOf(turn)}.${turn.field}`;
}
