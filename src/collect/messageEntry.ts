import type { Message } from '../pipeline/conversation.ts';

/** A message as it is stored once it was read: with the names of OpenAI's API. */
export function messageEntry({ role, content, tool_calls, broken_call, tool_call_id, name }: Message): object {
  return {
    role,
    content,
    name,
    tool_calls: broken_call
      ? BROKEN
      : tool_calls?.map(({ id, ...called }) => ({ id, type: 'function', function: called })),
    tool_call_id,
  };
}

/** What cannot be read cannot be scrubbed; that there was a call is still told. */
const BROKEN = [{ type: 'function', function: { name: '', arguments: '' } }];
