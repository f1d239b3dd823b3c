import { z } from 'zod';
import { MATCHING_REASONS, matchedCalls } from './callMatching.ts';
import type { Column } from './columnType.ts';
import type { ConversationFormat, ExportShape, RowWriter } from './format.ts';
import { geminiContents, readGeminiContents } from './geminiContents.ts';
import { geminiTools, readGeminiTools } from './geminiTools.ts';
import { jsonText } from './jsonText.ts';
import { systemText } from './messages.ts';
import { hasTools } from './toolMessages.ts';
import { type TurnOfParts, turnsOfParts } from './turnsOfParts.ts';

const part = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ functionCall: z.strictObject({ name: z.string(), args: z.looseObject({}) }) }),
  z.strictObject({ functionResponse: z.strictObject({ name: z.string(), response: z.looseObject({}) }) }),
]);
const systemInstruction = z.strictObject({
  role: z.literal('system').optional(),
  parts: z.array(z.strictObject({ text: z.string() })).min(1),
});

const schema = z.strictObject({
  systemInstruction: systemInstruction.optional(),
  contents: z.array(z.strictObject({ role: z.enum(['user', 'model']), parts: z.array(part).min(1) })).min(1),
  tools: z.array(z.strictObject({ functionDeclarations: z.array(z.looseObject({ name: z.string() })) })).optional(),
});

/**
 * Tuning data of Vertex AI (docs.cloud.google.com/vertex-ai/generative-ai/docs/models, gemini-supervised-tuning-prepare and
 * tune-function-calling). A key without a value is left out: an empty system instruction is refused.
 */
const gemini: ConversationFormat = {
  name: 'gemini',
  kind: 'conversations',
  summary: '{"systemInstruction", "contents": [{"role", "parts"}], "tools"}, the tuning data of Gemini on Vertex AI',
  extension: 'jsonl',
  reasons: MATCHING_REASONS,
  schema,
  refuses: () => undefined,
  open: (shape) => ({ columns: columnsOf(shape), rows: (example) => rowsOf(shape, example) }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { systemInstruction, contents, tools } = parsed.data;
    const system = systemInstruction?.parts.map(({ text }) => text).join('\n\n');
    const definitions = readGeminiTools(tools ?? []);
    return {
      messages: readGeminiContents(system, contents),
      ...(definitions !== undefined && { tools: definitions }),
    };
  },
};

export default gemini;

function columnsOf(shape: ExportShape): Column[] {
  const texts = { list: { struct: { text: 'string' } } } as const;
  const columns: Column[] = [];
  if (shape.system)
    columns.push({ name: 'systemInstruction', type: { struct: { role: 'string', parts: texts } }, optional: true });
  columns.push({
    name: 'contents',
    type: { list: shape.tools ? 'json' : { struct: { role: 'string', parts: texts } } },
  });
  if (hasTools(shape)) columns.push({ name: 'tools', type: { list: 'json' }, optional: true });
  return columns;
}

function rowsOf(
  shape: ExportShape,
  { messages, tools }: Parameters<RowWriter['rows']>[0],
): ReturnType<RowWriter['rows']> {
  const said = messages.filter(({ role }) => role !== 'system');
  if (said.length === 0) return [];
  const system = systemText(messages);
  const before = system === '' ? '{' : `{"systemInstruction":{"role":"system","parts":[{"text":${jsonText(system)}}]},`;
  const declared = hasTools(shape) ? geminiTools(tools) : undefined;
  const end = declared === undefined ? '}' : `,"tools":${jsonText(declared)}}`;
  if (!shape.tools) return [[before, '"contents":', ...turnsOfParts(messages, PLAIN_TURN), end]];
  const matched = matchedCalls(said, (id) => id);
  if ('refused' in matched) return matched;
  return [`${before}"contents":${jsonText(geminiContents(matched))}${end}`];
}

const PLAIN_TURN: TurnOfParts = { role: (role) => (role === 'assistant' ? 'model' : 'user'), parts: 'parts' };
