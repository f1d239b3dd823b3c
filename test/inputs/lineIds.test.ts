import { expect, test } from 'vitest';
import { conversationFields, feedbackFields } from '../../src/inputs/fields.ts';
import { conversationIds, feedbackIds } from '../../src/inputs/lineIds.ts';

const fields = conversationFields({ user: 'who.id' });
const rated = feedbackFields({});
const nothing = { id: undefined, ids: [], user: undefined, session: undefined, hashes: [] };

test.each([
  ['the usual names', { id: 'a', user_id: 'u', session_id: 's' }, { id: 'a', ids: ['a'], user: 'u', session: 's' }],
  ['names of the config', { id: 'a', who: { id: 'u' } }, { id: 'a', ids: ['a'], user: 'u' }],
  ['metadata', { id: 'a', metadata: { user: 'u', thread_id: 's' } }, { id: 'a', ids: ['a'], user: 'u', session: 's' }],
  ['several ids', { conversation_id: 'thread', example_id: 'a' }, { id: 'a', ids: ['a', 'thread'] }],
  ['numbers', { id: 7, user_id: 8 }, { id: '7', ids: ['7'], user: '8' }],
  ['pseudonyms', { id: 'a', user_hash: 'u' }, { id: 'a', ids: ['a'], user: 'u', hashes: ['u'] }],
  ['a line that cannot be used', { user_id: 'u' }, { user: 'u' }],
])('%s', (_name, line, found) => {
  expect(conversationIds(line, fields)).toEqual({ ...nothing, ...found });
});

test('a line without an id has the one that its content gives, if it is a conversation', () => {
  const line = { query: 'q', answer: 'a', user_id: 'u' };
  const { id, ids } = conversationIds(line, fields);
  expect(id).toMatch(/^[0-9a-f]{16}$/);
  expect(ids).toEqual([id]);
  expect(conversationIds({ ...line, user_id: 'v' }, fields).id).toBe(id);
});

test('feedback is told by the conversation that it is about, and has none of its own', () => {
  const line = { example_id: 'a', score: 5, user_id: 'u', session_id: 's' };
  expect(feedbackIds(line, rated, fields.session)).toEqual({
    ...nothing,
    id: 'a',
    ids: ['a'],
    user: 'u',
    session: 's',
  });
  expect(feedbackIds({ comment: 'so so' }, rated, fields.session)).toEqual(nothing);
});
