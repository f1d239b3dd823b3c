import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { progressText, startProgress } from '../../src/report/spinner.ts';

const ESC = String.fromCharCode(27);

/** A stream that keeps what it is given; as a terminal it has the cursor calls that a spinner makes. */
class FakeStream extends Writable {
  readonly isTTY: boolean;
  readonly columns: number;
  text = '';

  constructor(isTTY: boolean, columns = 60) {
    super();
    this.columns = columns;
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  cursorTo(): void {}
  moveCursor(): void {}
  clearLine(): void {}
}

const step = { phase: 'survey', done: 41, total: 100, lines: 41_200, bytes: 38_000_000 };

/** Waits until the spinner, which loads beside the work, has drawn `text`. */
async function drawn(stream: FakeStream, text: string): Promise<void> {
  for (let round = 0; round < 200 && !stream.text.includes(text); round++) await wait(10);
}

describe('startProgress', () => {
  test('off a terminal: one plain line a file', () => {
    const stream = new FakeStream(false);
    const progress = startProgress(stream, { env: {} });
    progress.update(step);
    progress.file('conversations_2026-09-01.jsonl', 1_234);
    progress.file('one\nline\u001b[2J.jsonl', 1);
    progress.done();
    expect(stream.text).toBe(
      'survey  conversations_2026-09-01.jsonl  1,234 lines\nsurvey  one<U+000A>line<U+001B>[2J.jsonl  1 line\n',
    );
  });

  test('quiet: nothing, on a terminal or off', async () => {
    for (const isTTY of [true, false]) {
      const stream = new FakeStream(isTTY);
      const progress = startProgress(stream, { quiet: true, env: {} });
      progress.update(step);
      progress.file('a.jsonl', 1);
      await wait(100);
      progress.done();
      expect(stream.text).toBe('');
    }
  });

  test('a build machine with a terminal gets plain lines', () => {
    const stream = new FakeStream(true);
    const progress = startProgress(stream, { env: { CI: 'true' } });
    progress.update(step);
    progress.file('a.jsonl', 2);
    progress.done();
    expect(stream.text).toBe('survey  a.jsonl  2 lines\n');
  });

  test('a pseudo-terminal without a size gets plain lines', () => {
    const stream = new FakeStream(true, 0);
    const progress = startProgress(stream, { env: { TERM: 'xterm' } });
    progress.file('a.jsonl', 2);
    progress.done();
    expect(stream.text).toBe('a.jsonl  2 lines\n');
  });

  test('on a terminal: a spinner, no line for a file, and the cursor given back', async () => {
    const stream = new FakeStream(true);
    const progress = startProgress(stream, { env: { TERM: 'xterm' }, now: () => 0 });
    progress.update(step);
    progress.file('a.jsonl', 2);
    await drawn(stream, 'survey');
    progress.done();
    expect(stream.text).toContain('survey  41 % · 41,200 lines');
    expect(stream.text).not.toContain('a.jsonl');
    expect(stream.text.lastIndexOf(`${ESC}[?25h`)).toBeGreaterThan(stream.text.lastIndexOf(`${ESC}[?25l`));
    const end = stream.text;
    progress.update({ ...step, done: 100 });
    await wait(150);
    expect(stream.text).toBe(end);
  });

  test('ended before the spinner is loaded: nothing at all', async () => {
    const stream = new FakeStream(true);
    const progress = startProgress(stream, { env: { TERM: 'xterm' } });
    progress.fail();
    await wait(150);
    expect(stream.text).toBe('');
  });

  test('no colour where none is wanted', async () => {
    const stream = new FakeStream(true);
    const progress = startProgress(stream, { env: { TERM: 'xterm', NO_COLOR: '1' } });
    progress.update(step);
    await drawn(stream, 'survey');
    progress.done();
    expect(stream.text).not.toMatch(new RegExp(`${ESC}\\[\\d+m`));
  });

  test('at most ten texts a second, but always the first and the last of a phase', async () => {
    const stream = new FakeStream(true);
    let time = 0;
    const progress = startProgress(stream, { env: { TERM: 'xterm' }, now: () => time });
    progress.update({ ...step, lines: 1 });
    time = 50;
    progress.update({ ...step, lines: 2 });
    await drawn(stream, 'survey');
    expect(stream.text).toContain('1 line');
    expect(stream.text).not.toContain('2 lines');
    time = 60;
    progress.update({ ...step, done: 100, lines: 3 });
    await drawn(stream, '3 lines');
    progress.done();
    expect(stream.text).toContain('100 % · 3 lines');
  });
});

describe('progressText', () => {
  test('says how far, how many, how fast and how long', () => {
    expect(progressText(step, 1_000)).toBe('survey  41 % · 41,200 lines · 38.0 MB/s');
    expect(progressText(step, 10_000)).toBe('survey  41 % · 41,200 lines · 3.8 MB/s · 15 s left');
    expect(progressText({ ...step, done: 999, total: 1_000 }, 1_000)).toContain('99 %');
  });

  test('leaves out what is not known', () => {
    expect(progressText({ phase: 'decide', done: 0, total: 0, lines: 0, bytes: 0 }, 0)).toBe('decide');
  });

  test('ASCII where the terminal has no more', () => {
    expect(progressText(step, 1_000, '|')).toBe('survey  41 % | 41,200 lines | 38.0 MB/s');
  });
});
