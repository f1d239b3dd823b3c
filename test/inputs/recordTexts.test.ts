import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversationFields } from '../../src/inputs/fields.ts';
import { labelFields } from '../../src/inputs/labelFields.ts';
import { recordTexts } from '../../src/inputs/recordTexts.ts';

function textsOf(record: unknown, labels = labelFields()): Record<string, string> {
  const texts = new Map<string, string>();
  expect(recordTexts(record, labels, (field, text) => void texts.set(field, text))).toBe(true);
  return Object.fromEntries(texts);
}

describe('the texts of a record', () => {
  test('every string with its path, in messages, metadata and fields that the pipeline does not read', () => {
    const line = {
      messages: [
        { role: 'user', content: 'hello' },
        { role: 'tool', content: [{ type: 'text', text: 'deep' }] },
      ],
      metadata: { note: 'by hand', tags: ['a', 'b'] },
      internal_comment: 'call back',
    };
    expect(textsOf(line)).toEqual({
      'messages[0].role': 'user',
      'messages[0].content': 'hello',
      'messages[1].role': 'tool',
      'messages[1].content[0].type': 'text',
      'messages[1].content[0].text': 'deep',
      'metadata.note': 'by hand',
      'metadata.tags[0]': 'a',
      'metadata.tags[1]': 'b',
      internal_comment: 'call back',
    });
  });

  test('ids and times are none, under every name that the reader knows, also the config’s', () => {
    const line = {
      id: 'ex-1',
      user_id: 'user 7',
      session: 'ann@example.com',
      thread_id: '+442079460958',
      timestamp: '2026-01-01 10:00:00',
      metadata: { user: 'u1', session_id: 's1' },
      trace: 't-1',
      exchanges: [{ id: 'ex-2', file: 'a.jsonl', hash: 'ab12' }],
    };
    const labels = labelFields(conversationFields({ id: 'trace' }));
    expect(textsOf(line, labels)).toEqual({
      user_id: 'user 7',
      session: 'ann@example.com',
      thread_id: '+442079460958',
      'exchanges[0].file': 'a.jsonl',
    });
    expect(textsOf(line)).toHaveProperty('trace', 't-1');
  });

  test('what a user said in a turn stays a text, though users have ids by that name', () => {
    expect(textsOf({ messages: [{ user: '2025550123', bot: 'ok' }] })).toEqual({
      'messages[0].user': '2025550123',
      'messages[0].bot': 'ok',
    });
  });

  test('a number as long as a card number is a text, unless it is an id; others are not', () => {
    expect(textsOf({ card: 4111111111111111, rating: 4.5, tokens: 812, id: 123456789012 })).toEqual({
      card: '4111111111111111',
    });
  });

  test('a name that could be what a person wrote is not shown, but is a text', () => {
    expect(textsOf({ meta: { 'ann@example.com': 'yes', no4915112345678: 'no' } })).toEqual({
      'meta.<name 1>': 'ann@example.com',
      'meta.<value 1>': 'yes',
      'meta.<name 2>': 'no4915112345678',
      'meta.<value 2>': 'no',
    });
  });

  test('a record deeper than any log is refused, not followed', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
    expect(recordTexts(deep, labelFields(), () => {})).toBe(false);
  });

  test('no string is lost, whatever the record, and no two share a path', () => {
    const strings = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
    };
    const nothing = { onTop: new Set<string>(), inLists: new Set<string>() };
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (record) => {
        const taken: [string, string][] = [];
        recordTexts(record, nothing, (field, text) => void taken.push([field, text]));
        const values = taken.filter(([field]) => !/<name \d+>$/.test(field)).map(([, text]) => text);
        expect(values.filter((text) => !/^-?\d{12,}$/.test(text))).toEqual(
          strings(record).filter((text) => !/^-?\d{12,}$/.test(text)),
        );
        expect(new Set(taken.map(([field]) => field)).size).toBe(taken.length);
      }),
    );
  });
});
