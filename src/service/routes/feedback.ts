import { feedbackInput } from '../../collect/feedbackInput.ts';
import { storeLines } from '../ndjson.ts';
import { defineRoute, none } from '../route.ts';
import { collectedAnswer, linesAnswer, storedAnswers } from '../storedAnswer.ts';

export default defineRoute({
  method: 'POST',
  path: '/v1/feedback',
  summary: 'stores what a user said about an answer, or many as NDJSON',
  role: 'feedback',
  params: none,
  query: none,
  body: feedbackInput,
  lines: true,
  answers: storedAnswers,
  async handle({ body, lines, incoming }, { collector }) {
    const store = collector.feedback.submit.bind(collector.feedback);
    if (body !== undefined) return collectedAnswer(await store(body));
    return linesAnswer(await storeLines(lines ?? '', feedbackInput, store), incoming.id);
  },
});
