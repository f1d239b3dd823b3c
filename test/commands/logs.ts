import { Random } from '../../scripts/random.ts';

/** Two months of the bundled sample: 2,081 lines with every oddity in them. */
export const SAMPLE = new URL('../../data/training_logs/', import.meta.url);

const WORDS = `river window market garden letter engine winter bridge candle forest kitchen planet silver teacher valley
harbour blanket orchard compass thunder meadow pencil lantern village copper ribbon saddle timber velvet walnut anchor
basket carpet dragon feather glacier hammer island jacket kettle ladder mirror needle oyster pepper quarry rocket
shelter tunnel violin wagon yellow acorn barrel cactus desert eagle falcon ginger helmet`.split(/\s+/);

const FIRST = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/**
 * A made-up log line, the same for the same number. Two of them share next to no words in a row, so none is a
 * duplicate; every three in a row are a session, a minute apart.
 * @param more further fields, or other values for the usual ones
 */
export function exchange(number: number, more: object = {}): Record<string, unknown> {
  const random = new Random(number, 7);
  const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  return {
    example_id: `ex-${number}`,
    timestamp: new Date(FIRST + number * MINUTE).toISOString(),
    user_id: `user-${number % 7}`,
    session_id: `session-${Math.floor(number / 3)}`,
    user_message: `What is the best way to ${words(6)}?`,
    assistant_message: `You can ${words(12)} and then ${words(12)}.`,
    ...more,
  };
}

/** Log lines of the numbers from `from` up to, but not, `to`. */
export function exchanges(from: number, to: number, more: object = {}): Record<string, unknown>[] {
  return Array.from({ length: to - from }, (_, place) => exchange(from + place, more));
}

/** A log line whose assistant calls a tool before it answers; it says what `exchange` says of the same number. */
export function toolExchange(number: number, more: object = {}): Record<string, unknown> {
  const { user_message, assistant_message, ...rest } = exchange(number, more);
  const call = { name: 'find_way', arguments: JSON.stringify({ to: user_message, mail: 'max@example.com' }) };
  return {
    ...rest,
    tools: [{ type: 'function', function: { name: 'find_way', parameters: { type: 'object' } } }],
    messages: [
      { role: 'user', content: user_message },
      { role: 'assistant', content: null, tool_calls: [{ id: `call-${number}`, type: 'function', function: call }] },
      { role: 'tool', tool_call_id: `call-${number}`, content: '{"ways": 3}' },
      { role: 'assistant', content: assistant_message },
    ],
  };
}
