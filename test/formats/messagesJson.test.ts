import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../src/formats/jsonText.ts';
import { plainMessages } from '../../src/formats/messages.ts';
import { messagesInRow, messagesJson } from '../../src/formats/messagesJson.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { NASTY_TEXTS } from './torture.ts';

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const anyMessages = fc.array(
  fc.record<Message>({
    role: fc.constantFrom('system', 'user', 'assistant', 'tool'),
    content: fc.oneof(fc.constantFrom(...NASTY_TEXTS, 'a\u0085b', '\u2028', '\u2029'), fc.string({ unit: codeUnit })),
    index: fc.nat(),
  }),
  { maxLength: 5 },
);
const textOf = (json: string | Uint8Array): string => Buffer.from(json).toString('utf8');

test('roles and contents as JSON, again and again, whatever came between', () => {
  fc.assert(
    fc.property(anyMessages, anyMessages, (one, other) => {
      for (const messages of [one, one, other, one]) {
        const expected = JSON.stringify(messages.map(({ role, content }) => ({ role, content })));
        expect(textOf(messagesJson(messages))).toBe(expected);
      }
    }),
  );
});

test('in a row they are well-formed and on one line', () => {
  fc.assert(
    fc.property(anyMessages, (messages) => {
      const row = textOf(messagesInRow(messages));
      expect(row).toBe(jsonText(plainMessages(messages)));
      expect(/[\n\r\u0085\u2028\u2029]/.test(row)).toBe(false);
    }),
  );
});
