import fc from 'fast-check';
import type { Example } from '../../src/formats/format.ts';
import { exampleOf } from './render.ts';
import { NASTY_TEXTS } from './torture.ts';

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const tokenPieces = fc.string({
  unit: fc.constantFrom('<|im_end|>', '<|im_start|>', '<', '|', '>', '｜', 'im_end', '\n', 'user'),
});
const cellPieces = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', '=', '\u2028', '\ud83d', '\ude00', 'a') });

export const anyText = fc.oneof(
  fc.constantFrom(...NASTY_TEXTS),
  fc.string({ unit: codeUnit }),
  tokenPieces,
  cellPieces,
);

const said = (...roles: string[]) =>
  fc.tuple(fc.constantFrom(...roles), anyText).map(([role, text]) => ({ [role]: text }));

/** Questions and answers in turns, in short. */
export const inTurns = fc
  .array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.flatMap(([user, assistant]) => [{ user }, { assistant }]));

/** Anybody after anybody. */
export const anyOrder = fc.array(said('system', 'user', 'assistant', 'tool'), { maxLength: 6 });

/** What is called, what is said beside it, and the results. */
interface Calling {
  readonly calls: readonly { readonly call: string; readonly with: object }[];
  readonly content: string;
  readonly results: readonly string[];
}

const calling = (beside: fc.Arbitrary<string>): fc.Arbitrary<Calling> =>
  fc
    .array(
      fc.record({
        call: fc.constantFrom('sum', 'look_up'),
        with: fc.dictionary(anyText, fc.jsonValue({ maxDepth: 3 })),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .chain((calls) =>
      fc.record({
        calls: fc.constant(calls),
        content: beside,
        results: fc.array(anyText, { minLength: calls.length, maxLength: calls.length }),
      }),
    );

/**
 * What a logged conversation is after `orderTurns`: questions, calls with their results, answers; perhaps a call at the end.
 * @param beside what is said beside calls
 */
export function withTools(beside = fc.constantFrom('', 'Let me see.')): fc.Arbitrary<object[]> {
  return fc
    .record({
      system: fc.option(anyText),
      exchanges: fc.array(fc.tuple(anyText, fc.array(calling(beside), { maxLength: 2 }), anyText), {
        minLength: 1,
        maxLength: 3,
      }),
      last: fc.option(calling(beside)),
    })
    .map(({ system, exchanges, last }) => {
      let number = 0;
      const turnsOf = ({ calls, content, results }: Calling): object[] => {
        const named = calls.map((call) => ({ ...call, id: `call_${number++}` }));
        const answers = named.map(({ id, call }, place) => ({ tool: results[place], answers: id, name: call }));
        return [{ calls: named, content }, ...answers];
      };
      return [
        ...(system === null ? [] : [{ system }]),
        ...exchanges.flatMap(([user, tools, assistant]) => [{ user }, ...tools.flatMap(turnsOf), { assistant }]),
        ...(last === null ? [] : [{ user: 'And?' }, ...turnsOf(last).slice(0, 1)]),
      ];
    });
}

/** Definitions of the tools that are called, as JSON text. */
const DEFINITIONS = JSON.stringify(
  ['sum', 'look_up'].map((name) => ({
    type: 'function',
    function: {
      name,
      description: `Does ${name}.`,
      parameters: { type: 'object', properties: { of: { type: 'array' } } },
    },
  })),
);

export function exampleWith(turns: fc.Arbitrary<object[]>): fc.Arbitrary<Example> {
  return fc
    .record(
      {
        id: anyText,
        turns,
        tools: fc.constant(DEFINITIONS),
        timestamp: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
        user: fc.option(anyText, { nil: undefined }),
        session: fc.option(anyText, { nil: undefined }),
        rating: fc.option(fc.double({ min: 1, max: 5, noNaN: true }), { nil: undefined }),
        facets: fc.record({ language: anyText, context: anyText }, { requiredKeys: [] }),
      },
      { requiredKeys: ['id', 'turns', 'facets'] },
    )
    .map(exampleOf);
}
