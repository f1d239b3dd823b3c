import { z } from 'zod';

/** What a chatbot hands over: to the library, on standard input, or over HTTP. */

export const idInput = z.string().min(1).max(200);

/** ISO 8601 (UTC where it names no zone), or epoch seconds or milliseconds. */
export const timeInput = z.union([z.string().min(4).max(40), z.number().positive()]);

/** What nobody may call a user by: a pseudonym, as `CURATE_ID_KEY` makes it. */
export const hashInput = z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits');

const toolCall = z.looseObject({
  function: z.looseObject({ name: z.string(), arguments: z.union([z.string(), z.record(z.string(), z.json())]) }),
});

export const messageInput = z.strictObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() })), z.null()]).optional(),
  name: z.string().max(200).optional(),
  tool_calls: z.array(toolCall).optional(),
  tool_call_id: z.string().max(200).optional(),
});

const facet = z.string().max(200).optional();

export const conversationInput = z
  .strictObject({
    conversation_id: idInput.optional().describe('made up where it is missing, and given back'),
    timestamp: timeInput.optional().describe('when it took place; now where it is missing'),
    user_id: idInput.optional(),
    user_hash: hashInput.optional().describe('in the place of `user_id`, by whoever makes pseudonyms'),
    session_id: idInput.optional(),
    session_hash: hashInput.optional(),
    user_message: z.string().optional(),
    assistant_message: z.string().optional(),
    messages: z.array(messageInput).min(1).optional().describe('a whole conversation, in the place of the two above'),
    tools: z.array(z.record(z.string(), z.json())).optional().describe('definitions of the tools that could be called'),
    ...{
      language: facet,
      intent: facet,
      framework: facet,
      complexity: facet,
      model: facet,
      source: facet,
      context: facet,
    },
    metadata: z.record(z.string(), z.json()).optional().describe('stored as it is; nothing of it reaches a data set'),
  })
  .describe('one exchange, or one whole conversation');

export type ConversationInput = z.infer<typeof conversationInput>;
