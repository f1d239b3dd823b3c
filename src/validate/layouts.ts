import type { Role } from '../pipeline/conversation.ts';
import type { Holds, Layout, Part, TurnKeys } from './layout.ts';

const OPENAI_ROLES = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
} as const;

/** `{"role", "content"}`, as OpenAI has them. */
export const OPENAI: TurnKeys = { role: 'role', content: 'content', parts: false, roles: OPENAI_ROLES };

/** `{"from", "value"}`; the roles of tools as LLaMA-Factory has them (data/converter.py). */
export const SHAREGPT: TurnKeys = {
  role: 'from',
  content: 'value',
  parts: false,
  roles: { system: 'system', human: 'user', gpt: 'assistant', function_call: 'assistant', observation: 'tool' },
};

/** `{"role", "parts": [{"text"}]}` (Vertex AI, prepare supervised fine-tuning data for Gemini). */
const GEMINI: TurnKeys = {
  role: 'role',
  content: 'parts',
  parts: true,
  roles: { system: 'system', user: 'user', model: 'assistant', function: 'tool' },
};

/** `{"role", "content": [{"text"}]}` (Amazon Bedrock, Converse). */
const CONVERSE: TurnKeys = {
  role: 'role',
  content: 'content',
  parts: true,
  roles: { user: 'user', assistant: 'assistant' },
};

const CLAUDE: TurnKeys = { ...OPENAI, roles: { user: 'user', assistant: 'assistant' } };

interface PartOptions {
  readonly side?: Part['side'];
  readonly role?: Role;
  readonly turn?: TurnKeys;
}

/** A part that every row has. */
export function part(
  key: string,
  holds: Holds,
  { side = 'prompt', role = 'user', turn = OPENAI }: PartOptions = {},
): Part {
  return { key, holds, side, role, turn, required: true };
}

/** A part that rows may have. */
export function maybe(key: string, holds: Holds, options: PartOptions = {}): Part {
  return { ...part(key, holds, options), required: false };
}

const TOOLS = maybe('tools', 'tools');

function layout(format: string, kind: Layout['kind'], parts: readonly Part[], others: readonly string[] = []): Layout {
  return { format, kind, parts, others };
}

const MESSAGES = part('messages', 'turns');
const ANSWER = { side: 'answer', role: 'assistant' } as const;

/** Every format by its parts; keys and types as docs/formats.md has them. */
export const LAYOUTS: readonly Layout[] = [
  layout(
    'openai-preference',
    'pair',
    [
      part('input.messages', 'turns'),
      maybe('input.tools', 'tools'),
      part('preferred_output', 'turns', { side: 'chosen' }),
      part('non_preferred_output', 'turns', { side: 'rejected' }),
    ],
    ['input', 'input.parallel_tool_calls'],
  ),
  layout('gemini-preference', 'pair', [
    maybe('system_instruction', 'system', { role: 'system', turn: GEMINI }),
    part('contents', 'turns', { turn: GEMINI }),
    part('completions', 'ranked', { turn: GEMINI }),
  ]),
  layout(
    'gemini',
    'conversation',
    [
      maybe('systemInstruction', 'system', { role: 'system', turn: GEMINI }),
      part('contents', 'turns', { turn: GEMINI }),
      TOOLS,
    ],
    ['toolConfig'],
  ),
  layout('nemo-preference', 'pair', [part('context', 'turns'), part('completions', 'ranked')]),
  layout(
    'bedrock-converse',
    'conversation',
    [maybe('system', 'system', { role: 'system', turn: CONVERSE }), part('messages', 'turns', { turn: CONVERSE })],
    ['schemaVersion', 'toolConfig'],
  ),
  layout('kto', 'rated', [
    part('prompt', 'either'),
    part('completion', 'either', ANSWER),
    part('label', 'label'),
    TOOLS,
  ]),
  layout('preference', 'pair', [
    part('prompt', 'either'),
    part('chosen', 'either', { side: 'chosen', role: 'assistant' }),
    part('rejected', 'either', { side: 'rejected', role: 'assistant' }),
    maybe('margin', 'margin'),
    TOOLS,
  ]),
  layout('sharegpt-preference', 'pair', [
    maybe('system', 'system', { role: 'system' }),
    part('conversations', 'turns', { turn: SHAREGPT }),
    part('chosen', 'answer', { side: 'chosen', role: 'assistant', turn: SHAREGPT }),
    part('rejected', 'answer', { side: 'rejected', role: 'assistant', turn: SHAREGPT }),
    TOOLS,
  ]),
  layout('axolotl-preference', 'pair', [
    part('messages', 'turns'),
    part('chosen', 'answer', { side: 'chosen', role: 'assistant' }),
    part('rejected', 'answer', { side: 'rejected', role: 'assistant' }),
    TOOLS,
  ]),
  layout('reward', 'pair', [
    part('chosen', 'either', { side: 'chosen', role: 'assistant' }),
    part('rejected', 'either', { side: 'rejected', role: 'assistant' }),
    maybe('margin', 'margin'),
  ]),
  layout('prompt-completion', 'conversation', [part('prompt', 'either'), part('completion', 'either', ANSWER), TOOLS]),
  layout('prompt-completion-messages', 'conversation', [
    part('prompt', 'turns'),
    part('completion', 'turns', ANSWER),
    TOOLS,
  ]),
  layout('input-output', 'text', [part('segments', 'segments')]),
  layout('sharegpt', 'conversation', [
    maybe('system', 'system', { role: 'system' }),
    part('conversations', 'turns', { turn: SHAREGPT }),
    TOOLS,
  ]),
  layout('sharegpt-kto', 'rated', [
    maybe('system', 'system', { role: 'system' }),
    part('conversations', 'turns', { turn: SHAREGPT }),
    part('kto_tag', 'label'),
    TOOLS,
  ]),
  layout(
    'json',
    'conversation',
    [MESSAGES, TOOLS],
    [
      'id',
      'timestamp',
      'session_hash',
      'user_hash',
      'language',
      'intent',
      'framework',
      'complexity',
      'model',
      'source',
      'context',
      'rating',
    ],
  ),
  layout('bedrock-claude', 'conversation', [
    maybe('system', 'system', { role: 'system' }),
    part('messages', 'turns', { turn: CLAUDE }),
  ]),
  layout('chatml', 'conversation', [MESSAGES, TOOLS], ['parallel_tool_calls', 'functions']),
  layout('mistral', 'conversation', [MESSAGES, TOOLS], ['system_prompt', 'only_last', 'available_tools']),
  layout('alpaca', 'conversation', [
    maybe('system', 'system', { role: 'system' }),
    maybe('history', 'history'),
    part('instruction', 'text'),
    maybe('input', 'text'),
    part('output', 'text', ANSWER),
  ]),
  layout('instruction', 'conversation', [part('instruction', 'text'), part('response', 'text', ANSWER)]),
  layout(
    'csv',
    'conversation',
    [part('user_message', 'text'), part('bot_response', 'text', ANSWER)],
    ['id', 'timestamp', 'user_length', 'bot_length', 'session_id'],
  ),
  layout('chatml-text', 'text', [part('text', 'text')]),
  layout('text', 'text', [part('text', 'text')]),
];

export function layoutNamed(format: string): Layout | undefined {
  return LAYOUTS.find((one) => one.format === format);
}
