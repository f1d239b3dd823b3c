import { z } from 'zod';
import { isJson, NOT_JSON } from './jsonValue.ts';

/** What a chatbot hands over: to the library, on standard input, or over HTTP. */

/** Ids are printed, in terminals too, which control characters would steer. */
export const idInput = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, 'expected no control characters');

/** ISO 8601 (UTC where it names no zone), or epoch seconds or milliseconds. */
export const timeInput = z.union([z.string().min(4).max(40), z.number().positive()]);

/** What nobody may call a user by: a pseudonym, as `CURATE_ID_KEY` makes it. */
export const hashInput = z.string().regex(/^[0-9a-f]{16}$/, 'expected 16 hexadecimal digits');

/** Looked at as a whole, so that a mistake is told by the place of the whole: keys in here are somebody's text. */
const jsonObject = z.record(z.string(), z.unknown());

const toolCall = z.looseObject({
  function: z.looseObject({ name: z.string(), arguments: z.union([z.string(), jsonObject]) }),
});

export const messageInput = z
  .strictObject({
    role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
    content: z
      .union([z.string(), z.array(z.looseObject({ type: z.string() })).refine(isJson, NOT_JSON), z.null()])
      .optional(),
    name: z.string().max(200).optional(),
    tool_calls: z.array(toolCall).refine(isJson, NOT_JSON).optional(),
    tool_call_id: z.string().max(200).optional(),
  })
  .meta({ id: 'Message', description: 'one message of a conversation, as chat APIs have it' });

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
    tools: z
      .array(jsonObject)
      .refine(isJson, NOT_JSON)
      .optional()
      .describe('definitions of the tools that could be called'),
    ...{
      language: facet,
      intent: facet,
      framework: facet,
      complexity: facet,
      model: facet,
      source: facet,
      context: facet,
    },
    metadata: jsonObject
      .refine(isJson, NOT_JSON)
      .optional()
      .describe('stored as it is; nothing of it reaches a data set'),
  })
  .meta({
    id: 'ConversationInput',
    description: 'one exchange, or one whole conversation',
    examples: [
      {
        conversation_id: 'chat-2041',
        user_id: 'u-17',
        session_id: 's-3',
        user_message: 'How do I read a file line by line in Python?',
        assistant_message: 'Open it and loop over it: `for line in open(path): ...`.',
        language: 'en',
        model: 'support-2',
      },
      {
        messages: [
          { role: 'user', content: 'Which port does the service listen at?' },
          { role: 'assistant', content: 'At 8787, unless `serve.port` says another.' },
        ],
      },
    ],
  });

export type ConversationInput = z.infer<typeof conversationInput>;
