import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { filesBelow, linesIn, textIn } from '../pii/corpora.ts';

/** A conversation to be logged. */
export interface Said {
  readonly id: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly session?: string | undefined;
  /** Minutes after the first of January. */
  readonly minute?: number | undefined;
}

const message = z.object({ role: z.string(), content: z.string() });
const withMessages = z.object({ conversation_id: z.string(), messages: z.array(message) });
const versions = z.object({ id: z.string(), text: z.string() });
const instructions = z.array(z.object({ instruction: z.string(), input: z.string(), response: z.string() }));
const histories = z.object({ history: z.array(z.object({ user: z.string(), bot: z.string() })) });
const personas = z.array(z.object({ dialogue: z.array(z.array(z.string())) }));
const pairs = z.array(z.object({ input: z.string(), output_1: z.string() }));

/** Real conversations by the name of their corpus; nothing of those that are not there. */
export function conversationsOf(corpora: string): ReadonlyMap<string, readonly Said[]> {
  const found = new Map<string, readonly Said[]>();
  for (const [name, [path, read]] of Object.entries(READERS)) {
    const file = join(corpora, path);
    if (existsSync(file)) found.set(name, read(file, name));
  }
  return found;
}

type Reader = (path: string, name: string) => Said[];

/** Rows of GPTeacher's Toolformer set; also read for what its authors kept. */
export const readInstructions: Reader = (path, name) =>
  instructions
    .parse(JSON.parse(textIn(path)))
    .map(({ instruction, input, response }, row) =>
      exchange(`${name}-${row}`, input === '' ? instruction : `${instruction}\n${input}`, response),
    );

const readMessages: Reader = (path) =>
  linesIn(path, withMessages).map(({ conversation_id, messages }) => ({ id: conversation_id, messages }));

const READERS: Readonly<Record<string, readonly [path: string, read: Reader]>> = {
  prompt_edits: [
    'dedup/prompt_edits_versions.jsonl',
    (path) => linesIn(path, versions).map(({ id, text }) => exchange(id, text, 'Understood.')),
  ],
  hh_rlhf: ['chat/hh_rlhf/conversations.jsonl', readMessages],
  taskmaster4: ['chat/taskmaster4/conversations.jsonl', readMessages],
  gpteacher_toolformer: ['dedup/gpteacher_toolformer_dedupe_only.json', readInstructions],
  mtbench101: [
    'chat/mtbench101.jsonl',
    (path, name) =>
      linesIn(path, histories).map(({ history }, row) => ({
        id: `${name}-${row}`,
        messages: history.flatMap(({ user, bot }) => turns(user, bot)),
      })),
  ],
  xpersona: [
    'chat/xpersona',
    (path, name) =>
      filesBelow(path).flatMap((file, place) =>
        personas.parse(JSON.parse(textIn(file))).map(({ dialogue }, row) => ({
          id: `${name}-${place}-${row}`,
          messages: dialogue.flatMap(([user = '', bot = '']) => turns(user, bot)),
        })),
      ),
  ],
  llmbar: [
    'chat/llmbar',
    (path, name) =>
      filesBelow(path).flatMap((file, place) =>
        (pairs.safeParse(JSON.parse(textIn(file))).data ?? []).map(({ input, output_1 }, row) =>
          exchange(`${name}-${place}-${row}`, input, output_1),
        ),
      ),
  ],
};

function turns(user: string, assistant: string): Said['messages'] {
  return [
    { role: 'user', content: user },
    { role: 'assistant', content: assistant },
  ];
}

/** One question and its answer. */
export function exchange(id: string, question: string, answer: string): Said {
  return { id, messages: turns(question, answer) };
}
