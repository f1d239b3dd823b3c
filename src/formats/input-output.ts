import { z } from 'zod';
import { CHATML_PLACES, CHATML_REASONS, type ChatmlTurn, chatmlTurns, readChatml, TURN_END } from './chatmlTurns.ts';
import { refusedUnfolded } from './fold.ts';
import type { ConversationFormat } from './format.ts';
import type { JsonPiece } from './messagesJson.ts';

const schema = z.strictObject({
  segments: z.array(z.strictObject({ label: z.boolean(), text: z.string() })).min(1),
});

/** Template-free data of axolotl (docs/dataset-formats/template_free.qmd, prompt_strategies/input_output.py). */
const inputOutput: ConversationFormat = {
  name: 'input-output',
  kind: 'conversations',
  summary:
    '{"segments": [{"label", "text"}]} of axolotl: ChatML text, of which the assistant’s words alone are learned',
  extension: 'jsonl',
  reasons: CHATML_REASONS,
  schema,
  refuses: (example, options) => refusedUnfolded(example, options, CHATML_PLACES),
  open: () => ({
    columns: [{ name: 'segments', type: { list: { struct: { label: 'boolean', text: 'string' } } } }],
    rows({ messages }) {
      const turns = chatmlTurns(messages);
      if ('refused' in turns) return turns;
      return turns.some(({ learned }) => learned) ? [segments(turns)] : [];
    },
  }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const messages = readChatml(parsed.data.segments.map(({ text }) => text).join(''));
    return messages && { messages };
  },
};

export default inputOutput;

const LEARNED = '"},{"label":true,"text":"';
const GIVEN = `${TURN_END}"},{"label":false,"text":"\\n`;

/** Each segment is as long as can be: axolotl makes tokens of each by itself, and none may reach over its end. */
function segments(turns: readonly ChatmlTurn[]): JsonPiece[] {
  const row: JsonPiece[] = ['{"segments":[{"label":false,"text":"'];
  for (const { learned, opening, content } of turns) {
    if (learned) row.push(opening, LEARNED, content, GIVEN);
    else row.push(opening, content, `${TURN_END}\\n`);
  }
  row.push('"}]}');
  return row;
}
