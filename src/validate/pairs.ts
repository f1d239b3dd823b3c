import type { Layout } from './layout.ts';
import type { Tell } from './problemLog.ts';
import { type RowView, type Turn, textPathOf } from './view.ts';

const SPACE = /\s+/gu;

/** Heads of chat templates before an answer, without the question: ChatML, Llama 3, Gemma. */
const HEADS = [
  '<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n<|im_start|>user\n<|im_end|>\n<|im_start|>assistant\n',
  '<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\n<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n',
  '<bos><start_of_turn>user\n<end_of_turn>\n<start_of_turn>model\n[[dummy_message]]',
];

/** Answers that stand in the head of a chat template already. */
export function checkShortAnswers({ chosen, rejected }: RowView, tell: Tell): void {
  for (const side of [chosen, rejected]) {
    const last = side.at(-1);
    if (last !== undefined && HEADS.some((head) => head.includes(last.text))) tell('short_answer', textPathOf(last));
  }
}

/** What is wrong with two answers beside each other. */
export function checkPair(view: RowView, { kind }: Layout, tell: Tell): void {
  const { prompt, answer, chosen, rejected } = view;
  if (kind !== 'pair') {
    if (answer.length > 0) checkKinds([prompt, answer], tell);
    return;
  }
  checkKinds([prompt, chosen, rejected], tell);
  const first = chosen.at(-1);
  const second = rejected.at(-1);
  if (first === undefined || second === undefined) return;
  const one = textOf(chosen);
  const other = textOf(rejected);
  if (one === other) tell('identical_pair', textPathOf(second));
  else if (one.replace(SPACE, '') === other.replace(SPACE, '')) tell('same_but_for_space', textPathOf(second));
  if (repeats(chosen, prompt) && repeats(rejected, prompt)) tell('prompt_in_answer', textPathOf(first));
}

function textOf(turns: readonly Turn[]): string {
  return turns.map(({ role, text, entry }) => `${role}\n${text}${callsText(entry)}`).join('\n');
}

function callsText(entry: Turn['entry']): string {
  return entry?.tool_calls === undefined ? '' : JSON.stringify(entry.tool_calls);
}

/** A text and a list of messages beside each other. */
function checkKinds(sides: readonly (readonly Turn[])[], tell: Tell): void {
  const written = sides.flatMap((side) => side.filter(({ role }) => role !== 'system').slice(0, 1));
  const [first] = written;
  const other = written.find(({ entry }) => (entry === undefined) !== (first?.entry === undefined));
  // In shapes with a list of messages an answer may be a text: axolotl takes it.
  if (first !== undefined && other !== undefined && first.list === 'prompt') tell('mixed_kinds', other.list);
}

/** Whether an answer begins with the whole prompt. */
function repeats(side: readonly Turn[], prompt: readonly Turn[]): boolean {
  if (prompt.length === 0) return false;
  if (side.length > prompt.length) return prompt.every(({ text }, place) => side[place]?.text === text);
  const asked = prompt.at(-1)?.text ?? '';
  return asked.length >= LEAST_REPEATED && side[0]?.text.startsWith(asked) === true;
}

/** Ours: an answer may well begin with the same word. */
const LEAST_REPEATED = 12;
