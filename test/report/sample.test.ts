import { describe, expect, test } from 'vitest';
import { shortened, shownText } from '../../src/report/conversation.ts';
import { PLAIN } from '../../src/report/look.ts';
import { renderSample } from '../../src/report/sample.ts';
import { widthOf } from '../../src/report/text.ts';
import type { SampledConversation, SampleReport } from '../../src/report/types.ts';

const WIDE_CODE = `const everything = [${'1, '.repeat(60)}];`;

const conversation: SampledConversation = {
  id: 'ex-1',
  file: 'conversations_2026-01-01.jsonl',
  line: 7,
  timestamp: '2026-01-01T10:00:00.000Z',
  facets: { language: 'en' },
  records: 1,
  rating: 4.5,
  cluster_size: 3,
  split: 'train',
  dropped: null,
  messages: [
    { role: 'user', text: 'How do I write it all on one line? '.repeat(6).trim() },
    { role: 'assistant', text: `Like this:\n\n\`\`\`js\n${WIDE_CODE}\n\`\`\`\n\nThat is it.\u001b[31m` },
  ],
};

const report: SampleReport = {
  command: 'sample',
  seed: 42,
  raw: false,
  asked: { dropped: null, split: null, language: null },
  of: 1773,
  conversations: [conversation],
  splits: { train: 1401, val: 199, test: 173 },
  dropped: { 'dedup.near_duplicate': 64, 'turns.no_answer': 6 },
};

const whole = { full: false };

test('a conversation: where it is from, what is known of it, and its messages', () => {
  const text = renderSample(report, PLAIN, whole);
  expect(text).toMatch(/^1 of 1,773 kept +seed 42\n\n1 {2}ex-1 +conversations_2026-01-01.jsonl:7\n/);
  expect(text).toContain('  train · 4.50 stars · one of 3 alike · 2026-01-01T10:00:00.000Z · language en');
  expect(text).toContain('\n  assistant\n    Like this:\n');
  expect(text).toContain('That is it.<U+001B>[31m');
});

test('prose is wrapped, code is left as it is', () => {
  const lines = renderSample(report, PLAIN, whole).split('\n');
  expect(lines).toContain(`    ${WIDE_CODE}`);
  expect(lines.filter((line) => widthOf(line) > PLAIN.width)).toEqual([`    ${WIDE_CODE}`]);
});

test('why it was dropped, with measured value and limit', () => {
  const dropped = {
    stage: 'rating',
    reason: 'below_min',
    sentence: 'the rating is low',
    measured: 2,
    limit: 4,
    kept_instead: null,
  };
  const asked = { dropped: 'rating', split: null, language: 'en' };
  const text = renderSample(
    { ...report, asked, conversations: [{ ...conversation, split: null, dropped }] },
    PLAIN,
    whole,
  );
  expect(text).toContain('1 of 1,773 dropped by rating in language en');
  expect(text).toContain('✗ rating.below_min: the rating is low (measured 2, limit 4)');
});

test('what is long is shortened, and it is said by how much', () => {
  const long = { role: 'user', text: Array.from({ length: 50 }, (_, line) => `line ${line}`).join('\n') };
  const many = { ...report, conversations: [{ ...conversation, messages: Array.from({ length: 30 }, () => long) }] };
  const text = renderSample(many, PLAIN, whole);
  expect(text).toContain('… 22 messages left out');
  expect(text.match(/… 30 lines left out/g)).toHaveLength(8);
  expect(text).toContain('line 49');
  const full = renderSample(many, PLAIN, { full: true });
  expect(full).not.toContain('left out');
  expect(full.match(/line 25/g)).toHaveLength(30);
});

test('where nothing fits it is said what there is', () => {
  const asked = { dropped: 'caps', split: null, language: null };
  const text = renderSample({ ...report, asked, of: 0, conversations: [] }, PLAIN, whole);
  expect(text).toBe(`No conversation is dropped by caps.

What there is
  1,773 kept · 1,401 in train · 199 in val · 173 in test
  70 dropped
    64  dedup.near_duplicate
     6  turns.no_answer
`);
});

describe('pieces', () => {
  test('a fence of tildes, and one that is never closed', () => {
    expect(shownText(`~~~\n${'a '.repeat(50)}`, 20)).toEqual(['~~~', 'a '.repeat(50)]);
  });

  test('nothing is left out for a line that says that one line is left out', () => {
    expect(shortened([1, 2, 3, 4, 5], 4)).toEqual({ head: [1, 2, 3, 4, 5], tail: [], left: 0 });
    expect(shortened([1, 2, 3, 4, 5, 6], 4)).toEqual({ head: [1, 2, 3], tail: [6], left: 2 });
  });
});
