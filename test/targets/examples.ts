import type { ReadExample } from '../../src/formats/format.ts';
import type { Message, Role } from '../../src/pipeline/conversation.ts';

/** Messages as `[role, content]`; a content of `()` is a call of a tool. */
export type Turns = readonly (readonly [Role, string])[];

export interface Written {
  readonly turns: Turns;
  readonly chosen?: Turns;
  readonly rejected?: Turns;
  readonly tools?: string;
}

/** An example of turns written short. */
export function exampleOf({ turns, chosen, rejected, tools }: Written): ReadExample {
  return {
    messages: messagesOf(turns),
    ...(chosen && { chosen: messagesOf(chosen) }),
    ...(rejected && { rejected: messagesOf(rejected) }),
    ...(tools !== undefined && { tools }),
  };
}

function messagesOf(turns: Turns): Message[] {
  return turns.map(([role, content], index) => ({
    role,
    index,
    content: content === '()' ? '' : content,
    ...(content === '()' && { tool_calls: [{ id: 'call_0_0', name: 'find_way', arguments: '{}' }] }),
    ...(role === 'tool' && { tool_call_id: 'call_0_0', name: 'find_way' }),
  }));
}
