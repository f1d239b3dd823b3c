/** Made-up conversations without anything wrong, no two of them alike. */

const CITIES = [
  'Oslo',
  'Lima',
  'Kyoto',
  'Quito',
  'Riga',
  'Accra',
  'Hanoi',
  'Turin',
  'Perth',
  'Dakar',
  'Bergen',
  'Osaka',
];
const THINGS = ['tram', 'harbour', 'market', 'museum', 'garden', 'bridge', 'library', 'theatre', 'station', 'tower'];

export interface Exchange {
  readonly question: string;
  readonly answer: string;
  readonly again: string;
  readonly more: string;
}

/** The exchange of a number; every one has other words. */
export function exchange(number: number): Exchange {
  const city = CITIES[number % CITIES.length] ?? '';
  const thing = THINGS[Math.floor(number / CITIES.length) % THINGS.length] ?? '';
  const mark = `${number}${'abcdefghij'[number % 10]}`;
  return {
    question: `How do I get to the ${thing} ${mark} in ${city}, starting from the ${mark} square?`,
    answer: `Take line ${mark} towards the ${thing}; ${city} has a stop there, number ${mark}.`,
    again: `And how late does the ${thing} of ${city} close on day ${mark}?`,
    more: `The ${thing} closes ${number + 3} minutes after dusk, says plate ${mark}.`,
  };
}

export function chat(number: number): { messages: Record<string, unknown>[] } {
  const { question, answer, again, more } = exchange(number);
  return {
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
      { role: 'user', content: again },
      { role: 'assistant', content: more },
    ],
  };
}

export function chats(count: number, from = 0): { messages: Record<string, unknown>[] }[] {
  return Array.from({ length: count }, (_, place) => chat(from + place));
}

export function sharegpt(number: number): { conversations: Record<string, unknown>[] } {
  const { messages } = chat(number);
  return {
    conversations: messages.map(({ role, content }) => ({ from: role === 'user' ? 'human' : 'gpt', value: content })),
  };
}

export function pair(number: number): Record<string, unknown> {
  const { question, answer, more } = exchange(number);
  return {
    prompt: [{ role: 'user', content: question }],
    chosen: [{ role: 'assistant', content: answer }],
    rejected: [{ role: 'assistant', content: more }],
  };
}

export function rated(number: number): Record<string, unknown> {
  const { question, answer } = exchange(number);
  return {
    prompt: [{ role: 'user', content: question }],
    completion: [{ role: 'assistant', content: answer }],
    label: number % 2 === 0,
  };
}

export function alpaca(number: number): Record<string, unknown> {
  const { question, answer } = exchange(number);
  return { instruction: question, input: '', output: answer };
}
