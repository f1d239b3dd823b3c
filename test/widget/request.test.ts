import { describe, expect, test } from 'vitest';
import { feedbackInput } from '../../src/collect/feedbackInput.ts';
import { type Choice, endpointOf, feedbackOf, sendFeedback } from '../../src/widget/request.ts';

const wire = (value: object): unknown => JSON.parse(JSON.stringify(value));

describe('what is sent', () => {
  const subject = { conversation: 'c-1', message: '3', user: 'u-1' };

  test('a thumb, stars, and a comment with its rating', () => {
    expect(wire(feedbackOf({ conversation: 'c-1', message: null, user: null }, 'down'))).toEqual({
      conversation_id: 'c-1',
      thumbs: 'down',
    });
    expect(wire(feedbackOf(subject, 4, 'Too long.'))).toEqual({
      conversation_id: 'c-1',
      message_index: 3,
      stars: 4,
      comment: 'Too long.',
      user_id: 'u-1',
    });
  });

  test.each<Choice>(['up', 'down', 1, 2, 3, 4, 5])('%s is what the service takes', (choice) => {
    expect(feedbackInput.safeParse(wire(feedbackOf(subject, choice, 'Why not.'))).success).toBe(true);
  });

  test.each(['', '-1', '1.5', 'second', '1e3', ' 1', '12345678901'])('the place "%s" is none', (message) => {
    expect(wire(feedbackOf({ conversation: 'c-1', message, user: '' }, 'up'))).toEqual({
      conversation_id: 'c-1',
      thumbs: 'up',
    });
  });
});

test.each([
  [null, 'https://curate.example.com/widget.js', 'https://curate.example.com/v1/feedback'],
  [null, 'https://example.com/curate/widget.js?v=1', 'https://example.com/curate/v1/feedback'],
  ['https://other.example.com', 'https://curate.example.com/widget.js', 'https://other.example.com/v1/feedback'],
  ['https://other.example.com/', '', 'https://other.example.com/v1/feedback'],
  ['https://other.example.com/curate', '', 'https://other.example.com/curate/v1/feedback'],
  ['/curate', '', 'https://shop.example.com/curate/v1/feedback'],
])('of endpoint %s and script %s it goes to %s', (named, script, expected) => {
  expect(endpointOf(named, script, 'https://shop.example.com/help/chat').href).toBe(expected);
});

describe('sending', () => {
  /** Answers of the network in their order: a status, or 0 for none. */
  function network(...answers: readonly number[]) {
    const asked: { url: string; headers: Headers; body: unknown }[] = [];
    const waited: number[] = [];
    const surroundings = {
      fetch: async (url: string | URL | Request, init: RequestInit = {}) => {
        asked.push({ url: String(url), headers: new Headers(init.headers), body: init.body });
        const status = answers[asked.length - 1] ?? 0;
        if (status === 0) throw new TypeError('no network');
        return new Response(null, { status });
      },
      wait: async (milliseconds: number) => waited.push(milliseconds),
    };
    return { asked, waited, surroundings };
  }
  const endpoint = (): URL => new URL('https://curate.example.com/v1/feedback');

  test('is done once where it works, with the token', async () => {
    const { asked, waited, surroundings } = network(201);
    expect(await sendFeedback(endpoint, 'secret', { a: 1 }, surroundings)).toBe(201);
    expect(asked.map(({ url, body }) => [url, body])).toEqual([['https://curate.example.com/v1/feedback', '{"a":1}']]);
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer secret');
    expect(waited).toEqual([]);
  });

  test('needs no token', async () => {
    const { asked, surroundings } = network(201);
    await sendFeedback(endpoint, null, {}, surroundings);
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  test.each([
    [[0, 201], 201],
    [[503, 201], 201],
    [[0, 0], 0],
    [[500, 503], 503],
    [[0, 401], 401],
  ])('is done again once after trouble: %j', async (answers, expected) => {
    const { asked, waited, surroundings } = network(...answers, 201);
    expect(await sendFeedback(endpoint, null, {}, surroundings)).toBe(expected);
    expect(asked).toHaveLength(2);
    expect(waited).toEqual([1000]);
  });

  test.each([400, 401, 403, 413, 429])('is not done again where the service says no: %i', async (status) => {
    const { asked, surroundings } = network(status, 201);
    expect(await sendFeedback(endpoint, null, {}, surroundings)).toBe(status);
    expect(asked).toHaveLength(1);
  });

  test('to no address is a failure, not an error', async () => {
    const { asked, surroundings } = network(201, 201);
    expect(await sendFeedback(() => endpointOf(null, '', 'about:blank'), null, {}, surroundings)).toBe(0);
    expect(asked).toEqual([]);
  });
});
