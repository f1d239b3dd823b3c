import { z } from 'zod';

const toolCall = z.strictObject({
  id: z.string().min(1),
  type: z.literal('function'),
  function: z.strictObject({ name: z.string().min(1), arguments: z.union([z.string(), z.looseObject({})]) }),
});

/** A message as OpenAI has it (github.com/openai/openai-openapi, `FineTuneChatRequestInput`). */
const message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['system', 'user']), content: z.string(), name: z.string().optional() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.string(),
    tool_calls: z.array(toolCall).optional(),
    name: z.string().optional(),
    weight: z.union([z.literal(0), z.literal(1)]).optional(),
  }),
  z.strictObject({
    role: z.literal('tool'),
    content: z.string(),
    tool_call_id: z.string().optional(),
    name: z.string().optional(),
  }),
]);

export const chatMessages = z.array(message).min(1);

/** Definitions of tools: a list, or the list as JSON text. */
export const toolsColumn = z.union([z.string(), z.array(z.looseObject({}))]);

/** A row of the shape of OpenAI's fine-tuning files. */
export const chatSchema = z.strictObject({
  messages: chatMessages,
  tools: toolsColumn.optional(),
  parallel_tool_calls: z.boolean().optional(),
});
