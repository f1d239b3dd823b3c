import type { Conversation } from '../conversation.ts';
import { addComparedTurns, type CompareBy, ROLE_CODES } from './comparedTurns.ts';

/** The texts whose passages the survey codes (`PassageCodes`), by their place in `PASSAGE_KINDS`. */
export function passageTexts({ messages }: Pick<Conversation, 'messages'>, by: CompareBy): string[] {
  const questions: string[] = [];
  const answers: string[] = [];
  const sink = {
    add(text: string, role: number): void {
      (role === ROLE_CODES.user ? questions : answers).push(text);
    },
  };
  addComparedTurns(sink, messages, by);
  const [question = ''] = questions;
  return [question, question, answers[0] ?? '', answers.at(-1) ?? ''];
}
