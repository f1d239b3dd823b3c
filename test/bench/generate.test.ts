import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GENERATOR_VERSION, generate } from '../../bench/generate.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Line {
  readonly [field: string]: string | number | undefined;
}

function linesOf(out: string, kind: string): Line[] {
  const logs = join(folder, out, 'training_logs');
  const names = readdirSync(logs).filter((name) => name.startsWith(kind));
  const lines = names.sort().flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'));
  return lines.filter((line) => line !== '').map((line): Line => JSON.parse(line));
}

const make = (out: string, exchanges: number, days: number, seed: number) =>
  generate({ exchanges, out: join(folder, out), days, seed });

/** Digits of a share that chance leaves alone in a log of 6,000: it may be off by 0.016. */
const COARSE = 1.5;

describe('the made-up log', () => {
  const made = make('log', 6_000, 5, 3);
  const log = linesOf('log', 'conversations');
  const feedback = linesOf('log', 'feedback');
  const textOf = (line: Line) => `${line.user_message}\n${line.assistant_message}`;
  const share = (lines: readonly Line[]) => lines.length / log.length;

  test('has as many exchanges as were asked for, of 2 KB, in daily files', () => {
    expect(log.length).toBe(6_000);
    expect(new Set(log.map(({ timestamp }) => String(timestamp).slice(0, 10))).size).toBe(5);
    expect(made.bytes / log.length).toBeGreaterThan(1_900);
    expect(made.bytes / log.length).toBeLessThan(2_200);
  });

  test('has the shares that it says: said again, personal data, languages, feedback', () => {
    const texts = new Set(log.map(textOf));
    expect(1 - texts.size / log.length).toBeCloseTo(made.exact_duplicates, 2);
    expect(made.exact_duplicates + made.near_duplicates).toBeCloseTo(0.08, COARSE);
    const personal = /@example\.com|555-01|\+44 20|4111 1111|DE89|192\.0\.2|sk-\w{48}/;
    expect(share(log.filter((line) => personal.test(textOf(line))))).toBeCloseTo(made.personal, 3);
    expect(made.personal).toBeCloseTo(0.05, COARSE);
    const named = log.filter(({ language }) => language !== undefined);
    expect(share(named)).toBeCloseTo(0.7, COARSE);
    const english = named.filter(({ language }) => language === 'en');
    expect(english.length / named.length).toBeCloseTo(made.languages.en ?? 0, COARSE);
    expect(Object.keys(made.languages).length).toBe(7);
    expect(feedback.length / log.length).toBe(made.rated);
  });

  test('has lengths that vary as they do: few are very long', () => {
    const lengths = log.map(({ assistant_message }) => String(assistant_message).length).sort((a, b) => a - b);
    expect(made.answer.median).toBeCloseTo(lengths[3_000] ?? 0, -1);
    expect(made.answer.p95).toBeGreaterThan(3 * made.answer.median);
    expect(made.question.p95).toBeGreaterThan(2 * made.question.median);
  });

  test('has sessions of one user and three exchanges that last minutes, not days', () => {
    const sessions = new Map<unknown, Line[]>();
    for (const line of log) sessions.set(line.session_id, [...(sessions.get(line.session_id) ?? []), line]);
    expect(sessions.size).toBe(made.sessions);
    expect(log.length / sessions.size).toBeCloseTo(3, 0);
    const hours = [...sessions.values()].map((lines) => {
      expect(new Set(lines.map(({ user_id }) => user_id)).size).toBe(1);
      return (Date.parse(String(lines.at(-1)?.timestamp)) - Date.parse(String(lines[0]?.timestamp))) / 3.6e6;
    });
    expect(hours.sort((a, b) => a - b)[Math.floor(hours.length / 2)]).toBeLessThan(1);
  });
});

test('the same seed gives the same bytes everywhere; when they change, GENERATOR_VERSION has to', () => {
  const hashOf = (out: string, seed: number) => {
    make(out, 300, 2, seed);
    return createHash('sha256').update(JSON.stringify([linesOf(out, 'conversations'), linesOf(out, 'feedback')]));
  };
  expect({ version: GENERATOR_VERSION, sha256: hashOf('one', 5).digest('hex') }).toEqual(KNOWN);
  expect(hashOf('other', 6).digest('hex')).not.toBe(KNOWN.sha256);
});

const KNOWN = { version: 1, sha256: 'b847bfd02981683ac57894d5137ba6bb39427494fe8f8807e46baef98d6d453e' };

test.each([0, 1, 7])('a log of %i exchanges in three days', (exchanges) => {
  make('small', exchanges, 3, 1);
  expect(linesOf('small', 'conversations').length).toBe(exchanges);
});
