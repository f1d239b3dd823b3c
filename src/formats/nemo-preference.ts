import { z } from 'zod';
import { isObject } from '../measures/jsonObject.ts';
import { listWriter, readDefinitions, readLists } from './answers.ts';
import { chatMessages, toolsColumn } from './chatSchema.ts';
import type { PairFormat } from './format.ts';

const completion = (rank: number) => z.strictObject({ rank: z.literal(rank), completion: chatMessages });

/** `PreferenceDataset` of NVIDIA NeMo RL (docs/guides/dpo.md): exactly two completions, the lower rank the better one. */
const nemoPreference: PairFormat = {
  name: 'nemo-preference',
  kind: 'pairs',
  summary:
    '{"context", "completions": [{"rank", "completion"}]}: two answers by rank, for DPO and reward models with NeMo RL',
  extension: 'jsonl',
  reasons: {},
  schema: z.strictObject({
    context: chatMessages,
    completions: z.tuple([completion(0), completion(1)]),
    tools: toolsColumn.optional(),
  }),
  refuses: () => undefined,
  open(shape, options) {
    const { type, tools: column, list, row } = listWriter(shape, options);
    return {
      columns: [
        { name: 'context', type },
        { name: 'completions', type: { list: { struct: { rank: 'int64', completion: type } } } },
        ...column,
      ],
      rows({ messages, chosen, rejected, tools }) {
        if (messages.length === 0 || chosen.length === 0 || rejected.length === 0) return [];
        const completions = [chosen, rejected].map((answer, rank) => ({ rank, completion: list(answer) }));
        return [row({ context: list(messages), completions }, tools)];
      },
    };
  },
  read(row) {
    const [chosen, rejected] = byRank(row.completions);
    const [messages, better, worse] = readLists(row.context, chosen, rejected) ?? [];
    if (messages === undefined || better === undefined || worse === undefined) return undefined;
    return { messages, chosen: better, rejected: worse, ...readDefinitions(row) };
  },
};

export default nemoPreference;

/** The two completions, the better one first. */
function byRank(completions: unknown): unknown[] {
  if (!Array.isArray(completions)) return [];
  const ranked = completions.filter(isObject).filter(({ rank }) => typeof rank === 'number');
  return ranked.sort((one, other) => Number(one.rank) - Number(other.rank)).map((one) => one.completion);
}
