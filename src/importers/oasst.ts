import { isObject, type JsonObject } from '../measures/jsonObject.ts';
import { branchesOf, type Turn } from './branches.ts';
import type { Imported, Importer } from './importer.ts';
import type { FeedbackFacts } from './lines.ts';
import { hasObject, listAt, objectAt, textAt, timeAt } from './values.ts';

/** Message trees of Open Assistant, one a line (`*.trees.jsonl` of oasst1 and oasst2). */
export const oasst: Importer = {
  name: 'oasst',
  summary: 'message trees of Open Assistant: *.trees.jsonl of oasst1 and oasst2',
  sources: [
    'https://github.com/LAION-AI/Open-Assistant/blob/main/oasst-data/oasst_data/schemas.py',
    'https://huggingface.co/datasets/OpenAssistant/oasst1',
  ],
  recognises: (entry) => typeof entry.message_tree_id === 'string' && hasObject(entry, 'prompt'),
  open: () => ({ read }),
};

/** A message of the tree, with its replies, the best first. */
interface Node {
  readonly message: JsonObject;
  readonly id: string;
  readonly parent: string | undefined;
}

/**
 * The best-ranked path is the conversation, as in the subsets that people train on; every other answer to what is asked on that
 * path is one of its own, with what stood before it, for who learns from comparisons. What was said after those is left out: its
 * beginnings would be learned again and again.
 */
function read(entry: JsonObject): Imported {
  const id = textAt(entry, 'message_tree_id');
  const prompt = objectAt(entry, 'prompt');
  if (id === undefined) return { problem: 'no_id' };
  if (textAt(prompt, 'text') === undefined) return { problem: 'no_messages' };
  if (prompt.deleted === true) return { pass: 'deleted' };
  const turns = new Map<string, Turn>();
  let current: Node | undefined = { message: prompt, id, parent: undefined };
  let last = id;
  let synthetic = false;
  while (current !== undefined) {
    const { message, id: of }: Node = current;
    if (!turns.has(of)) turns.set(of, turnOf(current));
    synthetic = synthetic || message.synthetic === true;
    last = of;
    const replies = repliesOf(message, of);
    for (const reply of replies) if (!turns.has(reply.id)) turns.set(reply.id, turnOf(reply));
    current = replies[0];
  }
  const facts = { id, time: timeAt(prompt, ['created_date']), language: textAt(prompt, 'lang'), synthetic };
  return branchesOf(turns, last, { ...facts, user: textAt(prompt, 'user_id') });
}

function repliesOf(message: JsonObject, parent: string): Node[] {
  const replies = listAt(message, 'replies')
    .filter(isObject)
    .filter((reply) => reply.deleted !== true && reply.review_result !== false);
  const nodes = replies.flatMap((reply) => {
    const id = textAt(reply, 'message_id');
    return id === undefined || textAt(reply, 'text') === undefined ? [] : [{ message: reply, id, parent }];
  });
  return nodes.sort((one, other) => rankOf(one.message) - rankOf(other.message));
}

/** The most preferred reply has rank 0; one without a rank comes last. */
function rankOf({ rank }: JsonObject): number {
  return typeof rank === 'number' ? rank : Number.MAX_SAFE_INTEGER;
}

function turnOf({ message, id, parent }: Node): Turn {
  const role = message.role === 'assistant' ? 'assistant' : 'user';
  const feedback = role === 'assistant' ? qualityOf(message) : undefined;
  return {
    id,
    parent,
    messages: [{ role, content: textAt(message, 'text') ?? '' }],
    ...(feedback !== undefined && { feedback: [feedback] }),
  };
}

/** The mean of what people who label said of its quality: five steps from 0 to 1, thus stars. */
function qualityOf(message: JsonObject): FeedbackFacts | undefined {
  const { value } = objectAt(objectAt(message, 'labels'), 'quality');
  return typeof value === 'number' && value >= 0 && value <= 1 ? { stars: 1 + 4 * value } : undefined;
}
