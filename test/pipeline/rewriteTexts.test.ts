import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rewriteJsonTexts } from '../../src/measures/jsonTexts.ts';
import type { Message } from '../../src/pipeline/conversation.ts';
import { rewriteTexts } from '../../src/pipeline/rewriteTexts.ts';
import scrub from '../../src/pipeline/scrub/scrub.ts';
import { conversation } from './world.ts';

describe('texts in JSON', () => {
  const shout = (text: string): string => text.replaceAll('secret', 'SECRET');
  const cases: readonly (readonly [string, unknown, unknown])[] = [
    ['strings at any depth', { a: [{ b: 'a secret' }, 1] }, { a: [{ b: 'a SECRET' }, 1] }],
    ['keys', { secret: 1 }, { SECRET: 1 }],
    ['a value whose key is rewritten, too', { secret: 'my secret' }, { SECRET: 'my SECRET' }],
  ];
  test.each(cases)('%s', (_note, before, after) => {
    expect(JSON.parse(rewriteJsonTexts(JSON.stringify(before), shout))).toEqual(after);
  });

  test('long numbers are texts, short ones are not', () => {
    const hide = (text: string): string => text.replaceAll(/\d+/g, '#');
    expect(rewriteJsonTexts('{"n":14155550100,"few":12,"t":"7"}', hide)).toBe('{"n":"#","few":12,"t":"#"}');
  });

  test('a value is seen behind its key in words', () => {
    const seen: string[] = [];
    rewriteJsonTexts('{"userPhone_number":[1234567,"x"]}', (text) => {
      seen.push(text);
      return text;
    });
    expect(seen).toEqual(['userPhone_number', 'user phone number: 1234567', 'user phone number: x']);
  });

  test('what does not change stays letter by letter', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const spaced = ` ${json} `;
        expect(rewriteJsonTexts(spaced, (text) => text)).toBe(spaced);
      }),
    );
  });
});

describe('texts of a conversation', () => {
  const calling: Message = {
    role: 'assistant',
    content: '',
    index: 1,
    tool_calls: [{ id: 'c1', name: 'mail', arguments: '{"to":"max@example.com","phone":14155550100,"n":3}' }],
  };
  const asked: Message = { role: 'user', content: 'Write to Max.', index: 0 };
  const whole = conversation({ messages: [asked, calling], tools: '[{"function":{"default":"max@example.com"}}]' });

  test('scrubbing reaches what tools are called with, and their definitions', () => {
    const worker = scrub.create({});
    expect(worker.apply(whole)).toMatchObject({
      messages: [asked, { tool_calls: [{ arguments: '{"to":"[EMAIL]","phone":"[PHONE]","n":3}' }] }],
      tools: '[{"function":{"default":"[EMAIL]"}}]',
    });
  });

  test('whose kind is to be dropped, drops the conversation at the call', () => {
    const worker = scrub.create({ entities: { EMAIL: 'drop' } });
    expect(worker.apply(whole)).toMatchObject({ reason: 'personal_data', message: 1 });
  });

  test('the same object comes back when nothing changes', () => {
    expect(rewriteTexts(whole, (text) => text)).toBe(whole);
  });
});
