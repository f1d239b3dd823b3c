import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Figure, verdictOf } from '../../bench/figures.ts';
import { installedMegabytes } from '../../bench/installed.ts';
import { sizeName, sizeOf } from '../../bench/logs.ts';
import { Results } from '../../bench/results.ts';

test('sizes have names', () => {
  expect(['10k', '1m', '500', '2M'].map(sizeOf)).toEqual([10_000, 1_000_000, 500, 2_000_000]);
  expect([10_000, 1_000_000, 1_234].map(sizeName)).toEqual(['10k', '1m', '1234']);
  for (const name of ['', '0', '-1', '10g', '1e6']) expect(() => sizeOf(name), name).toThrow(RangeError);
});

describe('results', () => {
  const results = new Results();
  for (const [round, seconds] of [1, 5, 2].entries()) {
    const run = { cpu_seconds: 0, peak_mb: 100 + round, output: '' };
    results.add('export', { ...run, seconds: seconds * 4 });
    results.add('floor', { ...run, seconds });
    if (round === 0) results.add('once', { ...run, seconds: 10 });
  }

  test('a ratio is that of the rounds, so a slow round weighs no more than others', () => {
    expect(results.median('export')).toBe(8);
    expect(results.ratio('export', 'floor')).toBe(4);
    expect(results.ratio('once', 'floor')).toBe(5);
    expect(results.peak('export')).toBe(102);
  });

  test('what was not measured is nothing, not 0', () => {
    expect([results.median('none'), results.peak('none'), results.ratio('none', 'floor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test.each<[Omit<Figure, 'what' | 'unit'>, string]>([
  [{ most: 8, measured: 8 }, 'met'],
  [{ most: 8, measured: 10 }, 'missed by 25 %'],
  [{ least: 30, measured: 30 }, 'met'],
  [{ least: 30, measured: 20 }, 'missed by 50 %'],
  [{ most: 8, measured: undefined }, 'not measured'],
  [{ measured: 8 }, ''],
  [{ most: 8, at: 1_000, measured: 10 }, 'asked at 1k'],
  [{ most: 8, at: 100_000, measured: 7 }, 'met'],
])('%o: %s', (figure, verdict) => {
  expect(verdictOf({ what: 'time', unit: 's', ...figure }, 100_000)).toBe(verdict);
});

test('installed are the packages that are needed to run, each once, as far as they are there', () => {
  const root = mkdtempSync(join(tmpdir(), 'curate-bench-'));
  const packages = {
    '': {},
    'node_modules/used': {},
    'node_modules/used/node_modules/nested': {},
    'node_modules/tool': { dev: true },
    'node_modules/other-system': { optional: true },
  };
  for (const name of Object.keys(packages)) {
    if (name.includes('other-system')) continue;
    mkdirSync(join(root, name, 'lib'), { recursive: true });
    writeFileSync(join(root, name, 'lib', 'index.js'), 'x'.repeat(1_000_000));
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  expect(installedMegabytes(root)).toBe(2);
  rmSync(root, { recursive: true });
});
