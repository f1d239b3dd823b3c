import type { Example, ExampleShape, Format, FormatOptions } from '../../formats/format.ts';
import type { Message } from '../../pipeline/conversation.ts';
import { judgeOf } from './judge.ts';

/** Says for what reason a trainer would learn from no example of a shape. */
export type ShapeJudge = (shape: ExampleShape) => string | undefined;

/**
 * Whether a target has a place for tools is asked before rows are written: where it has none, no row should have the keys
 * that tools need. It is told by a row that is made for the purpose, of the same shape as the examples.
 */
export function shapeJudgeOf(target: string | undefined, format: Format, options: FormatOptions): ShapeJudge {
  const judge = judgeOf(target, format);
  if (judge === undefined || format.kind !== 'conversations') return () => undefined;
  const known = new Map<string, string | undefined>();
  const ask = (shape: ExampleShape): string | undefined => {
    const rows = format.open(shape, options).rows(exampleOf(shape));
    return 'refused' in rows ? undefined : judge(rows);
  };
  return (shape) => {
    if (!shape.tools && !shape.definitions) return undefined;
    const key = JSON.stringify(shape);
    if (!known.has(key)) known.set(key, ask(shape));
    return known.get(key);
  };
}

/** A conversation that no rule but those on tools could object to. */
function exampleOf({ system, several_turns, tools, definitions }: ExampleShape): Example {
  const exchange: Omit<Message, 'index'>[] = [
    { role: 'user', content: 'How far is it?' },
    ...(tools ? CALL : []),
    { role: 'assistant', content: 'Three miles.' },
  ];
  const said: Omit<Message, 'index'>[] = [
    ...(system ? [{ role: 'system', content: 'Be brief.' } as const] : []),
    ...exchange,
    ...(several_turns ? exchange.filter(({ role, tool_calls }) => role !== 'tool' && tool_calls === undefined) : []),
  ];
  return {
    id: 'shape',
    timestamp: undefined,
    user: undefined,
    session: undefined,
    facets: {},
    rating: undefined,
    messages: said.map((message, index) => ({ ...message, index })),
    ...(definitions && { tools: DEFINITIONS }),
  };
}

// Nine letters and digits, which is what Mistral asks of an id.
const CALL: readonly Omit<Message, 'index'>[] = [
  { role: 'assistant', content: '', tool_calls: [{ id: 'distance1', name: 'distance', arguments: '{"to":"town"}' }] },
  { role: 'tool', content: '3', tool_call_id: 'distance1', name: 'distance' },
];
const DEFINITIONS = JSON.stringify([
  {
    type: 'function',
    function: { name: 'distance', description: 'in miles', parameters: { type: 'object', properties: {} } },
  },
]);
