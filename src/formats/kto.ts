import { z } from 'zod';
import { atLastQuestion, listWriter, readDefinitions, readLists } from './answers.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { RatedFormat } from './format.ts';

/** TRL's "unpaired preference" (docs/source/dataset_formats.md): `label` is a boolean, never text, or KTO stops. */
const kto: RatedFormat = {
  name: 'kto',
  kind: 'rated',
  summary: '{"prompt", "completion", "label"}: rated answers as lists of messages, for the KTO and BCO trainers of TRL',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({
    prompt: chatMessages,
    completion: chatMessages,
    label: z.boolean(),
    tools: toolsColumn.optional(),
  }),
  refuses: () => undefined,
  open(shape, options) {
    const { type, tools: column, list, row } = listWriter(shape, options);
    return {
      columns: [{ name: 'prompt', type }, { name: 'completion', type }, { name: 'label', type: 'boolean' }, ...column],
      rows({ messages, label, tools }) {
        const { before, answer } = atLastQuestion(messages);
        if (before.length === 0 || answer.length === 0) return [];
        return [row({ prompt: list(before), completion: list(answer), label }, tools)];
      },
    };
  },
  read(row) {
    const [before, answer] = readLists(row.prompt, row.completion) ?? [];
    if (before === undefined || answer === undefined || typeof row.label !== 'boolean') return undefined;
    return { messages: [...before, ...answer], label: row.label, ...readDefinitions(row) };
  },
};

export default kto;
