import { describe, expect, test } from 'vitest';
import { accountAfter, inputsAfter } from '../../../src/engine/forget/manifestAfter.ts';

const step = (stage: string, coming: number, dropped: number, reasons: Record<string, number> = {}) => ({
  stage,
  in: coming,
  dropped,
  reasons,
});

const ACCOUNT = {
  records: 100,
  kept: 70,
  dropped: { total: 30, by_reason: { 'turns.no_answer': 10, 'rating.below_min': 20 } },
  funnel: [
    step('turns', 100, 10, { no_answer: 10 }),
    step('privacy', 90, 0),
    step('rating', 90, 20, { below_min: 20 }),
    step('caps', 70, 0),
  ],
};

describe('the account of what is left', () => {
  test('every sum holds, once and again', () => {
    let account: ReturnType<typeof accountAfter> = ACCOUNT;
    for (const removed of [7, 0, 3]) {
      account = accountAfter(account, removed);
      const { records, kept, dropped, funnel } = account;
      expect(kept + dropped.total).toBe(records);
      expect(Object.values(dropped.by_reason).reduce((sum, count) => sum + count, 0)).toBe(dropped.total);
      let left = records;
      for (const one of funnel) {
        expect(one.in).toBe(left);
        left -= one.dropped;
        expect(Object.values(one.reasons).reduce((sum, count) => sum + count, 0)).toBe(one.dropped);
      }
      expect(left).toBe(kept);
    }
    expect(account.dropped.by_reason).toMatchObject({ 'privacy.forgotten': 10 });
  });

  test('nothing that goes changes nothing', () => {
    expect(accountAfter(ACCOUNT, 0)).toBe(ACCOUNT);
  });
});

test('inputs follow their files as far as they were those files', () => {
  const counts = { lines: 3, blank: 0, pending: 0, malformed: 0, records: 3 };
  const input = (file: string, bytes: number, sha256: string) => ({
    file,
    kind: 'conversations' as const,
    bytes,
    sha256,
    ...counts,
  });
  const inputs = [input('a', 10, 'one'), input('b', 10, 'one'), input('c', 10, 'other')];
  const changed = new Map([
    [
      'a',
      [
        { bytes: 10, before: 'one', after: 'two', bytes_after: 10 },
        { bytes: 10, before: 'two', after: 'three', bytes_after: 9 },
      ],
    ],
    ['c', [{ bytes: 10, before: 'one', after: 'two', bytes_after: 10 }]],
  ]);
  const after = inputsAfter(inputs, changed);
  expect(after).toEqual([input('a', 9, 'three'), inputs[1], inputs[2]]);
  expect(after[1]).toBe(inputs[1]);
});
