import type { Random } from '../random.ts';
import { DAYS, dayOf, expectedOn, momentBeforeMidnight, momentOn } from './calendar.ts';
import { type Composed, compose, pickTopic } from './compose.ts';
import { Likeness } from './distinct.ts';
import type { Exchange } from './exchange.ts';
import { type Person, peopleOf, personOn } from './people.ts';
import type { Topic } from './topic.ts';

/** Unrelated exchanges stay below this Jaccard similarity; curate calls 0.8 a duplicate. Ours: a wide margin. */
export const UNRELATED_BELOW = 0.55;

/** A talk of one person on one topic; at most one in six lines holds several turns. */
const LENGTHS: readonly (readonly [number, number])[] = [
  [1, 34],
  [2, 24],
  [3, 16],
  [4, 10],
  [5, 7],
  [6, 4],
  [7, 3],
  [8, 2],
];

/** The exchanges of two months in the order of time, no two alike, none of them with any oddity yet. */
export function plainExchanges(random: Random): Exchange[] {
  const people = peopleOf(280, random);
  const likeness = new Likeness();
  const exchanges: Exchange[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const goal = expectedOn(day, random);
    let onDay = exchanges.filter((exchange) => dayOf(exchange.at) === day).length;
    while (onDay < goal) {
      const late = onDay === 0 && day % 4 === 1;
      const start = late ? momentBeforeMidnight(day, random) : momentOn(day, random);
      const length = late ? random.whole(3, 6) : random.weighted(LENGTHS);
      const session = oneSession(personOn(day, people, random), start, length, exchanges.length, likeness, random);
      exchanges.push(...session);
      onDay += session.length;
    }
  }
  return exchanges.filter((exchange) => dayOf(exchange.at) < DAYS).sort((one, other) => one.at - other.at);
}

function oneSession(
  person: Person,
  start: number,
  length: number,
  before: number,
  likeness: Likeness,
  random: Random,
): Exchange[] {
  const topic = pickTopic(person.language, random);
  const known = random.chance(0.95);
  const complete = random.chance(0.13);
  const session = `s-${String(before + 1).padStart(5, '0')}`;
  const exchanges: Exchange[] = [];
  let at = start;
  for (let number = before + 1; number <= before + length; number += 1) {
    const turns = Array.from({ length: complete ? random.whole(2, 3) : 1 }, () =>
      composeUnlike(topic, likeness, random),
    );
    const last = turns.at(-1);
    if (last === undefined) continue;
    exchanges.push({
      number,
      at,
      user: known ? person.id : undefined,
      session,
      language: topic.language,
      system: complete && random.chance(0.7) ? (SYSTEM_PROMPTS[topic.language] ?? SYSTEM_PROMPTS.en) : undefined,
      turns: turns.map(({ question, answer }) => ({ question, answer })),
      intent: topic.intent,
      framework: last.framework,
      complexity: last.complexity,
      bad: false,
      repeats: undefined,
    });
    at += random.whole(20_000, 240_000);
  }
  return exchanges;
}

const SYSTEM_PROMPTS: Readonly<Record<string, string>> = {
  en: 'You are a friendly assistant. Answer briefly and say so when you are not sure.',
  de: 'Du bist ein freundlicher Assistent. Antworte kurz und sage, wenn du unsicher bist.',
  fr: 'Tu es un assistant aimable. Réponds brièvement et dis-le quand tu hésites.',
  es: 'Eres un asistente amable. Responde con brevedad y avisa cuando dudes.',
};

/** Draws again while the exchange is too like an earlier one. */
function composeUnlike(topic: Topic, likeness: Likeness, random: Random): Composed {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const composed = compose(topic, random);
    const text = `${composed.question}\n${composed.answer}`;
    if (likeness.highest(text) >= UNRELATED_BELOW) continue;
    likeness.add(text);
    return composed;
  }
  throw new Error(`The topic ${topic.intent} in ${topic.language} is used up: give it more rows or sentences.`);
}
