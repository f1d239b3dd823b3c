import { eventStream } from '../eventStream.ts';
import { Refusal } from '../refusal.ts';
import { defineRoute, none } from '../route.ts';

/** Ours: each costs an open connection and a few kilobytes; that many people watch no chatbot. */
const MOST_LISTENERS = 200;

export default defineRoute({
  method: 'GET',
  path: '/v1/events',
  summary: 'says when something was stored, numbers are new, or an export goes on, as server-sent events',
  role: 'read',
  params: none,
  query: none,
  body: none,
  answers: {
    200: {
      description:
        'events `collected` { conversations, feedback }, `looked` { at } and `export` { id, status }, as long as the connection stands',
      type: 'text/event-stream',
    },
    503: { description: 'too many listen already', type: 'application/problem+json' },
  },
  async handle(_parts, { events }) {
    if (events.listeners >= MOST_LISTENERS)
      throw new Refusal(503, `${MOST_LISTENERS} listen already; ask for numbers every now and then instead.`, [], {
        'retry-after': '30',
      });
    return {
      status: 200,
      type: 'text/event-stream',
      // `no`: nginx would hold back events until its buffer is full.
      headers: { 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
      stream: eventStream(events),
    };
  },
});
