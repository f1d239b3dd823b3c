import type { Random } from '../random.ts';
import { spokenBack } from './address.ts';
import { fill, fillNumbers, type Slots } from './fill.ts';
import { TOPICS } from './texts/index.ts';
import type { Topic } from './topic.ts';

export interface Turn {
  readonly question: string;
  readonly answer: string;
}

export type Complexity = 'simple' | 'medium' | 'complex';

export interface Composed extends Turn {
  readonly intent: string;
  readonly framework: string | undefined;
  readonly complexity: Complexity;
}

/** Sentences beyond the core that an answer of each complexity takes, least and most: simple answers stay under 400 signs. */
const DETAILS: Readonly<Record<Complexity, readonly [number, number]>> = {
  simple: [1, 2],
  medium: [3, 4],
  complex: [5, 8],
};

export function pickTopic(language: string, random: Random): Topic {
  const topics = TOPICS.filter((topic) => topic.language === language);
  return random.weighted(topics.map((topic) => [topic, topic.weight] as const));
}

/** A question on `topic` and an answer to it, of 60 to 1500 characters. */
export function compose(topic: Topic, random: Random): Composed {
  const slots = drawSlots(topic, random);
  const asking = (template: string) => fill(template, slots, topic.language, random);
  const back = spokenBack(slots, topic.language);
  const answering = (template: string) => fill(template, back, topic.language, random);
  const complexity = random.weighted<Complexity>([
    ['simple', 4],
    ['medium', 4],
    ['complex', 3],
  ]);
  const [least, most] = DETAILS[complexity];
  const question = asking(random.pick(topic.questions));
  const start = [...(random.chance(0.6) ? [random.pick(topic.openings)] : []), random.pick(topic.cores)].map(answering);
  const details = random.shuffled(topic.details).slice(0, random.whole(least, most)).map(answering);
  const end = (random.chance(0.45) ? [random.pick(topic.closings)] : []).map(answering);
  const code = complexity === 'simple' && random.chance(0.5) ? undefined : slots.get('code');
  const answer = layOut({ start, details, end, code }, topic.language, random);
  return { question, answer, intent: topic.intent, framework: slots.get('framework'), complexity };
}

function drawSlots(topic: Topic, random: Random): Slots {
  const slots = new Map(Object.entries(random.pick(topic.rows)));
  for (const [name, choices] of Object.entries(topic.slots)) slots.set(name, fillNumbers(random.pick(choices), random));
  return slots;
}

interface Parts {
  readonly start: readonly string[];
  readonly details: readonly string[];
  readonly end: readonly string[];
  readonly code: string | undefined;
}

/** One paragraph, several, or a list of the details; code stands between the core and the details. */
function layOut({ start, details, end, code }: Parts, language: string, random: Random): string {
  const gap = language === 'ja' ? '' : ' ';
  const asList = details.length > 2 && random.chance(0.4);
  const middle = asList ? details.map((detail, at) => `${at + 1}. ${detail}`).join('\n') : details.join(gap);
  if (code === undefined && !asList && details.length < 4) return [...start, middle, ...end].join(gap);
  return [start.join(gap), code, middle, end.join(gap)]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}
