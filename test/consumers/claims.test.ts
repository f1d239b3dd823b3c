import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import { CLAIMS, CONSUMERS } from './claims.ts';
import { LAYERS } from './layers.ts';
import { LIMITS } from './limits.ts';
import { resultTable, withTable } from './table.ts';
import type { Findings } from './verdicts.ts';
import { worlds } from './worlds/worlds.ts';

/** That `npm run test:consumers` leaves nothing out; what the consumers say needs Python. */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test('every format has a line that says who claims to read it', () => {
  expect(FORMATS.map(({ name }) => name).filter((name) => !(name in CLAIMS))).toEqual([]);
});

test('every consumer has its Python file, every layer its requirements', () => {
  for (const { module } of Object.values(CONSUMERS))
    expect(existsSync(here(`python/consumers/${module}.py`))).toBe(true);
  for (const layer of LAYERS) expect(existsSync(here(`requirements/${layer}.txt`))).toBe(true);
});

test('limits name worlds and formats that there are', () => {
  const names = worlds().map(({ name }) => name);
  for (const limit of LIMITS) {
    expect(names).toEqual(expect.arrayContaining([...limit.worlds]));
    expect(Object.keys(CLAIMS)).toEqual(expect.arrayContaining([...limit.formats]));
  }
});

describe('the table', () => {
  const findings: Findings = {
    verdicts: [
      { consumer: 'datasets', format: 'chatml', rows: 1204, failed: [], limits: LIMITS.slice(0, 1) },
      {
        consumer: 'pandas',
        format: 'chatml',
        rows: 7,
        failed: [
          {
            export: {
              world: 'plain',
              format: 'chatml',
              container: 'jsonl',
              folder: '',
              reference: '',
              target: '',
              large: false,
            },
            rows: 0,
            problem: 'it does not read',
          },
        ],
        limits: [],
      },
    ],
    versions: { pandas: '3.1.1' },
    notRun: new Map([['sft', 'no such package']]),
    unlimited: [],
  };

  test('says what passed, what failed, what was not run and what is not claimed', () => {
    const cells = resultTable(findings, ['chatml'], [])
      .split('\n')[2]
      ?.split('|')
      .map((cell) => cell.trim());
    expect(cells?.slice(1, 9)).toEqual(['`chatml`', '✓ 1,204 ¹', '–', '✗ 7', '–', '–', 'not run', '–']);
  });

  test('stands between its marks, and nothing else on the page changes', () => {
    const page = (text: string): string =>
      `before\n<!-- what consumers read: begin (npm run test:consumers) -->${text}<!-- what consumers read: end -->\nafter\n`;
    expect(withTable(page('\n\nold\n\n'), 'new')).toBe(page('\n\nnew\n\n'));
    expect(() => withTable('a page without marks', 'new')).toThrow('has no place');
  });
});
