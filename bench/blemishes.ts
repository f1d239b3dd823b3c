import type { Random } from '../scripts/random.ts';
import type { Prose } from './prose.ts';

/** Answers that filters drop, so that this path is measured too. */
const USELESS: readonly ((prose: Prose, random: Random) => string)[] = [
  () => 'Yes.',
  () => 'No idea.',
  () => "I'm sorry, but I can't help with that request. Is there anything else that I can do for you?",
  () => '{"error": {"code": 503, "message": "Internal server error: upstream request timed out"}}',
  (prose, random) => `${prose.sentence(random)} `.repeat(random.whole(10, 40)),
];

/** White space most of all: that is what cleaning finds in the answers of models. Each spoils one thing. */
const SPOILS: readonly (readonly [(text: string) => string, number])[] = [
  [(text) => ` ${text}`, 5],
  [(text) => `${text}\n`, 5],
  [(text) => text.replace(/\n/g, ' \n'), 4],
  [(text) => text.replace('\n\n', '\n\n\n\n'), 3],
  [(text) => text.replace(' ', ' \u200b'), 1],
  [(text) => text.replace(' ', ' Q&amp;A '), 1],
  [(text) => text.replace(' ', ' https://example.com/help?page=7&utm_source=chat '), 2],
];

const KEY_SIGNS = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'];

export function uselessAnswer(prose: Prose, random: Random): string {
  return random.pick(USELESS)(prose, random);
}

/** A text as logs have it, with something that cleaning mends. */
export function untidy(text: string, random: Random): string {
  return random.weighted(SPOILS)(text);
}

/** A sentence with personal data: reserved domains, numbers and addresses only, as in the sample, and a key that opens nothing. */
export function personalSentence(random: Random): string {
  const two = String(random.whole(0, 99)).padStart(2, '0');
  return random.pick([
    `Mail me at user${random.whole(1, 99_999)}@example.com.`,
    `My number is (212) 555-01${two}.`,
    `Call +44 20 7946 0${two}${random.whole(0, 9)} please.`,
    'My card is 4111 1111 1111 1111.',
    'The account is DE89 3704 0044 0532 0130 00.',
    `The server is 192.0.2.${random.whole(1, 254)}.`,
    `The key is sk-${Array.from({ length: 48 }, () => random.pick(KEY_SIGNS)).join('')}.`,
  ]);
}
