import { appendFileSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carryLines, carryRest } from '../../../src/engine/forget/carryOver.ts';

interface Case {
  /** What the log had when it was copied, and what came then. */
  readonly copied: string;
  readonly before?: string;
  /** What came to the log after the first look and before the second, and what others appended to the copy in that time. */
  readonly between?: string;
  readonly others?: string;
}

function carried({ copied, before = '', between = '', others = '' }: Case): string {
  const folder = mkdtempSync(join(tmpdir(), 'curate-carry-'));
  const [log, copy] = [join(folder, 'log'), join(folder, 'copy')];
  writeFileSync(log, copied + before);
  writeFileSync(copy, copied);
  const [old, fresh] = [openSync(log, 'r'), openSync(copy, 'a+')];
  try {
    const end = carryLines(old, fresh, copied.length);
    const size = readFileSync(copy).length;
    appendFileSync(log, between);
    appendFileSync(copy, others);
    const whole = carryRest(old, fresh, end, size);
    expect(whole).toBe(readFileSync(log).length);
    return readFileSync(copy, 'utf8');
  } finally {
    closeSync(old);
    closeSync(fresh);
    rmSync(folder, { recursive: true });
  }
}

test.each<[string, Case, string]>([
  ['nothing came', { copied: 'a\n' }, 'a\n'],
  ['lines came', { copied: 'a\n', before: 'b\n', between: 'c\nd\n' }, 'a\nb\nc\nd\n'],
  ['a line was under way', { copied: 'a\n', before: 'b\nc', between: 'c\n' }, 'a\nb\ncc\n'],
  ['and others were faster', { copied: 'a\n', before: 'b\nc', between: 'c\n', others: 'o\n' }, 'a\nb\no\ncc\n'],
  ['others left a torn line', { copied: 'a\n', between: 'b\n', others: 'to' }, 'a\nto\nb\n'],
  ['a line was under way at the first', { copied: 'a\nb', between: 'b\nc\n' }, 'a\nbb\nc\n'],
  ['and others closed it off', { copied: 'a\nb', between: 'b\nc\n', others: '\no\n' }, 'a\nb\no\nbb\nc\n'],
  ['a torn line stays', { copied: 'a\nto' }, 'a\nto'],
  ['also where others closed it off', { copied: 'a\nto', others: '\no\n' }, 'a\nto\no\n'],
  ['and comes at the end', { copied: 'a\n', before: 'to' }, 'a\nto'],
])('%s', (_, given, expected) => {
  expect(carried(given)).toBe(expected);
});

test('a line that is longer than what is read at once comes whole', () => {
  const long = 'x'.repeat(3 * 1024 * 1024);
  expect(carried({ copied: 'a\nb', before: long, between: `${long}\nc\n`, others: 'o\n' })).toBe(
    `a\nbo\nb${long}${long}\nc\n`,
  );
});
