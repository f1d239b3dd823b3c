import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { exchanges } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { corpus, testOnCorpora } from './corpora.ts';

interface Source {
  readonly conversations: string;
  readonly feedback?: string;
  readonly config?: string;
}

/** Real conversations, in several turns, some rated turn by turn, in several languages. */
const SOURCES: Readonly<Record<string, Source>> = {
  hh_rlhf: {
    conversations: 'chat/hh_rlhf/conversations.jsonl',
    feedback: 'chat/hh_rlhf/feedback.jsonl',
    config: 'inputs: { feedback_fields: { thumb: value } }',
  },
  taskmaster4_reward: {
    conversations: 'chat/taskmaster4_reward/conversations.jsonl',
    feedback: 'chat/taskmaster4_reward/feedback.jsonl',
    config: 'inputs: { feedback_fields: { thumb: value } }',
  },
  mtbench101: { conversations: 'chat/mtbench101.jsonl', config: 'inputs: { fields: { messages: history } }' },
  arena_hard: { conversations: 'chat/arena_hard_v01_gpt35.jsonl', config: 'inputs: { fields: { id: uid } }' },
  taskmaster4: { conversations: 'chat/taskmaster4/conversations.jsonl' },
  fastchat: { conversations: 'chat/fastchat/data/dummy_conversation.json' },
};

for (const [name, { conversations, feedback, config = '{}' }] of Object.entries(SOURCES)) {
  testOnCorpora(`${name}: an export is the same after its log was pruned`, async () => {
    const extension = conversations.endsWith('.json') ? 'json' : 'jsonl';
    const folder = new Workdir().write({
      'config/fine_tuning_config.yaml': config,
      [`data/training_logs/conversations_2020-01-01.${extension}`]: readFileSync(corpus(conversations)),
      'data/training_logs/conversations_2020-01-09.jsonl': exchanges(0, 9),
      'data/training_logs/feedback_2020-01-09.jsonl': [{ example_id: 'ex-1', stars: 5 }],
      ...(feedback === undefined
        ? {}
        : { 'data/training_logs/feedback_2020-01-01.jsonl': readFileSync(corpus(feedback)) }),
    });
    const rows = async (): Promise<Record<string, string>> => {
      expect((await folder.run(['export', '--format', 'chatml,json', '--quiet'])).code).toBe(0);
      const names = folder.list('data/curated').filter((file) => /^[\w-]+\/(train|val|test)\./.test(file));
      return Object.fromEntries(names.map((file) => [file, folder.read(`data/curated/${file}`)]));
    };
    const before = await rows();
    const { code } = await folder.run(['prune', '--older-than', '1', '--quiet']);
    expect(code).toBe(0);
    expect(folder.list('data/training_logs').some((file) => file.includes('2020-01-01'))).toBe(false);
    const after = await rows();
    for (const [file, text] of Object.entries(before)) expect(differing(text, after[file] ?? ''), file).toEqual([]);
    expect(Object.keys(after)).toEqual(Object.keys(before));
  });
}

/** Numbers of the first lines that differ: texts of megabytes are no help to whoever reads why a test failed. */
function differing(one: string, other: string): number[] {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const length = Math.max(lines.length, others.length);
  const places = Array.from({ length }, (_, place) => place).filter((place) => lines[place] !== others[place]);
  return places.slice(0, 5);
}
