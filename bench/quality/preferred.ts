import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { linesIn } from '../pii/corpora.ts';
import type { Placed, Turns } from './conversation.ts';

/** Conversations whose last answer people preferred to another, or that were written or picked as good ones. */
export interface PreferredCorpus {
  readonly name: string;
  /** Whether issue 6 sets a limit for it; the others are looked at beside them. */
  readonly asked: boolean;
  /** @param folder of the chats; throws where a file is missing or of another shape */
  read(folder: string): Placed[];
}

export const PREFERRED: readonly PreferredCorpus[] = [
  { name: 'hh_rlhf', asked: true, read: readHarmless },
  { name: 'mtbench101', asked: true, read: readMtBench101 },
  { name: 'fastchat', asked: true, read: readFastChat },
  { name: 'arena_hard', asked: true, read: readArenaHard },
  { name: 'llmbar', asked: false, read: readLlmBar },
  { name: 'pandalm', asked: false, read: readPandaLm },
  { name: 'oasst', asked: false, read: readOpenAssistant },
];

const chosen = z.object({
  conversation_id: z.string(),
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })),
});
const preference = z.object({ conversation_id: z.string(), value: z.number() });

function readHarmless(folder: string): Placed[] {
  const preferred = linesIn(join(folder, 'hh_rlhf/feedback.jsonl'), preference).filter(({ value }) => value > 0);
  const ids = new Set(preferred.map(({ conversation_id }) => conversation_id));
  return linesIn(join(folder, 'hh_rlhf/conversations.jsonl'), chosen)
    .filter(({ conversation_id }) => ids.has(conversation_id))
    .map(({ conversation_id, messages }) => ({
      place: conversation_id,
      turns: messages.map(({ role, content }) => [role, content] as const),
    }));
}

const dialogue = z.object({
  task: z.string(),
  id: z.number(),
  history: z.array(z.object({ user: z.string(), bot: z.string() })),
});

function readMtBench101(folder: string): Placed[] {
  return linesIn(join(folder, 'mtbench101.jsonl'), dialogue).map(({ task, id, history }) => ({
    place: `${task} ${id}`,
    turns: history.flatMap(({ user, bot }) => exchange(user, bot)),
  }));
}

const shared = z.array(
  z.object({ id: z.string(), conversations: z.array(z.object({ from: z.string(), value: z.string() })) }),
);
const asked = z.object({ question_id: z.number(), turns: z.array(z.string()) });
const reference = z.object({ question_id: z.number(), choices: z.array(z.object({ turns: z.array(z.string()) })) });

function readFastChat(folder: string): Placed[] {
  const dummy = shared.parse(json(join(folder, 'fastchat/data/dummy_conversation.json')));
  const conversations = dummy.map(({ id, conversations: turns }) => ({
    place: id,
    turns: turns.map(({ from, value }) => [from === 'human' ? 'user' : 'assistant', value] as const),
  }));
  const judged = ['mt_bench', 'vicuna_bench'].flatMap((bench) => {
    const below = join(folder, 'fastchat/fastchat/llm_judge/data', bench);
    const questions = new Map(
      linesIn(join(below, 'question.jsonl'), asked).map((one) => [one.question_id, one.turns] as const),
    );
    return linesIn(join(below, 'reference_answer/gpt-4.jsonl'), reference).map(({ question_id, choices }) => ({
      place: `${bench} ${question_id}`,
      turns: pairTurns(questions.get(question_id) ?? [], choices[0]?.turns ?? []),
    }));
  });
  return [...conversations, ...judged];
}

const battle = z.object({
  uid: z.string(),
  messages: z.tuple([z.object({ content: z.string() }), z.object({ content: z.object({ answer: z.string() }) })]),
});

function readArenaHard(folder: string): Placed[] {
  return linesIn(join(folder, 'arena_hard_v01_gpt35.jsonl'), battle).map(({ uid, messages: [question, answer] }) => ({
    place: uid,
    turns: exchange(question.content, answer.content.answer),
  }));
}

const judged = z.array(
  z.object({
    input: z.string(),
    output_1: z.string(),
    output_2: z.string(),
    label: z.union([z.literal(1), z.literal(2)]),
  }),
);
/** (The case studies and `Adversarial` ask for odd or bad answers: what is preferred there is not what people want.) */
const LLMBAR = ['LLMBar/Natural', 'Processed/FairEval', 'Processed/LLMEval^2', 'Processed/MT-Bench'];

function readLlmBar(folder: string): Placed[] {
  return LLMBAR.flatMap((part) =>
    judged.parse(json(join(folder, 'llmbar', part, 'dataset.json'))).map((one, index) => ({
      place: `${part} ${index}`,
      turns: exchange(one.input, one.label === 1 ? one.output_1 : one.output_2),
    })),
  );
}

const annotated = z.array(
  z.object({
    idx: z.union([z.string(), z.number()]),
    instruction: z.string(),
    input: z.string(),
    response1: z.coerce.string(),
    response2: z.coerce.string(),
    annotator1: z.number(),
    annotator2: z.number(),
    annotator3: z.number(),
  }),
);

/** What at least two of three people preferred. */
function readPandaLm(folder: string): Placed[] {
  return annotated.parse(json(join(folder, 'pandalm_testset_v1.json'))).flatMap((one) => {
    const votes: readonly number[] = [one.annotator1, one.annotator2, one.annotator3];
    const [first, second] = [1, 2].map((vote) => votes.filter((other) => other === vote).length);
    const answer = (first ?? 0) >= 2 ? one.response1 : (second ?? 0) >= 2 ? one.response2 : undefined;
    if (answer === undefined) return [];
    const question = one.input === '' ? one.instruction : `${one.instruction}\n${one.input}`;
    return [{ place: String(one.idx), turns: exchange(question, answer) }];
  });
}

interface TreeMessage {
  readonly text: string;
  readonly role: string;
  readonly rank?: number | null | undefined;
  readonly replies: readonly TreeMessage[];
}
const treeMessage: z.ZodType<TreeMessage> = z.object({
  text: z.string(),
  role: z.string(),
  rank: z.number().nullish(),
  replies: z.lazy(() => z.array(treeMessage)),
});
const tree = z.object({ message_tree_id: z.string(), prompt: treeMessage });

/** From every question down along the replies that people ranked best. */
function readOpenAssistant(folder: string): Placed[] {
  return linesIn(join(folder, 'oasst_en100/en_100_tree.jsonl'), tree)
    .map(({ message_tree_id, prompt }) => ({ place: message_tree_id, turns: bestPath(prompt) }))
    .filter(({ turns }) => turns.length > 1);
}

function bestPath(message: TreeMessage): Turns {
  const role = message.role === 'assistant' ? 'assistant' : 'user';
  const [best] = [...message.replies].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return [[role, message.text] as const, ...(best === undefined ? [] : bestPath(best))];
}

function exchange(question: string, answer: string): Turns {
  return [
    ['user', question],
    ['assistant', answer],
  ];
}

function pairTurns(questions: readonly string[], answers: readonly string[]): Turns {
  return answers.flatMap((answer, at) => exchange(questions[at] ?? '', answer));
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
