import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scoreMathematics } from '../../bench/pii/negatives.ts';
import { scoreRecognizers } from '../../bench/pii/recognizers.ts';
import { scoreSynth } from '../../bench/pii/synth.ts';

/** Corpora of a few lines, whose scores can be told by hand. */
const folder = mkdtempSync(join(tmpdir(), 'curate-pii-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const MAIL = 'ann@example.com';

test('spans: a hit, a miss, a hit at the wrong place, a false alarm, and a type that nobody looks for', () => {
  const row = (full_text: string, entity_type: string, start_position: number, end_position: number) => ({
    full_text,
    spans: [{ entity_type, start_position, end_position }],
    template_id: 1,
  });
  const rows = [
    row(`😀 ${MAIL}`, 'EMAIL_ADDRESS', 2, 17),
    row('ann is nowhere', 'EMAIL_ADDRESS', 0, 3),
    row(`write to ${MAIL}`, 'EMAIL_ADDRESS', 0, 24),
    row(`${MAIL} is 30`, 'AGE', 19, 21),
  ];
  const { tables, listed } = scoreSynth(file('synth.json', JSON.stringify(rows)));
  const [table] = tables;
  const email = table?.rows.find(([entity]) => entity === 'EMAIL');
  expect(email?.slice(0, 4)).toEqual(['EMAIL', 3, 1, 2]);
  expect(email?.slice(5, 7)).toEqual([1 / 3, 1 / 3]);
  expect(listed).toEqual([
    { id: 1, what: 'miss', entity: 'EMAIL', start: 0, end: 3 },
    { id: 2, what: 'miss', entity: 'EMAIL', start: 0, end: 24 },
    { id: 2, what: 'false_alarm', entity: 'EMAIL', start: 9, end: 24 },
    { id: 3, what: 'false_alarm', entity: 'EMAIL', start: 0, end: 15 },
  ]);
});

test('strings of recognizers: found, missed, left alone, bare, and of no entity of ours', () => {
  const one = (entity: string | null, text: string, expected_count: number, spans: number[][], more: object = {}) =>
    JSON.stringify({
      file: 'test_phone_recognizer.py',
      entities_declared: [],
      entity,
      text,
      expected_count,
      spans,
      ...more,
    });
  const lines = [
    one('EMAIL_ADDRESS', `to ${MAIL}`, 1, [[3, 18]]),
    one('EMAIL_ADDRESS', MAIL, 2, []),
    one('EMAIL_ADDRESS', 'ann at home', 0, []),
    one(null, '2025550123', 1, [[0, 10]]),
    one(null, 'call (415) 555-0132', 1, [[5, 19]]),
    one('MARTIAN_ID', '12', 1, [[0, 2]]),
    one('EMAIL_ADDRESS', MAIL, 1, [], { entities_declared: ['EMAIL_ADDRESS', 'URL'] }),
  ];
  const { tables, listed } = scoreRecognizers(file('cases.jsonl', `${lines.join('\n')}\n`));
  expect(tables[0]?.rows).toEqual([
    ['EMAIL', 2, 1, 0.5, 1, 1, 1, 0, ''],
    ['PHONE', 1, 1, 1, 0, 0, null, 1, 'digits'],
    ['all', 3, 2, 2 / 3, 1, 1, 1, 1, ''],
  ]);
  expect(tables[1]?.rows.map(([, cases]) => cases)).toEqual([1, 1]);
  expect(listed).toEqual([{ id: 2, what: 'miss', entity: 'EMAIL', start: 0, end: 15 }]);
});

test('texts with a false alarm, not false alarms, are counted', () => {
  const lines = [
    { question: `${MAIL} ${MAIL}`, answer: MAIL },
    { question: '2 + 2?', answer: '4' },
  ];
  const text = lines.map((line) => JSON.stringify(line)).join('\n');
  const { asked, listed } = scoreMathematics(file('mathematics.jsonl', text));
  expect(asked[0]?.measured).toBe(500);
  expect(listed).toHaveLength(3);
});
