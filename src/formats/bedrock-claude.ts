import { z } from 'zod';
import type { Message } from '../pipeline/conversation.ts';
import { type Column, MESSAGES } from './columnType.ts';
import { folded, refusedUnfolded, TOOL_REASONS } from './fold.ts';
import type { ConversationFormat } from './format.ts';
import { jsonText } from './jsonText.ts';
import { systemText } from './messages.ts';
import { contentsInRow, insideQuotes, type JsonPiece } from './messagesJson.ts';
import { turnsToMessages } from './readMessages.ts';

const PLACES = { system: true, tools: false } as const;

const schema = z.strictObject({
  system: z.string().optional(),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.string() })).min(2),
});

const SYSTEM: Column = { name: 'system', type: 'string', optional: true };

/**
 * Data to tune Claude 3 Haiku with on Bedrock (docs.aws.amazon.com/bedrock/latest/userguide, preparing data for fine-tuning;
 * aws-samples/amazon-bedrock-samples, data_validation.py). No other key is allowed, and `system` is left out where there is none.
 */
const bedrockClaude: ConversationFormat = {
  name: 'bedrock-claude',
  kind: 'conversations',
  summary:
    '{"system", "messages": [{"role", "content"}]} for Claude on Amazon Bedrock, the system message beside the others',
  extension: 'jsonl',
  reasons: TOOL_REASONS,
  schema,
  refuses: (example, options) => refusedUnfolded(example, options, PLACES),
  open: ({ system }) => ({
    columns: [...(system ? [SYSTEM] : []), { name: 'messages', type: MESSAGES }],
    rows(example) {
      const messages = folded(example.messages, PLACES);
      if ('refused' in messages) return messages;
      const spoken = plainMessages(messages);
      if (spoken.length === 0) return [];
      const text = systemText(messages);
      return [[text === '' ? '{' : `{"system":${jsonText(text)},`, '"messages":[', ...spoken, '"}]}']];
    },
  }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { system, messages } = parsed.data;
    const turns = messages.map(({ role, content }) => [role, content] as const);
    return { messages: turnsToMessages(system === undefined ? turns : [['system', system], ...turns]) };
  },
};

export default bedrockClaude;

/** What user and assistant say, but for the end of the last. */
function plainMessages(messages: readonly Message[]): JsonPiece[] {
  const contents = contentsInRow(messages);
  const pieces: JsonPiece[] = [];
  for (const [place, { role }] of messages.entries()) {
    if (role === 'system') continue;
    pieces.push(
      `${pieces.length === 0 ? '' : '"},'}{"role":"${role}","content":"`,
      insideQuotes(contents[place] ?? '""'),
    );
  }
  return pieces;
}
