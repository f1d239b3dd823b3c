import { z } from 'zod';
import type { Bounds } from '../../measures/byteScale.ts';
import { countWords } from '../../measures/words.ts';
import type { Message } from '../conversation.ts';
import { defineStage, type Lengths } from '../stage.ts';

export default defineStage({
  name: 'min_answer_length',
  kind: 'filter',
  summary: 'drops conversations whose answers say almost nothing',
  options: z.strictObject({
    chars: z.number().int().min(0).default(50).describe('fewest characters of assistant text to keep'),
    words: z.number().int().min(0).default(0).describe('fewest words of assistant text to keep'),
  }),
  reasons: {
    too_few_chars: 'the assistant says less than `chars` characters in the whole conversation',
    too_few_words: 'the assistant says less than `words` words in the whole conversation',
  },
  measures: {
    chars: { reason: 'too_few_chars', keeps: 'at_least', loosest: 0, whole: true, held: charsSaid },
    words: { reason: 'too_few_words', keeps: 'at_least', loosest: 0, whole: true, held: wordsSaid },
  },
  create: ({ chars, words }, { keep, drop }) => ({
    apply(conversation) {
      let length = 0;
      let wordCount = 0;
      for (const message of conversation.messages) {
        if (message.role !== 'assistant') continue;
        length += message.content.length + lengthOfCalls(message);
        if (words > 0) wordCount += countWords(message.content);
      }
      if (length < chars) return drop('too_few_chars', { measured: length, limit: chars });
      if (wordCount < words) return drop('too_few_words', { measured: wordCount, limit: words });
      return keep(conversation);
    },
  }),
});

/** To call a tool is to say something. */
function lengthOfCalls({ tool_calls = [] }: Message): number {
  return tool_calls.reduce((sum, call) => sum + call.name.length + call.arguments.length, 0);
}

function charsSaid({ assistant_chars, tools }: Lengths): Bounds {
  return { low: assistant_chars, high: tools ? Number.POSITIVE_INFINITY : assistant_chars };
}

/** A word has at least one character. */
function wordsSaid({ assistant_chars }: Lengths): Bounds {
  return { low: 0, high: assistant_chars };
}
