import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Aliases } from '../../../src/engine/forget/aliases.ts';
import { mentions } from '../../../src/engine/forget/mentions.ts';
import { Person } from '../../../src/engine/forget/person.ts';
import type { FoundIds } from '../../../src/inputs/lineIds.ts';
import { pseudonymizer } from '../../../src/measures/pseudonym.ts';

const KEY = 'a key of tests';
const keyed = pseudonymizer(KEY);
const plain = pseudonymizer(undefined);
const AT = '2026-11-20T12:00:00.000Z';

const found = (more: Partial<FoundIds>): FoundIds => ({
  id: undefined,
  ids: more.id === undefined ? [] : [more.id],
  user: undefined,
  session: undefined,
  hashes: [],
  ...more,
});

describe('aliases', () => {
  test.each([
    ['the raw id', 'ann', 'ann'],
    ['its keyed hash', 'ann', keyed('ann')],
    ['its plain hash', 'ann', plain('ann')],
    ['the hash of its hash', 'ann', keyed(plain('ann'))],
    ['the raw id of a keyed hash', keyed('ann'), 'ann'],
    ['the raw id of a plain hash', plain('ann'), 'ann'],
  ])('%s', (_name, known, asked) => {
    const aliases = new Aliases(KEY);
    aliases.add(known);
    expect(aliases.has(asked)).toBe(true);
    expect(aliases.has('ben')).toBe(false);
    expect(aliases.has(undefined)).toBe(false);
  });

  test('a raw id that is found by its hash brings its other forms', () => {
    const aliases = new Aliases(KEY);
    aliases.add(plain('ann'));
    expect(aliases.has(keyed('ann'))).toBe(false);
    aliases.has('ann');
    expect(aliases.has(keyed('ann'))).toBe(true);
  });
});

describe('lines that cannot be read', () => {
  const aliases = new Aliases(undefined);
  aliases.add('ann');
  aliases.add('7001');
  aliases.add('zoë');

  test.each([
    ['a string', '{"user":"ann","text":"half', true],
    ['a string whose line began earlier', 'rest of a text","user":"ann"}', true],
    ['JSON in JSON', '{"raw":"{\\"user\\":\\"ann\\"}', true],
    ['an escape', '{"user":"zo\\u00eb",', true],
    ['what is cut off right behind it', '{"user":"ann', true],
    ['a number', '{"user": 7001, "text":"half', true],
    ['a number at the end', '{"user":7001', true],
    ['part of a string', '{"user":"anna","text":"half', false],
    ['a word of a text', '{"text":"ann said', false],
    ['part of a number', '{"user":70011, "text":"half', false],
    ['nothing', '', false],
  ])('%s', (_name, line, expected) => {
    expect(mentions(Buffer.from(line), aliases)).toBe(expected);
  });
});

describe('a user', () => {
  const ann = (): Person => new Person({ kind: 'user', given: 'ann' }, undefined);

  test('owns lines by name, and lines of nobody in a session of hers', () => {
    const person = ann();
    const lone = found({ id: 'c2', session: 's1' });
    expect(person.ownsConversation(lone)).toBe(false);
    person.learn(found({ id: 'c1', user: 'ann', session: 's1' }));
    expect(person.ownsConversation(found({ id: 'c1', user: 'ann', session: 's1' }))).toBe(true);
    expect(person.ownsConversation(lone)).toBe(true);
    expect(person.ownsConversation(found({ id: 'c3', user: 'ben', session: 's1' }))).toBe(false);
    expect([...person.conversations]).toEqual(['c1', 'c2']);
    expect(person.ownsFeedback(found({ id: 'c2', user: 'ben' }))).toBe(true);
    expect(person.ownsFeedback(found({ id: 'c3', user: 'ben' }))).toBe(false);
    expect(person.ownsFeedback(found({ id: 'c3', user: 'ann' }))).toBe(true);
    expect(person.entries(AT).map(({ kind, pseudonym }) => [kind, pseudonym])).toEqual([
      ['user', plain('ann')],
      ['session of user', plain('s1')],
    ]);
  });

  test('is named by pseudonym in the list, also by one that the log has', () => {
    const person = new Person({ kind: 'user', given: 'ann' }, KEY);
    person.ownsConversation(found({ user: plain('ann'), hashes: [plain('ann')] }));
    expect(person.entries(AT).map(({ pseudonym }) => pseudonym)).toEqual([keyed('ann'), plain('ann')]);
    expect(person.pseudonym).toBe(keyed('ann'));
  });

  test('asked for by pseudonym is listed by it, and by the key of now', () => {
    const person = new Person({ kind: 'user', given: plain('ann') }, KEY);
    expect(person.bytes).toBeUndefined();
    person.ownsConversation(found({ user: 'ann' }));
    expect(person.entries(AT)).toMatchObject([
      { pseudonym: plain('ann'), key: '' },
      { pseudonym: keyed('ann'), keyed: true },
    ]);
  });

  test('with a raw id that looks like a pseudonym is not named by it', () => {
    const id = createHash('sha256').update('anything').digest('hex').slice(0, 16);
    const person = new Person({ kind: 'user', given: id }, undefined);
    person.ownsConversation(found({ user: id }));
    expect(person.pseudonym).toBe(plain(id));
    expect(person.entries(AT).map(({ pseudonym }) => pseudonym)).toEqual([plain(id)]);
  });

  test('is known again from what a journal holds', () => {
    const person = ann();
    person.learn(found({ user: 'ann', session: 's1' }));
    person.ownsConversation(found({ id: 'c1', session: 's1' }));
    const again = new Person(person.subject, undefined, JSON.parse(JSON.stringify(person.known())));
    expect(again.entries(AT)).toEqual(person.entries(AT));
    expect(again.ownsFeedback(found({ id: 'c1' }))).toBe(true);
    expect(again.ownsConversation(found({ id: 'c9', session: 's1' }))).toBe(true);
  });
});

test('a conversation is known by every field for its id, and listed by the one that is read', () => {
  const person = new Person({ kind: 'conversation', given: 'thread' }, undefined);
  expect(person.ownsConversation(found({ id: 'ex-1', ids: ['ex-1', 'thread'] }))).toBe(true);
  expect(person.entries(AT).map(({ pseudonym }) => pseudonym)).toEqual([plain('thread'), plain('ex-1')]);
});
