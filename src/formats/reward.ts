import { z } from 'zod';
import { listWriter, readDefinitions, readLists } from './answers.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { PairFormat } from './format.ts';

/**
 * What TRL's reward trainer reads (docs/source/reward_trainer.md): a preference without a prompt of its own, each side the whole
 * conversation, and `margin`, which the two rewards are to differ by.
 */
const reward: PairFormat = {
  name: 'reward',
  kind: 'pairs',
  summary:
    '{"chosen", "rejected", "margin"}: two whole conversations and how many stars lie between them, for the reward trainer of TRL',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({
    chosen: chatMessages,
    rejected: chatMessages,
    margin: z.number(),
    tools: toolsColumn.optional(),
  }),
  refuses: () => undefined,
  open(shape, options) {
    const { type, tools: column, list, row } = listWriter(shape, options);
    return {
      columns: [{ name: 'chosen', type }, { name: 'rejected', type }, { name: 'margin', type: 'float64' }, ...column],
      rows({ messages, chosen, rejected, margin, tools }) {
        if (messages.length === 0 || chosen.length === 0 || rejected.length === 0) return [];
        const sides = { chosen: list([...messages, ...chosen]), rejected: list([...messages, ...rejected]) };
        return [row(sides, tools, `,"margin":${float(margin)}`)];
      },
    };
  },
  read(row) {
    const [one, other] = readLists(row.chosen, row.rejected) ?? [];
    if (one === undefined || other === undefined || typeof row.margin !== 'number') return undefined;
    const end = one.findLastIndex(({ role }) => role === 'user') + 1;
    return {
      messages: one.slice(0, end),
      chosen: one.slice(end),
      rejected: other.slice(end),
      margin: row.margin,
      ...readDefinitions(row),
    };
  },
};

export default reward;

/** A number that readers of types take for a float wherever it stands: whole ones in the first rows would make a column of integers. */
function float(value: number): string {
  const text = JSON.stringify(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
