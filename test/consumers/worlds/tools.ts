import type { LoggedMessage, Told } from './world.ts';

/** Two tools, one of which takes an object in an object. */
export const TOOLS: readonly object[] = [
  {
    type: 'function',
    function: {
      name: 'get_weather',
      description: 'The weather of a place',
      parameters: {
        type: 'object',
        properties: { place: { type: 'string' }, days: { type: 'integer' } },
        required: ['place'],
      },
    },
  },
  {
    type: 'function',
    function: {
      name: 'look_up',
      description: 'Looks a text up',
      parameters: {
        type: 'object',
        properties: { text: { type: 'string' }, where: { type: 'object', properties: { shelf: { type: 'string' } } } },
        required: ['text'],
      },
    },
  },
];

/**
 * Asks for `text`, has it looked up, and answers. The arguments differ in keys and types from row to row: readers that
 * guess a column's type from the first rows fail on that.
 */
export function toldWithTools(text: string, row: number): Told {
  const id = `call${String(row).padStart(5, '0')}`;
  const call = row % 2 === 0 ? weather(row) : lookUp(text, row);
  const messages: LoggedMessage[] = [
    { role: 'user', content: `Please look this up: ${text}` },
    { role: 'assistant', content: '', tool_calls: [{ id, type: 'function', function: call }] },
    { role: 'tool', tool_call_id: id, name: call.name, content: JSON.stringify({ found: text, row }) },
    { role: 'assistant', content: `Here is what I found: ${text}` },
  ];
  const told: Told = { messages, tools: TOOLS, rating: row % 3 === 0 ? 2 : 5 };
  return row % 4 === 1 ? { ...told, correction: `It should have been: ${text}` } : told;
}

/** The same question as of that row, answered without a tool and not well. */
export function toldWithoutTools(text: string, row: number): Told {
  const messages: LoggedMessage[] = [
    { role: 'user', content: `Please look this up: ${text}` },
    { role: 'assistant', content: `I would rather not look up ${text}.` },
  ];
  return { messages, tools: TOOLS, rating: row % 3 === 0 ? 5 : 1, again: true };
}

/** Two calls in one message, with two answers. */
export function toldWithTwoCalls(row: number): Told {
  const ids = [`left${String(row).padStart(5, '0')}`, `rite${String(row).padStart(5, '0')}`] as const;
  const messages: LoggedMessage[] = [
    { role: 'system', content: 'You may use tools.' },
    { role: 'user', content: `How is the weather here and there, in row ${row}?` },
    {
      role: 'assistant',
      content: 'I look at both.',
      tool_calls: ids.map((id, at) => ({ id, type: 'function', function: weather(row + at) })),
    },
    ...ids.map((id): LoggedMessage => ({ role: 'tool', tool_call_id: id, name: 'get_weather', content: 'rain' })),
    { role: 'assistant', content: 'It rains here and there.' },
    { role: 'user', content: 'And tomorrow?' },
    { role: 'assistant', content: 'Tomorrow it rains, too, as far as I can tell.' },
  ];
  return { messages, tools: TOOLS, rating: 4 };
}

function weather(row: number): { name: string; arguments: string } {
  return {
    name: 'get_weather',
    arguments: JSON.stringify(row % 4 === 0 ? { place: 'Springfield', days: row } : { place: 'Shelbyville' }),
  };
}

function lookUp(text: string, row: number): { name: string; arguments: string } {
  const where = row % 3 === 0 ? { shelf: `s${row}` } : {};
  return { name: 'look_up', arguments: JSON.stringify({ text: text.toWellFormed(), where }) };
}
