import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, dayNumber } from '../../src/measures/calendar.ts';
import { cardsOf } from '../../src/report/page/cards.ts';
import { binsAfter, dayBins, sumByBin } from '../../src/report/page/dayBins.ts';
import { html, scriptJson } from '../../src/report/page/html.ts';
import { renderPage } from '../../src/report/page/page.ts';
import { STYLE } from '../../src/report/page/style.ts';
import type { PageData } from '../../src/report/types.ts';
import { contrast } from '../contrast.ts';
import { pageSample as data, HOSTILE } from './pageSamples.ts';
import * as samples from './samples.ts';

const parts = { script: 'void 0;', version: '1.2.3' };

function cardOf(given: PageData, id: string) {
  const card = cardsOf(given).find(({ chart }) => chart.id === id);
  if (card === undefined) throw new Error(`no chart ${id}`);
  return card;
}

test('the policy of the page lets its own script and style pass, and nothing else', () => {
  const page = renderPage(data, parts);
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src ${sha(parts.script)};`);
  expect(policy).toContain(`style-src ${sha(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '')};`);
  expect(page).not.toMatch(/\sstyle="|\son\w+="|https?:/);
});

test('labels of the logs cannot break out', () => {
  const page = renderPage({ ...data, stats: { ...data.stats, intents: { [HOSTILE]: 3 } } }, parts);
  expect(page).not.toContain(HOSTILE);
  expect(page).not.toContain('<img');
  const json = /<script type="application\/json" id="charts">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
  expect(json).not.toMatch(/[<>]/);
  expect(JSON.stringify(JSON.parse(json))).toContain(HOSTILE);
});

test('every chart has a table with its numbers, and ids are given once', () => {
  const page = renderPage(data, parts);
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const canvases = [
    ...page.matchAll(/<canvas id="(\w+)" role="img" aria-labelledby="([\w-]+)" aria-describedby="([\w-]+)"/g),
  ];
  expect(canvases).toHaveLength(cardsOf(data).length);
  for (const [, , title, table] of canvases) expect(ids).toEqual(expect.arrayContaining([title, table]));
});

test('numbers are those of the report', () => {
  const { chart } = cardOf(data, 'losses');
  const drawn = Object.fromEntries(chart.labels.map((label, place) => [label, chart.series[0]?.values[place]]));
  expect(drawn).toEqual(data.stats.dropped.by_reason);
  const days = cardOf(data, 'days').chart;
  const sum = (values: readonly (number | null)[] = []) =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  expect(sum(days.series[0]?.values)).toBe(data.stats.days.reduce((total, { kept }) => total + kept, 0));
  const progress = cardOf(data, 'progress').chart.series[0]?.values.filter((value) => value !== null);
  expect(progress?.at(-1)).toBe(data.progress.days.reduce((total, { kept }) => total + kept, 0));
});

test('the forecast goes on from the day of the report, at the pace and to the day that it names', () => {
  const days = Array.from({ length: 40 }, (_, day) => ({ date: dateOf(20_000 + day), kept: 5 }));
  const progress = { ...samples.progress, milestones: [], days, kept: 200, goal: 230, per_day: 5, eta: dateOf(20_056) };
  const [known, ahead] = cardOf({ ...data, progress }, 'progress').chart.series;
  expect(known?.values.slice(38, 41)).toEqual([195, 200, null]);
  // The newest log is of day 20,039, the report of day 20,050.
  expect(ahead?.values.slice(39, 58)).toEqual([
    ...Array.from({ length: 11 }, () => 200),
    205,
    210,
    215,
    220,
    225,
    230,
    235,
    240,
  ]);
  const done = cardOf({ ...data, progress: { ...progress, goal: 100 } }, 'progress').chart.series;
  expect(done.map(({ name }) => name)).not.toContain('at this pace');
});

test('many labels are added up, and none is lost', () => {
  const frameworks = Object.fromEntries(Array.from({ length: 40 }, (_, place) => [`f${place}`, 40 - place]));
  const { chart } = cardOf({ ...data, stats: { ...data.stats, frameworks } }, 'frameworks');
  expect(chart.labels).toHaveLength(12);
  expect(chart.labels.at(-1)).toBe('other (29)');
  expect(chart.series[0]?.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(820);
});

test('a project without anything has a page without charts', () => {
  const none = { ...data, stats: samples.emptyStats, progress: samples.emptyProgress, splits: {}, lengths: [] };
  const page = renderPage({ ...none, clusters: { clusters: 0, members: 0, sizes: [] } }, parts);
  expect(page).toContain('There are no conversations yet.');
  expect(page).not.toContain('<canvas');
});

describe('days', () => {
  const day = fc.integer({ min: dayNumber('1999-01-01'), max: dayNumber('2040-01-01') });

  test('bins cover every day once, in order, and are not too many for what they are', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2500 }), (start, length) => {
        const found = dayBins(dateOf(start), dateOf(start + length));
        expect(found.bins[0]?.start).toBeLessThanOrEqual(start);
        expect(found.bins.at(-1)?.end).toBeGreaterThan(start + length);
        for (const [place, bin] of found.bins.entries())
          expect(bin.start).toBe(found.bins[place - 1]?.end ?? bin.start);
        expect(found.bins.length).toBeLessThanOrEqual(92);
        const after = binsAfter(found, 3);
        expect(after[0]?.start).toBe(found.bins.at(-1)?.end);
        const days = [start, start + length].map((number) => ({ date: dateOf(number) }));
        expect(sumByBin(found, days, () => 1).reduce((sum, one) => sum + one, 0)).toBe(2);
      }),
    );
  });

  test('weeks begin on Mondays, months are named', () => {
    const weeks = dayBins('2026-09-02', '2027-01-01');
    expect(weeks.every).toBe('week');
    expect(weeks.bins[0]?.label).toBe('2026-08-31');
    expect(dayBins('2020-03-05', '2026-01-01').bins[0]).toMatchObject({
      label: '2020-03',
      end: dayNumber('2020-04-01'),
    });
  });
});

test('what is put into HTML is escaped, but for what is HTML', () => {
  expect(html`<p title="${'"&\''}">${'<b>'}${html`<i>${1}</i>`}</p>`.text).toBe(
    '<p title="&quot;&amp;&#39;">&lt;b&gt;<i>1</i></p>',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { text } = scriptJson(value);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

const palettes = [...STYLE.matchAll(/\{(--page:[^}]*)/g)].map(([, colours = '']) => colours);

test('there are colours for light and for dark screens', () => expect(palettes).toHaveLength(2));

test.each(palettes)('contrasts of %s', (colours) => {
  const colour = (name: string): string => new RegExp(`--${name}:(#[\\da-f]+)`).exec(colours)?.[1] ?? '';
  for (const behind of [colour('card'), colour('page')]) {
    expect(contrast(colour('text'), behind)).toBeGreaterThan(7);
    expect(contrast(colour('quiet'), behind)).toBeGreaterThan(7);
  }
  for (const tone of ['strong', 'soft', 'other'])
    expect(contrast(colour(tone), colour('card')), tone).toBeGreaterThan(3);
  // Kept and dropped stand on each other: they must part without colour.
  expect(contrast(colour('strong'), colour('soft'))).toBeGreaterThan(2);
});
