import { z } from 'zod';
import { isObject } from '../measures/jsonObject.ts';
import type { Message } from '../pipeline/conversation.ts';
import type { ColumnType } from './columnType.ts';
import type { PairFormat } from './format.ts';
import { jsonText } from './jsonText.ts';
import { systemText } from './messages.ts';

const parts = z.array(z.strictObject({ text: z.string().min(1) })).min(1);
const turn = z.strictObject({ role: z.enum(['user', 'model']), parts });
const completion = (score: number) =>
  z.strictObject({ score: z.literal(score), completion: z.strictObject({ role: z.literal('model'), parts }) });

const PARTS: ColumnType = { list: { struct: { text: 'string' } } };
const TURN: ColumnType = { struct: { role: 'string', parts: PARTS } };

/**
 * Preference tuning of Gemini on Vertex AI (cloud.google.com, "Prepare data for preference tuning"): text alone, one completion
 * with score 1 and one with 0. The key of the system prompt is in snake case, unlike that of the format for tuning.
 */
const geminiPreference: PairFormat = {
  name: 'gemini-preference',
  kind: 'pairs',
  summary:
    '{"contents", "completions": [{"score", "completion"}]}: two answers by score, for preference tuning of Gemini',
  extension: 'jsonl',
  reasons: { tool_messages: 'tools are called in it, for which the format has no place' },
  schema: z.strictObject({
    system_instruction: z.strictObject({ parts }).optional(),
    contents: z.array(turn).min(1),
    completions: z.tuple([completion(1), completion(0)]),
  }),
  refuses: ({ tools }) => (tools ? 'tool_messages' : undefined),
  open: ({ system }) => ({
    columns: [
      ...(system ? [{ name: 'system_instruction', type: { struct: { parts: PARTS } }, optional: true as const }] : []),
      { name: 'contents', type: { list: TURN } },
      { name: 'completions', type: { list: { struct: { score: 'int64', completion: TURN } } } },
    ],
    rows({ messages, chosen, rejected }) {
      const turns = messages.filter(({ role }) => role !== 'system');
      if (turns.length === 0 || chosen.length === 0 || rejected.length === 0) return [];
      const instruction = systemText(messages);
      const completions = [chosen, rejected].map((answer, place) => ({ score: 1 - place, completion: said(answer) }));
      return [
        jsonText({
          // A text of nothing is refused, so a row without a system prompt has no key for it.
          ...(instruction !== '' && { system_instruction: { parts: [{ text: instruction }] } }),
          contents: turns.map((message) => said([message])),
          completions,
        }),
      ];
    },
  }),
  read({ system_instruction, contents, completions }) {
    const turns = Array.isArray(contents) ? contents.map(heard) : [];
    const answers = Array.isArray(completions) ? completions.filter(isObject) : [];
    const answer = (score: number) => heard(answers.find((one) => one.score === score)?.completion);
    const [chosen, rejected] = [answer(1), answer(0)];
    const spoken = turns.filter((message) => message !== undefined);
    if (spoken.length === 0 || spoken.length < turns.length || chosen === undefined || rejected === undefined)
      return undefined;
    const instruction = textOf(system_instruction);
    const system: Said[] = instruction === undefined ? [] : [{ role: 'system', content: instruction }];
    const messages = [...system, ...spoken].map((message, index) => ({ ...message, index }));
    const next = { index: messages.length };
    return { messages, chosen: [{ ...chosen, ...next }], rejected: [{ ...rejected, ...next }] };
  },
};

export default geminiPreference;

type Said = Pick<Message, 'role' | 'content'>;

/** A turn, or an answer as one. */
function said(messages: readonly Message[]): object {
  const role = messages[0]?.role === 'user' ? 'user' : 'model';
  return { role, parts: messages.map(({ content }) => ({ text: content.toWellFormed() })) };
}

function heard(entry: unknown): Said | undefined {
  const content = textOf(entry);
  if (content === undefined || !isObject(entry)) return undefined;
  return { role: entry.role === 'user' ? 'user' : 'assistant', content };
}

/** The text of all parts. */
function textOf(entry: unknown): string | undefined {
  if (!isObject(entry) || !Array.isArray(entry.parts)) return undefined;
  return entry.parts
    .map((part: unknown) => (isObject(part) && typeof part.text === 'string' ? part.text : ''))
    .join('');
}
