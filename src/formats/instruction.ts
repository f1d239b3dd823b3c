import { z } from 'zod';
import type { ConversationFormat } from './format.ts';
import { turnsToMessages } from './readMessages.ts';
import { askedOf, refusedInTranscript, TRANSCRIPT_REASONS } from './transcript.ts';

const instruction: ConversationFormat = {
  name: 'instruction',
  kind: 'conversations',
  summary:
    '{"instruction", "response"}: one question, one answer; earlier turns become a transcript in the instruction',
  extension: 'jsonl',
  reasons: TRANSCRIPT_REASONS,
  schema: z.strictObject({ instruction: z.string(), response: z.string() }),
  refuses: refusedInTranscript,
  open: () => ({
    columns: [
      { name: 'instruction', type: 'string' },
      { name: 'response', type: 'string' },
    ],
    rows({ messages }) {
      const asked = askedOf(messages);
      if (asked === undefined) return [];
      if ('refused' in asked) return asked;
      return [['{"instruction":"', asked.question, '","response":"', asked.answer, '"}']];
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
