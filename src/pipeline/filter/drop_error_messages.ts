import { z } from 'zod';
import { isErrorMessage } from '../../measures/errorMessage.ts';
import type { Message } from '../conversation.ts';
import { defineStage } from '../stage.ts';

/** The last question speaks of errors, so the answer may well be one. */
const ASKED_FOR =
  /error|exception|traceback|time-?out|\bjson\b|\bhtml\b|\bhttp\b|\b(?:4(?:0[0-9]|1[0-9]|2[0-9]|51)|50[1-9])\b|\b500 (?:error|internal|status|page)|unavailable|overload|rate limit|too many requests|wrong|fail|crash|\bbugs?\b|fehler|erreur|\berro\b|\bfout|\bhata|błąd|ошибк|错误|錯誤|エラー|오류|kesalahan/i;
/** Somewhere the assistant was told to play a machine. */
const PLAYS_MACHINE = /terminal|console|interpreter|compiler|\bshell\b|simulat|emulat|\bact as\b|pretend|role-?play/i;

export default defineStage({
  name: 'drop_error_messages',
  kind: 'filter',
  summary: 'drops answers that are an error of the system',
  options: z.strictObject({
    // Ours: an error page or a stack trace is seldom longer, and an answer seldom that long without a word of prose.
    max_chars: z
      .number()
      .int()
      .min(1)
      .max(100_000)
      .default(8_000)
      .describe('longer answers are never taken for errors'),
  }),
  reasons: {
    error_message: 'an answer is an error message, an error page or a stack trace, and the user asked for none',
  },
  create: ({ max_chars }, { keep, drop }) => ({
    apply(conversation) {
      let question = '';
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role === 'user') question = content;
        if (role !== 'assistant' || content.length > max_chars) continue;
        if (!isErrorMessage(content)) continue;
        if (ASKED_FOR.test(question) || playsMachine(conversation.messages, position)) continue;
        return drop('error_message', { measured: content.length, limit: max_chars, message: position });
      }
      return keep(conversation);
    },
  }),
});

function playsMachine(messages: readonly Message[], before: number): boolean {
  return messages.slice(0, before).some(({ role, content }) => role !== 'assistant' && PLAYS_MACHINE.test(content));
}
