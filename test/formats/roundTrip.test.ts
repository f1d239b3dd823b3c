import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Example, ReadExample } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import { disarmBars } from '../../src/measures/controlTokens/find.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { exampleWith, inTurns, withTools } from './arbitraries.ts';
import { PLAIN_OPTIONS, refusalOf, render } from './render.ts';
import { rowsIn } from './rowsIn.ts';

/** What was said, whoever numbered the calls: ids by their order, arguments as values. */
function told({ messages, tools }: { messages: readonly Message[]; tools?: string | undefined }) {
  const ids = new Map<string, number>();
  let number = 0;
  return {
    tools: tools === undefined ? undefined : JSON.parse(tools),
    messages: messages.map(({ role, content, tool_calls = [], tool_call_id = '', name }) => {
      for (const { id } of tool_calls) ids.set(id, number++);
      const calls = tool_calls.map((call) => ({ name: call.name, arguments: JSON.parse(call.arguments) }));
      return { role, content: content.toWellFormed(), calls, answers: ids.get(tool_call_id), name };
    }),
  };
}

function readBack(name: string, example: Example, options = PLAIN_OPTIONS): ReadExample[] {
  const format = formatNamed(name);
  return rowsIn(format, render(format, [example], options)).map((row) => {
    const fits = format.schema.safeParse(row);
    expect(fits.error).toBeUndefined();
    const read = format.read(row);
    if (read === undefined) throw new Error('a row of ours is not read back');
    return read;
  });
}

/** An empty system message is none. */
function instructed({ messages, tools }: Example): Pick<Example, 'messages' | 'tools'> {
  return { messages: messages.filter(({ role, content }) => role !== 'system' || content !== ''), tools };
}

describe.each(['uniform', 'native'] as const)('keys %s', (tool_keys) => {
  describe.each(['text', 'object'] as const)('arguments %s', (tool_arguments) => {
    const options = { ...PLAIN_OPTIONS, tool_keys, tool_arguments };

    test.each(['chatml', 'json', 'prompt-completion-messages'])('%s has a place for everything', (name) => {
      fc.assert(
        fc.property(exampleWith(withTools()), (example) => {
          expect(readBack(name, example, options).map(told)).toEqual([told(example)]);
        }),
      );
    });
  });
});

describe('calls, results and definitions', () => {
  test.each(['sharegpt', 'mistral'])('%s, where nothing is said beside a call', (name) => {
    fc.assert(
      fc.property(exampleWith(withTools(fc.constant(''))), (example) => {
        expect(readBack(name, example).map(told)).toEqual([told(example)]);
      }),
    );
  });

  test.each(['gemini', 'bedrock-converse'])('%s, a system message with text in it', (name) => {
    fc.assert(
      fc.property(exampleWith(withTools()), (example) => {
        expect(readBack(name, example).map(told)).toEqual([told(instructed(example))]);
      }),
    );
  });
});

test.each(['alpaca', 'bedrock-claude'])('%s: what is said, and a system message', (name) => {
  fc.assert(
    fc.property(exampleWith(withTools()), (example) => {
      const reason = refusalOf(formatNamed(name), example);
      const expected = told({ messages: instructed(example).messages });
      expect(readBack(name, example).map(told)).toEqual(reason === undefined ? [expected] : []);
    }),
  );
});

test.each(['chatml-text', 'input-output'])('%s: what is said, without control tokens in it', (name) => {
  fc.assert(
    fc.property(exampleWith(withTools()), (example) => {
      const reason = refusalOf(formatNamed(name), example);
      const messages = example.messages.map((message) => ({ ...message, content: disarmBars(message.content) }));
      expect(readBack(name, example).map(told)).toEqual(reason === undefined ? [told({ messages })] : []);
    }),
  );
});

test.each(['instruction', 'prompt-completion', 'csv'])('%s: a question and its answer', (name) => {
  fc.assert(
    fc.property(exampleWith(inTurns.map((turns) => turns.slice(0, 2))), (example) => {
      expect(readBack(name, example).map(told)).toEqual([told({ messages: example.messages })]);
    }),
  );
});

test('text is read as one text that is learned', () => {
  fc.assert(
    fc.property(exampleWith(inTurns), (example) => {
      const rows = rowsIn(formatNamed('text'), render(formatNamed('text'), [example]));
      expect(readBack('text', example).map(({ messages }) => messages[0]?.content)).toEqual(
        rows.map((row) => row.text),
      );
    }),
  );
});

test('the segments of input-output are the text of chatml-text', () => {
  fc.assert(
    fc.property(exampleWith(inTurns), (example) => {
      const text = rowsIn(formatNamed('chatml-text'), render(formatNamed('chatml-text'), [example]));
      const [row] = rowsIn(formatNamed('input-output'), render(formatNamed('input-output'), [example]));
      const segments: unknown[] = Array.isArray(row?.segments) ? row.segments : [];
      expect(segments.map((segment) => Object(segment).text).join('')).toBe(text[0]?.text);
    }),
  );
});

test.each(['alpaca', 'instruction', 'prompt-completion', 'chatml-text', 'input-output', 'bedrock-claude', 'csv'])(
  '%s folds what it has no place for, or says why not',
  (name) => {
    const options = { ...PLAIN_OPTIONS, tool_messages: 'fold' } as const;
    fc.assert(
      fc.property(exampleWith(withTools()), (example) => {
        const unanswered = example.messages.at(-1)?.tool_calls !== undefined;
        expect(refusalOf(formatNamed(name), example, options)).toBe(unanswered ? 'unanswered_call' : undefined);
        for (const { messages } of readBack(name, example, options))
          expect(messages.some(({ role, tool_calls }) => role === 'tool' || tool_calls !== undefined)).toBe(false);
      }),
    );
  },
);
