import type { Random } from '../random.ts';

export interface Person {
  readonly id: string;
  readonly language: string;
}

/** Shares of the languages, in hundredths of the people. */
const LANGUAGES: readonly (readonly [string, number])[] = [
  ['en', 60],
  ['de', 12],
  ['fr', 8],
  ['es', 7],
  ['tr', 5],
  ['ja', 4],
  ['pt', 1],
  ['it', 1],
  ['nl', 1],
  ['pl', 1],
];

/** Everybody who uses the chatbot in the two months; languages are dealt out evenly so that the shares hold. */
export function peopleOf(count: number, random: Random): Person[] {
  const deck = LANGUAGES.flatMap(([language, share]) =>
    Array<string>(Math.round((share * count) / 100)).fill(language),
  );
  const dealt = random.shuffled(deck);
  return Array.from({ length: count }, (_, at) => ({
    id: `u-${String(at + 1).padStart(4, '0')}`,
    language: dealt[at] ?? 'en',
  }));
}

/** Somebody who knows the chatbot by `day`; newcomers join each day, and some come back more often than others. */
export function personOn(day: number, people: readonly Person[], random: Random): Person {
  const known = Math.min(people.length, 80 + day * 5);
  const at = random.chance(0.15) ? random.whole(0, 59) : random.whole(0, known - 1);
  return people[at] ?? random.pick(people);
}
