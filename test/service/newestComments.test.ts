import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pseudonymizer } from '../../src/measures/pseudonym.ts';
import type { NewestComment } from '../../src/service/context.ts';
import { LookTaker } from '../../src/service/looks/lookTaker.ts';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';

const LOGS = 'data/training_logs';

/** The newest comments of a folder with twelve conversations and these files. */
async function commentsIn(files: Record<string, string | readonly object[]>): Promise<readonly NewestComment[]> {
  const all = { 'curate.yaml': '', [`${LOGS}/conversations_2026-01-01.jsonl`]: exchanges(0, 12), ...files };
  const { path } = new Workdir().write(all);
  const outcome = await new LookTaker({ data: join(path, 'data'), config: join(path, 'curate.yaml') }).look();
  if (outcome.kind !== 'look' || typeof outcome.look.comments === 'string') throw new Error(JSON.stringify(outcome));
  return outcome.look.comments;
}

const said = (comments: readonly NewestComment[]) => comments.map(({ comment }) => comment);
const at = (minute: number) => new Date(Date.UTC(2026, 0, 2, 10, minute)).toISOString();

test('the newest come first, from the ends of all files of the newest days', async () => {
  const comments = await commentsIn({
    [`${LOGS}/feedback_2026-01-01.jsonl`]: [{ example_id: 'ex-1', stars: 4, comment: 'old' }],
    [`${LOGS}/feedback_2026-01-02.jsonl`]: [
      { example_id: 'ex-2', thumbs: 'down', comment: 'first', timestamp: at(1) },
      { example_id: 'ex-3', stars: 2.5, comment: 'third', timestamp: at(3) },
      { example_id: 'ex-3', stars: 2 },
    ],
    [`${LOGS}/comments_2026-01-02.jsonl`]: [{ example_id: 'ex-4', comment: 'second', timestamp: at(2) }],
  });
  expect(comments).toEqual([
    { conversation_id: 'ex-3', timestamp: at(3), stars: 2.5, thumbs: null, comment: 'third' },
    { conversation_id: 'ex-4', timestamp: at(2), stars: null, thumbs: null, comment: 'second' },
    { conversation_id: 'ex-2', timestamp: at(1), stars: null, thumbs: 'down', comment: 'first' },
    { conversation_id: 'ex-1', timestamp: null, stars: 4, thumbs: null, comment: 'old' },
  ]);
});

test('a hundred at the most, also out of a file of which only the end is read', async () => {
  const lines = Array.from({ length: 6000 }, (_, place) => ({
    example_id: `ex-${place % 12}`,
    comment: `number ${place}`,
    filler: 'x'.repeat(100),
  }));
  const comments = await commentsIn({ [`${LOGS}/feedback_2026-01-02.jsonl`]: lines });
  expect(said(comments)).toEqual(Array.from({ length: 100 }, (_, place) => `number ${5999 - place}`));
});

test('a line longer than the end that is read is found all the same', async () => {
  const lines = [{ example_id: 'ex-1', comment: 'here', filler: 'x'.repeat(600_000) }];
  expect(said(await commentsIn({ [`${LOGS}/feedback_2026-01-02.jsonl`]: lines }))).toEqual(['here']);
});

test('compressed files and arrays count while they are small; what is torn or none does not', async () => {
  const comments = await commentsIn({
    'curate.yaml': "inputs: { feedback: ['feedback*'] }\n",
    [`${LOGS}/feedback_2026-01-02.jsonl.gz`]: [{ example_id: 'ex-1', comment: 'packed', timestamp: at(3) }],
    [`${LOGS}/feedback_2026-01-02.json`]: JSON.stringify([{ example_id: 'ex-1', comment: 'array', timestamp: at(2) }]),
    [`${LOGS}/feedback_2026-01-02b.jsonl`]: `{"example_id":"ex-1","comment":"whole","timestamp":"${at(1)}"}\n{"comment":"no id"}\nnot json\n{"example_id":"ex-1","comm`,
  });
  expect(said(comments)).toEqual(['packed', 'array', 'whole']);
});

test('personal data goes, whatever the config does with it', async () => {
  const comments = await commentsIn({
    'curate.yaml':
      'privacy: { entities: { EMAIL: keep }, patterns: [{ entity: CUSTOMER, pattern: "C-[0-9]{4}", action: hash }] }\n',
    [`${LOGS}/feedback_2026-01-02.jsonl`]: [
      { example_id: 'ex-1', comment: 'write to anna@example.com, customer C-1234' },
    ],
  });
  expect(said(comments)).toEqual(['write to [EMAIL], customer [CUSTOMER]']);
});

test('who opted out or was forgotten is not shown, nor what was said of their conversations', async () => {
  const pseudonym = pseudonymizer(undefined);
  const entry = (kind: string, id: string) => ({
    kind,
    pseudonym: pseudonym(id),
    keyed: false,
    key: '',
    at: '2026-01-05T00:00:00.000Z',
  });
  const comments = await commentsIn({
    'curate.yaml': 'privacy: { opt_out: gone.txt }\n',
    'data/gone.txt': `user-1\n${pseudonym('user-2')}\n`,
    'data/privacy/forgotten.jsonl': [entry('user', 'user-3'), entry('conversation', 'ex-11')],
    [`${LOGS}/feedback_2026-01-02.jsonl`]: [
      { example_id: 'ex-0', user_id: 'user-1', comment: 'opted out by id' },
      { example_id: 'ex-0', user_id: 'user-2', comment: 'opted out by pseudonym' },
      { example_id: 'ex-0', user_id: 'user-3', comment: 'forgotten' },
      { example_id: 'ex-11', comment: 'of a forgotten conversation' },
      { example_id: 'ex-1', comment: 'of a conversation of one who opted out' },
      { example_id: 'ex-3', comment: 'of a conversation of one who was forgotten' },
      { example_id: 'ex-0', user_id: 'user-0', comment: 'anybody else' },
    ],
  });
  expect(said(comments)).toEqual(['anybody else']);
});
