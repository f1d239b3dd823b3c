import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { describeStages } from '../../src/engine/describeStages.ts';
import { RECORD_STAGES } from '../../src/pipeline/stages.ts';
import { bar, gauge, sparkline } from '../../src/report/bars.ts';
import { dateSpan, longDate } from '../../src/report/dates.ts';
import { diffLines } from '../../src/report/diff.ts';
import { forecastWords } from '../../src/report/forecastWords.ts';
import { funnelOf } from '../../src/report/funnel.ts';
import { writeJson } from '../../src/report/json.ts';
import { lookFor, NO_PAINT, PLAIN } from '../../src/report/look.ts';
import { bytes, decimal, duration, integer, percent, rate } from '../../src/report/numbers.ts';
import { table } from '../../src/report/table.ts';
import { cut, cutFront, safe, widthOf, wrap } from '../../src/report/text.ts';
import { progress } from './samples.ts';

describe('numbers', () => {
  test('thousands are apart', () => {
    const texts = [0, 999, 1_000, -1_234_567, 12_345_678_901, 0.5].map((value) => integer(value));
    expect(texts).toEqual(['0', '999', '1,000', '-1,234,567', '12,345,678,901', '1']);
    expect(decimal(1_234.5, 2)).toBe('1,234.50');
    expect([integer(null), decimal(Number.NaN, 1)]).toEqual(['-', '-']);
  });

  test('law: without its commas a number is itself', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (value) => Number(integer(value).replaceAll(',', '')) === value));
  });

  test('a share never looks whole or empty unless it is', () => {
    expect([0, 0.00001, 0.5, 0.99999, 1, 1.224].map(percent)).toEqual([
      '0.0 %',
      '<0.1 %',
      '50.0 %',
      '99.9 %',
      '100.0 %',
      '122.4 %',
    ]);
    expect(percent(null)).toBe('-');
  });

  test('bytes, rates and durations', () => {
    expect([0, 999, 1_000, 999_960, 4_200_000, 123_456_789].map(bytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '1.0 MB',
      '4.2 MB',
      '123 MB',
    ]);
    expect([0, 0.04, 12, 12.34, 388.4].map(rate)).toEqual(['0', '0.04', '12', '12.3', '388']);
    expect([0.01, 0.4, 48.2, 59.7, 200, 7_500].map(duration)).toEqual([
      '<0.1 s',
      '0.4 s',
      '48 s',
      '1 min 0 s',
      '3 min 20 s',
      '2 h 5 min',
    ]);
  });
});

describe('dates', () => {
  test('in words', () => {
    expect(longDate('2027-03-04')).toBe('4 March 2027');
    expect(dateSpan('2026-08-03', '2026-09-01')).toBe('3 August to 1 September 2026');
    expect(dateSpan('2025-12-31', '2026-01-01')).toBe('31 December 2025 to 1 January 2026');
    expect(dateSpan('2026-01-01', '2026-01-01')).toBe('1 January 2026');
  });

  test('a forecast names its year once', () => {
    const words = (eta: string | null, eta_range: readonly [string | null, string | null]) =>
      forecastWords({ ...progress, eta, eta_range });
    expect(words('2027-03-14', ['2027-02-20', '2027-05-02'])).toBe(
      'about 14 March 2027, between 20 February and 2 May',
    );
    expect(words('2027-03-14', ['2026-12-20', '2027-05-02'])).toBe(
      'about 14 March 2027, between 20 December 2026 and 2 May 2027',
    );
    expect(words('2027-03-14', ['2027-02-20', null])).toMatch(/^about 14 March 2027, hardly before 20 February; /);
    expect(words('2027-03-14', [null, null])).toBe('about 14 March 2027');
    expect(words(null, [null, null])).toBe('out of sight: more than a century at this pace');
    expect(forecastWords({ ...progress, per_day: 0 })).toBe('out of sight: nothing was kept of late');
  });
});

describe('bars', () => {
  test('eighths of a column', () => {
    expect([0, 0.001, 0.5, 0.55, 1].map((share) => bar(share, 10, PLAIN))).toEqual([
      '',
      '▏',
      '█████',
      '█████▌',
      '██████████',
    ]);
    expect(bar(0.55, 10, { ...PLAIN, ascii: true })).toBe('######');
  });

  test('law: a gauge is always as wide, full only for all and empty only for nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 2, max: 100 }), (share, width) => {
        const drawn = gauge(share, width, PLAIN);
        expect(drawn).toHaveLength(width);
        expect(drawn.endsWith('░')).toBe(share < 1);
        expect(drawn.startsWith('█')).toBe(share > 0);
      }),
    );
  });

  test('a sparkline tells nothing from little', () => {
    expect(sparkline([0, 1, 50, 100], PLAIN)).toBe('·▁▄█');
    expect(sparkline([0, 0], PLAIN)).toBe('··');
  });
});

