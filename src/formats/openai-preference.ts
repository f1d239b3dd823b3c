import { z } from 'zod';
import { isObject } from '../measures/jsonObject.ts';
import { readDefinitions, readLists } from './answers.ts';
import { MESSAGES } from './columnType.ts';
import type { PairFormat } from './format.ts';
import { jsonText } from './jsonText.ts';
import { plainMessages } from './messages.ts';
import { definitionList } from './toolValues.ts';

const prompted = z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1);
const answered = z.array(z.strictObject({ role: z.literal('assistant'), content: z.string().min(1) })).length(1);

/**
 * The file of OpenAI's direct preference optimisation (developers.openai.com), which Azure, Together and Fireworks take as well:
 * text alone, one assistant message a side, no other key on top.
 */
const openaiPreference: PairFormat = {
  name: 'openai-preference',
  kind: 'pairs',
  summary:
    '{"input": {"messages"}, "preferred_output", "non_preferred_output"}: DPO at OpenAI, Azure, Together and Fireworks',
  extension: 'jsonl',
  reasons: { tool_messages: 'tools are called in it, for which the format has no place' },
  schema: z.strictObject({
    input: z.strictObject({
      messages: prompted,
      tools: z.array(z.looseObject({})).optional(),
      parallel_tool_calls: z.boolean().optional(),
    }),
    preferred_output: answered,
    non_preferred_output: answered,
  }),
  refuses: ({ tools }) => (tools ? 'tool_messages' : undefined),
  open: ({ definitions }) => ({
    columns: [
      { name: 'input', type: definitions ? 'json' : { struct: { messages: MESSAGES } } },
      { name: 'preferred_output', type: MESSAGES },
      { name: 'non_preferred_output', type: MESSAGES },
    ],
    rows({ messages, chosen, rejected, tools }) {
      if (messages.length === 0 || chosen.length === 0 || rejected.length === 0) return [];
      return [
        jsonText({
          input: { messages: plainMessages(messages), ...(tools !== undefined && { tools: definitionList(tools) }) },
          preferred_output: plainMessages(chosen),
          non_preferred_output: plainMessages(rejected),
        }),
      ];
    },
  }),
  read({ input, preferred_output, non_preferred_output }) {
    if (!isObject(input)) return undefined;
    const [messages, chosen, rejected] = readLists(input.messages, preferred_output, non_preferred_output) ?? [];
    if (messages === undefined || chosen === undefined || rejected === undefined) return undefined;
    return { messages, chosen, rejected, ...readDefinitions(input) };
  },
};

export default openaiPreference;
