import { expect, test } from 'vitest';
import { exportReport } from './contracts.ts';
import { exchanges, toolExchange } from './logs.ts';
import { Workdir } from './workdir.ts';

const LOG = 'data/training_logs/conversations_2026-01-01.jsonl';

test('calls of tools, their results and definitions are exported, scrubbed', async () => {
  const folder = new Workdir().write({ [LOG]: [toolExchange(0), ...exchanges(1, 6)] });
  const { code, stdout } = await folder.run(['export', '-o', '-', '--format', 'chatml']);
  expect(code).toBe(0);
  const [row, plain] = stdout.split('\n').map((line) => (line === '' ? undefined : JSON.parse(line)));
  expect(JSON.parse(row.tools)).toEqual([
    { type: 'function', function: { name: 'find_way', parameters: { type: 'object' } } },
  ]);
  const [, calling, result, answer] = row.messages;
  expect(calling.tool_calls[0]).toMatchObject({ id: 'call-0', function: { name: 'find_way' } });
  expect(JSON.parse(calling.tool_calls[0].function.arguments)).toMatchObject({ mail: '[EMAIL]' });
  expect(result).toMatchObject({ role: 'tool', tool_call_id: 'call-0', name: 'find_way', content: '{"ways": 3}' });
  expect(answer).not.toHaveProperty('tool_calls');
  expect(plain).toMatchObject({ messages: [{ role: 'user' }, { role: 'assistant', weight: 1 }], tools: 'null' });
});

test('a call that cannot be read is dropped and counted', async () => {
  const broken = toolExchange(0);
  const folder = new Workdir().write({
    [LOG]: [
      {
        ...broken,
        messages: [
          { role: 'user', content: 'How?' },
          { role: 'assistant', tool_calls: [{ function: { name: 'f', arguments: '{"a' } }] },
        ],
      },
      ...exchanges(1, 6),
    ],
  });
  const { stdout } = await folder.run(['export', '--json']);
  expect(exportReport.parse(JSON.parse(stdout)).dropped.by_reason).toEqual({ 'turns.tool_calls': 1 });
});

test('a format without a place for tools refuses them by name', async () => {
  const folder = new Workdir().write({ [LOG]: [toolExchange(0), ...exchanges(1, 6)] });
  const { stdout } = await folder.run(['export', '--json', '--format', 'alpaca']);
  const report = exportReport.parse(JSON.parse(stdout));
  expect(report.dropped.by_reason).toEqual({ 'format.tool_messages': 1 });
  expect(report.kept).toBe(5);
});