describe('text', () => {
  test('width in columns', () => {
    expect(['abc', '日本', 'é', 'e\u0301', '👍', `\u001b[1mx\u001b[22m`].map(widthOf)).toEqual([3, 4, 1, 1, 2, 1]);
  });

  test('what could steer a terminal is shown', () => {
    expect(safe('a\u001b[2J\u202eb\u0007')).toBe('a<U+001B>[2J<U+202E>b<U+0007>');
    expect(safe('naïve 日本 👩\u200d💻')).toBe('naïve 日本 👩\u200d💻');
  });

  test('law: cut fits, and is the text itself when that fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
        for (const shown of [cut(text, width), cutFront(text, width)]) {
          expect(widthOf(shown)).toBeLessThanOrEqual(width);
          if (widthOf(text) <= width) expect(shown).toBe(text);
        }
      }),
    );
  });

  test('of a path the end stays', () => {
    expect(cutFront('llama-factory/train.jsonl', 12)).toBe('…train.jsonl');
  });

  test('law: wrapped lines fit, and lose nothing but spaces', () => {
    const words = fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('日本語', '', 'x'.repeat(30))));
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 40 }), (list, width) => {
        const text = list.join(' ');
        const lines = wrap(text, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('wrapped code keeps its indentation', () => {
    expect(wrap('    if ready: run', 14)).toEqual(['    if ready:', '    run']);
  });

  test('a megabyte of one word or of control signs takes a moment', () => {
    const before = performance.now();
    wrap('x'.repeat(1_000_000), 76);
    safe('\u0007'.repeat(1_000_000));
    wrap(' '.repeat(1_000_000), 76);
    diffLines('a\n'.repeat(300_000), `b\n${'a\n'.repeat(300_000)}c`, 76, PLAIN);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});

describe('table', () => {
  test('aligns wide signs and gives the rest of the line to the column that fills', () => {
    const rows = [
      ['日本', '1', (room: number) => '='.repeat(room)],
      ['deutsch', '1,000', 'x'],
    ];
    const lines = table([{}, { align: 'right' }, { fill: true }], rows, { ...PLAIN, width: 40 });
    expect(lines).toEqual([`日本         1  ${'='.repeat(22)}`, 'deutsch  1,000  x']);
    expect(lines.map(widthOf)[0]).toBe(38);
  });

  test('a cell cannot break its row', () => {
    expect(table([{ most: 12 }, {}], [['a\nb', 'c']], PLAIN)).toEqual(['a<U+000A>b  c']);
  });
});

describe('lookFor', () => {
  const isColoured = (isTTY: boolean, env: Record<string, string>) => lookFor({ isTTY }, env).paint !== NO_PAINT;

  test('colours on terminals only, unless the environment says otherwise', () => {
    expect(isColoured(true, {})).toBe(true);
    expect(isColoured(false, {})).toBe(false);
    expect(isColoured(true, { NO_COLOR: '1' })).toBe(false);
    expect(isColoured(true, { NO_COLOR: '' })).toBe(true);
    expect(isColoured(true, { TERM: 'dumb' })).toBe(false);
    expect(isColoured(false, { FORCE_COLOR: '1' })).toBe(true);
    expect(isColoured(true, { FORCE_COLOR: '0' })).toBe(false);
  });

  test('as wide as the screen, within reason', () => {
    expect([undefined, 0, 20, 96, 400].map((columns) => lookFor({ columns: columns ?? 0 }, {}).width)).toEqual([
      80, 80, 40, 96, 110,
    ]);
  });
});

describe('diffLines', () => {
  test('shows changed lines only, each around its change', () => {
    const before = ['same', 'mail kim@example.com', 'same', 'x', 'end'].join('\n');
    const after = ['same', 'mail [EMAIL]', 'same', 'y', 'end'].join('\n');
    expect(diffLines(before, after, 60, PLAIN)).toEqual(['- mail kim@example.com', '+ mail [EMAIL]', '- x', '+ y']);
  });

  test('makes white space visible where it is all that changed', () => {
    expect(diffLines('a\u00a0b ', 'a b', 60, PLAIN)).toEqual(['- a<U+00A0>b·', '+ a·b']);
    expect(diffLines('a\r\nb', 'a\nb', 60, PLAIN)).toEqual(['- a<U+000D>', '+ a']);
  });

  test('says how much more there is', () => {
    const lines = (sign: string) => Array.from({ length: 20 }, () => sign).join('\n');
    expect(diffLines(lines('a'), lines('b'), 60, PLAIN).at(-1)).toBe('… 12 more lines changed');
  });
});

test('funnelOf tells the stages from the reasons', () => {
  const dropped = { total: 6, by_reason: { 'length.too_short': 3, 'dedup.exact': 1, 'length.too_long': 2 } };
  expect(funnelOf(10, dropped)).toEqual([
    { stage: 'length', in: 10, dropped: 5, reasons: { too_short: 3, too_long: 2 } },
    { stage: 'dedup', in: 5, dropped: 1, reasons: { exact: 1 } },
  ]);
});

test('writeJson writes one line', () => {
  const written: string[] = [];
  writeJson({ write: (text) => written.push(text) }, { command: 'export', text: 'a\nb' });
  expect(written).toEqual(['{"command":"export","text":"a\\nb"}\n']);
});

describe('describeStages', () => {
  test('lists options with defaults and descriptions, those inside others with a dot', () => {
    const options = z.strictObject({
      chars: z.number().default(50).describe('fewest characters'),
      near: z.strictObject({ threshold: z.number().default(0.8).describe('least similarity') }).prefault({}),
    });
    const stage = { name: 'a', kind: 'filter', summary: 'drops', options, reasons: { short: 'too short' } };
    expect(describeStages([stage], [])).toEqual({
      stages: [
        {
          name: 'a',
          kind: 'filter',
          summary: 'drops',
          section: null,
          options: [
            { name: 'chars', default: 50, description: 'fewest characters' },
            { name: 'near.threshold', default: 0.8, description: 'least similarity' },
          ],
          reasons: { short: 'too short' },
        },
      ],
      formats: [],
    });
  });

  test('every option of every registered stage has a default and a description', () => {
    const { stages } = describeStages(RECORD_STAGES, []);
    expect(stages).toHaveLength(RECORD_STAGES.length);
    for (const { name, options } of stages) {
      for (const option of options) {
        expect(option.default, `${name}.${option.name}`).toBeDefined();
        expect(option.description, `${name}.${option.name}`).not.toBe('');
      }
    }
  });
});
