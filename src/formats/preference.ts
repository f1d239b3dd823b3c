import { z } from 'zod';
import { listWriter, readDefinitions, readLists } from './answers.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { PairFormat } from './format.ts';

/** TRL's "preference" with an explicit prompt (docs/source/dataset_formats.md), all three columns of the same kind. */
const preference: PairFormat = {
  name: 'preference',
  kind: 'pairs',
  summary:
    '{"prompt", "chosen", "rejected"}: two answers as lists of messages, for the DPO, CPO and ORPO trainers of TRL',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({
    prompt: chatMessages,
    chosen: chatMessages,
    rejected: chatMessages,
    tools: toolsColumn.optional(),
  }),
  refuses: () => undefined,
  open(shape, options) {
    const { type, tools: column, list, row } = listWriter(shape, options);
    return {
      columns: [{ name: 'prompt', type }, { name: 'chosen', type }, { name: 'rejected', type }, ...column],
      rows({ messages, chosen, rejected, tools }) {
        if (messages.length === 0 || chosen.length === 0 || rejected.length === 0) return [];
        return [row({ prompt: list(messages), chosen: list(chosen), rejected: list(rejected) }, tools)];
      },
    };
  },
  read(row) {
    const [messages, chosen, rejected] = readLists(row.prompt, row.chosen, row.rejected) ?? [];
    if (messages === undefined || chosen === undefined || rejected === undefined) return undefined;
    return { messages, chosen, rejected, ...readDefinitions(row) };
  },
};

export default preference;
