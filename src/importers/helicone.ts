import type { JsonObject } from '../measures/jsonObject.ts';
import { exchangeOf } from './exchange.ts';
import type { Imported, ImportedLine, Importer } from './importer.ts';
import { conversationLine, feedbackLine } from './lines.ts';
import { firstText, objectAt, textAt, timeAt } from './values.ts';

/** The score that Helicone keeps of feedback (`helicone-score-feedback`): 1 for a good answer, 0 for a bad one. */
const SCORE = 'helicone-score-feedback';

/** Requests as Helicone's query API and `npx @helicone/export --include-body` give them, one a line or in an array. */
export const helicone: Importer = {
  name: 'helicone',
  summary: 'requests of Helicone, exported with their bodies',
  sources: [
    'https://docs.helicone.ai/rest/request/post-v1requestquery',
    'https://docs.helicone.ai/use-cases/etl',
    'https://docs.helicone.ai/features/advanced-usage/feedback',
  ],
  recognises: (entry) => typeof entry.request_id === 'string' && typeof entry.request_created_at === 'string',
  open: () => ({ read }),
};

function read(entry: JsonObject): Imported {
  const id = textAt(entry, 'request_id');
  if (id === undefined) return { problem: 'no_id' };
  const exchange = exchangeOf(entry.request_body, entry.response_body);
  if (typeof exchange === 'string') return { problem: exchange };
  const time = timeAt(entry, ['request_created_at']);
  const user = firstText(entry, ['request_user_id', 'helicone_user']);
  const properties = { ...objectAt(entry, 'properties'), ...objectAt(entry, 'request_properties') };
  const facts = {
    id,
    time,
    user,
    session: textAt(properties, 'Helicone-Session-Id'),
    model: firstText(entry, ['response_model', 'request_model', 'model']),
    tools: exchange.tools,
  };
  return { conversations: [conversationLine(facts, exchange.messages)], feedback: feedbackOf(entry, id, user) };
}

function feedbackOf(entry: JsonObject, id: string, user: string | undefined): ImportedLine[] {
  const score = objectAt(entry, 'scores')[SCORE];
  const good =
    typeof entry.feedback_rating === 'boolean'
      ? entry.feedback_rating
      : score === undefined
        ? undefined
        : Number(score) > 0;
  if (good === undefined) return [];
  const time = timeAt(entry, ['feedback_created_at', 'response_created_at', 'request_created_at']);
  return [feedbackLine(id, undefined, { thumbs: good ? 'up' : 'down', user, time })];
}
