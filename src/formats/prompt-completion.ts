import { z } from 'zod';
import type { ConversationFormat } from './format.ts';
import { turnsToMessages } from './readMessages.ts';
import { askedOf, refusedInTranscript, TRANSCRIPT_REASONS } from './transcript.ts';

/**
 * Trainers join the two texts as they are (TRL, docs/source/dataset_formats.md), so the prompt ends with what parts them. It
 * is a line end and no space: tokenizers of today make one token of a space and the word behind it, and the prompt would no
 * longer be the beginning of the whole, by which TRL knows what to learn from.
 */
const AFTER_QUESTION = '\n\n';
const AFTER_TRANSCRIPT = '\nAssistant:\n';

const schema = z.strictObject({ prompt: z.string().min(1), completion: z.string() });

const promptCompletion: ConversationFormat = {
  name: 'prompt-completion',
  kind: 'conversations',
  summary:
    '{"prompt", "completion"} as texts that are joined as they are: TRL, mlx-lm, Together, Bedrock’s Titan; earlier turns as a transcript',
  extension: 'jsonl',
  reasons: TRANSCRIPT_REASONS,
  schema,
  refuses: refusedInTranscript,
  open: () => ({
    columns: [
      { name: 'prompt', type: 'string' },
      { name: 'completion', type: 'string' },
    ],
    rows({ messages }) {
      const asked = askedOf(messages);
      if (asked === undefined) return [];
      if ('refused' in asked) return asked;
      const between = asked.transcript ? IN_JSON.transcript : IN_JSON.question;
      return [['{"prompt":"', asked.question, between, '","completion":"', asked.answer, '"}']];
    },
  }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { prompt, completion } = parsed.data;
    return {
      messages: turnsToMessages([
        ['user', bare(prompt)],
        ['assistant', completion],
      ]),
    };
  },
};

export default promptCompletion;

const IN_JSON = { question: inside(AFTER_QUESTION), transcript: inside(AFTER_TRANSCRIPT) };

function inside(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The prompt without what we put behind it. */
function bare(prompt: string): string {
  const after = [AFTER_TRANSCRIPT, AFTER_QUESTION].find((end) => prompt.endsWith(end)) ?? '';
  return prompt.slice(0, prompt.length - after.length);
}
