import { z } from 'zod';
import type { Message } from '../pipeline/conversation.ts';
import { MATCHING_REASONS, matchedCalls } from './callMatching.ts';
import type { Column } from './columnType.ts';
import { converseMessages, readConverse } from './converseMessages.ts';
import { converseTools, readConverseTools } from './converseTools.ts';
import type { ConversationFormat, ExportShape, RowWriter } from './format.ts';
import { jsonText } from './jsonText.ts';
import { systemText } from './messages.ts';
import { hasTools } from './toolMessages.ts';
import { type TurnOfParts, turnsOfParts } from './turnsOfParts.ts';

const text = z.strictObject({ text: z.string() });
const toolUse = z.strictObject({ toolUseId: z.string().min(1), name: z.string().min(1), input: z.looseObject({}) });
const toolResult = z.strictObject({
  toolUseId: z.string().min(1),
  content: z.array(z.union([text, z.strictObject({ json: z.looseObject({}) })])).min(1),
});
const toolSpec = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1),
  inputSchema: z.strictObject({ json: z.looseObject({ type: z.string() }) }),
});
const content = z.union([text, z.strictObject({ toolUse }), z.strictObject({ toolResult })]);

const schema = z.strictObject({
  schemaVersion: z.literal('bedrock-conversation-2024'),
  system: z.array(text).optional(),
  toolConfig: z.strictObject({ tools: z.array(z.strictObject({ toolSpec })).min(1) }).optional(),
  messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(content).min(1) })).min(2),
});

/**
 * What Bedrock tunes Nova and Llama 3.2 with (docs.aws.amazon.com/nova/latest/nova2-userguide, nova-data-prep-sft-2; rules of
 * aws-samples/amazon-nova-samples, nova_ft_dataset_validator.py). Tools are for Nova 2 on SageMaker; jobs on Bedrock may fail
 * on them (docs.aws.amazon.com/bedrock/latest/userguide, nova-2-sft-data-prep).
 */
const bedrockConverse: ConversationFormat = {
  name: 'bedrock-converse',
  kind: 'conversations',
  summary:
    '{"schemaVersion", "system", "messages"} as Bedrock’s Converse has them, for Nova and Llama 3.2; content is a list',
  extension: 'jsonl',
  reasons: {
    ...MATCHING_REASONS,
    unknown_tool: 'a tool is called that is not among those the conversation defines',
  },
  schema,
  refuses: () => undefined,
  open: (shape) => ({ columns: columnsOf(shape), rows: (example) => rowsOf(shape, example) }),
  read(row) {
    const parsed = schema.safeParse(row);
    if (!parsed.success) return undefined;
    const { system = [], toolConfig, messages } = parsed.data;
    const definitions = readConverseTools(toolConfig?.tools.map((tool) => tool.toolSpec) ?? []);
    const said = system.map((entry) => entry.text).join('\n\n');
    return { messages: readConverse(said, messages), ...(definitions !== undefined && { tools: definitions }) };
  },
};

export default bedrockConverse;

function columnsOf(shape: ExportShape): Column[] {
  const texts = { list: { struct: { text: 'string' } } } as const;
  const columns: Column[] = [{ name: 'schemaVersion', type: 'string' }];
  if (shape.system) columns.push({ name: 'system', type: texts });
  if (hasTools(shape)) columns.push({ name: 'toolConfig', type: 'json', optional: true });
  columns.push({
    name: 'messages',
    type: { list: shape.tools ? 'json' : { struct: { role: 'string', content: texts } } },
  });
  return columns;
}

function rowsOf(
  shape: ExportShape,
  { messages, tools }: Parameters<RowWriter['rows']>[0],
): ReturnType<RowWriter['rows']> {
  const said = messages.filter(({ role }) => role !== 'system');
  if (said.length === 0) return [];
  const config = hasTools(shape) ? converseTools(tools) : undefined;
  const head = `{"schemaVersion":"bedrock-conversation-2024",${systemKey(shape, messages)}${
    config === undefined ? '' : `"toolConfig":${jsonText(config)},`
  }"messages":`;
  if (!shape.tools) return [[head, ...turnsOfParts(messages, PLAIN_TURN), '}']];
  const matched = matchedCalls(said, onceEach());
  if ('refused' in matched) return matched;
  const known = new Set(config?.tools.map(({ toolSpec: { name } }) => name));
  const calls = matched.flatMap(({ tool_calls = [] }) => tool_calls);
  if (config !== undefined && !calls.every(({ name }) => known.has(name))) return { refused: 'unknown_tool' };
  return [`${head}${jsonText(converseMessages(matched))}}`];
}

/** A list in every row or in none; an empty one is allowed. */
function systemKey(shape: ExportShape, messages: readonly Message[]): string {
  if (!shape.system) return '';
  const system = systemText(messages);
  return system === '' ? '"system":[],' : `"system":[{"text":${jsonText(system)}}],`;
}

/** No id may come twice in a conversation, as those of joined sessions may. */
function onceEach(): (id: string, ordinal: number) => string {
  const given = new Set<string>();
  return (id, ordinal) => {
    const free = given.has(id) ? `${id}_${ordinal}` : id;
    given.add(free);
    return free;
  };
}

const PLAIN_TURN: TurnOfParts = { role: (role) => role, parts: 'content' };
