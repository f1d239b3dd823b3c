import { conversationInput } from '../../collect/conversationInput.ts';
import { storeLines } from '../ndjson.ts';
import { defineRoute, none } from '../route.ts';
import { collectedAnswer, linesAnswer, storedAnswers } from '../storedAnswer.ts';

export default defineRoute({
  method: 'POST',
  path: '/v1/conversations',
  summary: 'stores a conversation, or many as NDJSON',
  role: 'write',
  params: none,
  query: none,
  body: conversationInput,
  lines: true,
  answers: storedAnswers,
  async handle({ body, lines, incoming }, { collector }) {
    const store = collector.conversations.log.bind(collector.conversations);
    if (body !== undefined) return collectedAnswer(await store(body));
    return linesAnswer(await storeLines(lines ?? '', conversationInput, store), incoming.id);
  },
});
