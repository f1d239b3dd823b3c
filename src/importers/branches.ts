import type { ChatMessage } from './chatMessage.ts';
import type { Imported, ImportedLine } from './importer.ts';
import { type ConversationFacts, conversationLine, type FeedbackFacts, feedbackLine } from './lines.ts';

/** A node of a tree of messages, as tools keep chats whose messages were edited or answered again. */
export interface Turn {
  readonly id: string;
  readonly parent: string | undefined;
  /** None where the node holds nothing that counts; several where a tool was called. */
  readonly messages: readonly ChatMessage[];
  readonly feedback?: readonly FeedbackFacts[];
}

/** Ours: nobody rates more answers of one chat that he then turns away from; a hostile tree would write each path again and again. */
const MOST_ASIDE = 100;

/** The nodes from the root to `leaf`. A parent that is missing ends the way up, and so does one that was there before. */
export function pathTo(turns: ReadonlyMap<string, Turn>, leaf: string): Turn[] {
  const path: Turn[] = [];
  const seen = new Set<string>();
  for (let turn = turns.get(leaf); turn !== undefined && !seen.has(turn.id); turn = turns.get(turn.parent ?? '')) {
    seen.add(turn.id);
    path.push(turn);
  }
  return path.reverse();
}

/** The last node that is nobody's parent; where a tool does not say which is the current one. */
export function lastLeaf(turns: ReadonlyMap<string, Turn>): string | undefined {
  const parents = new Set(Array.from(turns.values(), ({ parent }) => parent));
  const ids = [...turns.keys()];
  return ids.findLast((id) => !parents.has(id)) ?? ids.at(-1);
}

/**
 * The branch that ends at `current` is the conversation. An answer beside it that somebody rated is a conversation of its own,
 * with what stood before it: what was said of it is about nothing else.
 */
export function branchesOf(
  turns: ReadonlyMap<string, Turn>,
  current: string,
  facts: ConversationFacts,
  before: readonly ChatMessage[] = [],
): Imported {
  const main = pathTo(turns, current);
  const onMain = new Set(main.map(({ id }) => id));
  const aside = [...turns.values()].filter(({ id, feedback }) => feedback !== undefined && !onMain.has(id));
  const conversations: ImportedLine[] = [];
  const feedback: ImportedLine[] = [];
  const add = (path: readonly Turn[], of: ConversationFacts, rated: (turn: Turn) => boolean): void => {
    const messages = [...before];
    const said: ImportedLine[] = [];
    for (const turn of path) {
      messages.push(...turn.messages);
      if (turn.messages.length > 0 && rated(turn))
        for (const one of turn.feedback ?? [])
          said.push(feedbackLine(of.id, messages.length - 1, { ...one, time: one.time ?? of.time }));
    }
    if (!messages.some(({ role }) => role !== 'system')) return;
    conversations.push(conversationLine(of, messages));
    feedback.push(...said);
  };
  add(main, facts, () => true);
  for (const turn of aside.slice(0, MOST_ASIDE)) {
    const other = { ...facts, id: `${facts.id}:${turn.id}` };
    add(pathTo(turns, turn.id), other, ({ id }) => id === turn.id);
  }
  return conversations.length === 0 ? { pass: 'empty' } : { conversations, feedback };
}
