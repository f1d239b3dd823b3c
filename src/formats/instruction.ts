import { z } from 'zod';
import type { ConversationFormat } from './format.ts';
import { jsonText } from './jsonText.ts';
import { type Exchange, exchangesOf, systemText } from './messages.ts';
import { turnsToMessages } from './readMessages.ts';

const instruction: ConversationFormat = {
  name: 'instruction',
  kind: 'conversations',
  summary:
    '{"instruction", "response"}: one question, one answer; earlier turns become a transcript in the instruction',
  extension: 'jsonl',
  reasons: {
    tool_messages: 'the conversation has tool messages, for which an instruction row has no place',
    several_turns: 'the conversation has several turns and `export.several_turns` is `drop`',
    system_message: 'the conversation has a system message and `export.several_turns` is `drop`',
  },
  schema: z.strictObject({ instruction: z.string(), response: z.string() }),
  refuses(example, options) {
    if (example.tools) return 'tool_messages';
    if (options.several_turns === 'transcript') return undefined;
    if (example.several_turns) return 'several_turns';
    return example.system ? 'system_message' : undefined;
  },
  open: () => ({
    columns: [
      { name: 'instruction', type: 'string' },
      { name: 'response', type: 'string' },
    ],
    rows({ messages }) {
      const exchanges = exchangesOf(messages);
      const last = exchanges.pop();
      if (last === undefined) return [];
      return [
        jsonText({ instruction: transcript(systemText(messages), exchanges, last.user), response: last.assistant }),
      ];
    },
  }),
  read({ instruction: asked, response }) {
    if (typeof asked !== 'string' || typeof response !== 'string') return undefined;
    return {
      messages: turnsToMessages([
        ['user', asked],
        ['assistant', response],
      ]),
    };
  },
};

export default instruction;

/**
 * The question alone, bare, or else everything up to it, a speaker's name before each text and a blank line
 * between exchanges:
 *
 *     System: Be brief.
 *
 *     User: Who wrote Emma?
 *     Assistant: Jane Austen.
 *
 *     User: When?
 */
function transcript(system: string, earlier: readonly Exchange[], question: string): string {
  if (system === '' && earlier.length === 0) return question;
  return [
    ...(system === '' ? [] : [`System: ${system}`]),
    ...earlier.map(({ user, assistant }) => `User: ${user}\nAssistant: ${assistant}`),
    `User: ${question}`,
  ].join('\n\n');
}
