import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventParser, type StreamMessage } from '../../src/dashboard/state/eventParser.ts';
import { serviceEvent } from '../../src/dashboard/state/serviceEvent.ts';

function parsed(...chunks: readonly string[]): StreamMessage[] {
  const parser = new EventParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
}

test('fields are read as the standard has them', () => {
  expect(parsed('event: looked\ndata: {"a":1}\n\n')).toEqual([{ event: 'looked', data: '{"a":1}' }]);
  expect(parsed('data:one\ndata: two\ndata:  three\ndata\n\n')).toEqual([
    { event: 'message', data: 'one\ntwo\n three\n' },
  ]);
  expect(parsed(': still here\n\nretry: 3000\n\nid: 7\ndata: x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
  expect(parsed('\uFEFFdata: x\r\n\r\ndata: y\r\rdata: z\n\n')).toEqual(
    ['x', 'y', 'z'].map((data) => ({ event: 'message', data })),
  );
});

test('a message that is not whole waits, and an event without data is none', () => {
  expect(parsed('event: looked\ndata: x\n')).toEqual([]);
  expect(parsed('event: looked\n\ndata: x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
});

test('a carriage return at the end of a chunk is one line end with the line feed that follows', () => {
  expect(parsed('data: x\r', '\n\r', '\n')).toEqual([{ event: 'message', data: 'x' }]);
});

test('a line without an end is refused before it fills the memory', () => {
  const parser = new EventParser();
  const endless = () => {
    for (let chunk = 0; chunk < 30; chunk++) parser.push('x'.repeat(100_000));
  };
  expect(endless).toThrow('no end');
});

const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\uFEFF]/g, ''));
const message = fc.record({ event: line, data: fc.array(line, { minLength: 1, maxLength: 3 }) });
const ending = fc.constantFrom('\n', '\r\n', '\r');
const noise = fc.constantFrom(': still here', 'retry: 3000', 'id: 4', 'unknown: x', 'nothing');

/** Messages as a service writes them, with comments and other fields among them. */
const streams = fc.array(fc.record({ message, ending, noise }), { maxLength: 6 }).map((parts) => ({
  text: parts
    .map(({ message: { event, data }, ending: end, noise: other }) =>
      [other, `event: ${event}`, ...data.map((one) => `data: ${one}`), '', ''].join(end),
    )
    // Another style of line ends may not finish what the one before began.
    .join('\n'),
  messages: parts.map(({ message: { event, data } }) => ({ event: event || 'message', data: data.join('\n') })),
}));

test('cut anywhere, even within a character, a stream says the same', () => {
  const cuts = fc.array(fc.nat(), { maxLength: 12 });
  const law = fc.property(streams, cuts, ({ text, messages }, places) => {
    // Between two messages stands an empty line more: none of them is lost or doubled by it.
    const bytes = new TextEncoder().encode(`${text}\n\n`);
    const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
    const decoder = new TextDecoder();
    const parser = new EventParser();
    const found = ends.flatMap((end, place) =>
      parser.push(decoder.decode(bytes.slice(ends[place - 1] ?? 0, end), { stream: true })),
    );
    expect(found).toEqual(messages);
  });
  fc.assert(law, { numRuns: 200 });
});

test('nothing that a stream brings breaks it', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (chunks) => {
      for (const found of parsed(...chunks)) serviceEvent(found);
    }),
  );
});

test.each([
  ['{"type":"looked","at":"2026-01-01T00:00:00Z"}', { type: 'looked', at: '2026-01-01T00:00:00Z' }],
  ['{"type":"export","id":"a","status":"done"}', { type: 'export', id: 'a', status: 'done' }],
  ['{"type":"collected","conversations":1,"feedback":2}', { type: 'collected', conversations: 1, feedback: 2 }],
  ['{"type":"export","id":7,"status":"done"}', undefined],
  ['{"type":"of a later service"}', undefined],
  ['null', undefined],
  ['not JSON', undefined],
])('%s', (data, expected) => expect(serviceEvent({ event: 'message', data })).toEqual(expected));
