import type { Conversation, Role } from '../../src/pipeline/conversation.ts';

/** Who says what, in order. */
export type Turns = readonly (readonly [role: Role, content: string])[];

/** A conversation by its place in a corpus. */
export interface Placed {
  readonly place: string;
  readonly turns: Turns;
}

export function conversationFrom({ place, turns }: Placed): Conversation {
  const messages = turns.map(([role, content], index) => ({ role, content, index }));
  return { id: place, timestamp: undefined, user: undefined, session: undefined, facets: {}, messages };
}
