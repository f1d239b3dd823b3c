import { conversationInput } from '../../collect/conversationInput.ts';
import { storeLines } from '../ndjson.ts';
import { defineRoute, none } from '../route.ts';
import { collectedAnswer, collectedShape, linesAnswer, linesShape, notWrittenShape } from '../storedAnswer.ts';

export default defineRoute({
  method: 'POST',
  path: '/v1/conversations',
  summary: 'stores a conversation, or many as NDJSON',
  role: 'write',
  params: none,
  query: none,
  body: conversationInput,
  lines: true,
  answers: {
    200: {
      description: 'what became of each line; or one that is not kept, since its user opted out',
      schema: linesShape.or(collectedShape),
    },
    201: { description: 'it is stored', schema: collectedShape },
    503: {
      description: 'the disk did not take it; send it again',
      type: 'application/problem+json',
      schema: notWrittenShape,
    },
  },
  async handle({ body, lines, incoming }, { collector }) {
    const store = collector.conversations.log.bind(collector.conversations);
    if (body !== undefined) return collectedAnswer(await store(body));
    return linesAnswer(await storeLines(lines ?? '', conversationInput, store), incoming.id);
  },
});
