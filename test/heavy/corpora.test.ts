import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { exportReport, quarantineLine } from '../commands/contracts.ts';
import { chatmlRows, damage, declaredReasons, expectAccounted, readLines } from '../commands/exported.ts';
import { Workdir } from '../commands/workdir.ts';
import { corpus, testOnCorpora } from './corpora.ts';

/** Real conversations of seven sources, each read with at most a field mapping. */
const SOURCES: Readonly<Record<string, string>> = {
  hh_rlhf: `
inputs:
  conversations: [${corpus('chat/hh_rlhf/conversations.jsonl')}]
  feedback: [${corpus('chat/hh_rlhf/feedback.jsonl')}]
  feedback_fields: { thumb: value }
`,
  taskmaster4: `
inputs:
  conversations: [${corpus('chat/taskmaster4/conversations.jsonl')}]
`,
  taskmaster4_reward: `
inputs:
  conversations: [${corpus('chat/taskmaster4_reward/conversations.jsonl')}]
  feedback: [${corpus('chat/taskmaster4_reward/feedback.jsonl')}]
  feedback_fields: { thumb: value }
`,
  mtbench101: `
inputs:
  conversations: [${corpus('chat/mtbench101.jsonl')}]
  fields: { messages: history }
`,
  arena_hard: `
inputs:
  conversations: [${corpus('chat/arena_hard_v01_gpt35.jsonl')}]
  fields: { id: uid, timestamp: tstamp }
`,
  oasst_en100: `
inputs:
  conversations: [${corpus('chat/oasst_en100/en_100_message.jsonl')}]
  fields: { id: message_id, content: text, language: lang }
`,
  fastchat: `
inputs:
  conversations: [${corpus('chat/fastchat/data/dummy_conversation.json')}]
`,
};

const table: string[] = [
  ['corpus', 'lines', 'malformed', 'records', 'kept', 'dropped', 'seconds', 'reasons'].join('\t'),
];

afterAll(() => process.stdout.write(`${table.join('\n')}\n`));

for (const [name, config] of Object.entries(SOURCES)) {
  testOnCorpora(`${name}: every record is kept or dropped for a declared reason`, async () => {
    const folder = new Workdir().write({ 'corpus.yaml': config });
    const { code, stdout } = await folder.run(['export', '--config', 'corpus.yaml', '--json', '--quiet']);
    expect(code).toBe(0);
    const report = exportReport.parse(JSON.parse(stdout));
    const { lines, malformed, records, kept, dropped, seconds } = report;
    table.push(
      [name, lines, malformed, records, kept, dropped.total, seconds, JSON.stringify(dropped.by_reason)].join('\t'),
    );
    expectAccounted(report);
    expect(records).toBeGreaterThan(0);
    const declared = await declaredReasons(folder);
    for (const reason of Object.keys(dropped.by_reason)) expect(declared).toContain(reason);
    const chatml = join(folder.path, 'data/curated/chatml');
    expect(damage(chatml)).toEqual([]);
    expect(chatmlRows(chatml).length).toBe(kept);
    if (malformed > 0) expect(readLines(join(chatml, 'quarantine.jsonl'), quarantineLine).length).toBe(malformed);
  });
}
