import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderPage } from '../../src/report/page/page.ts';
import { SAMPLE } from '../commands/logs.ts';
import { Workdir } from '../commands/workdir.ts';
import { HOSTILE, pageSample } from '../report/pageSamples.ts';
import { launchChromium } from './chromium.ts';

/** The page that `curate report` writes of the bundled sample, in a real browser. */

/** Ours: a page that is mailed around. */
const MOST_BYTES = 400_000;

const counts = z.record(z.string(), z.number());
const statsSchema = z.object({
  ...{ records: z.number(), kept: z.number() },
  days: z.array(z.object({ date: z.string(), records: z.number(), kept: z.number() })),
  feedback: z.object({ rate: z.number(), positive_rate: z.number(), stars: counts }),
  ...{ languages: counts, intents: counts, complexity: counts },
  dropped: z.object({ by_reason: counts }),
});
const tableSchema = z.array(z.array(z.string()));

const folder = new Workdir();
const file = join(folder.path, 'data/curated/report.html');
let browser: Browser;
let stats: z.infer<typeof statsSchema>;

beforeAll(async () => {
  cpSync(SAMPLE, join(folder.path, 'data/training_logs'), { recursive: true });
  expect((await folder.run(['report', '--quiet'])).code).toBe(0);
  stats = statsSchema.parse(JSON.parse((await folder.run(['stats', '--json', '--quiet'])).stdout));
  browser = await launchChromium();
});

afterAll(() => browser?.close());

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of, and every address that it asked for. */
  readonly complaints: string[];
  readonly requests: string[];
}

async function open(width: number, colorScheme: 'light' | 'dark' = 'light', path = file): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { context, page, complaints, requests };
}

/** By canvas: how many of its pixels have each of the colours that charts are drawn in. */
const PIXELS = `(() => {
  const style = getComputedStyle(document.documentElement);
  const rgb = (name) => {
    const hex = style.getPropertyValue('--' + name).trim().slice(1);
    return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  };
  const tones = ['strong', 'soft', 'other'].map((name) => [name, rgb(name)]);
  return Object.fromEntries([...document.querySelectorAll('canvas')].map((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const found = { strong: 0, soft: 0, other: 0 };
    for (let at = 0; at < data.length; at += 4)
      for (const [name, [r, g, b]] of tones) if (data[at] === r && data[at + 1] === g && data[at + 2] === b && data[at + 3] === 255) found[name]++;
    return [canvas.id, found];
  }));
})()`;

const pixelsSchema = z.record(z.string(), z.object({ strong: z.number(), soft: z.number(), other: z.number() }));

async function pixels(page: Page) {
  return pixelsSchema.parse(await page.evaluate(PIXELS));
}

async function tableOf(page: Page, id: string): Promise<string[][]> {
  const rows = `[...document.querySelectorAll('#${id}-table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`;
  return tableSchema.parse(await page.evaluate(rows));
}

/** `--strong` of the style for light screens and paper, and for dark ones, as a PDF writes them. */
const PAPER_STRONG = '.122 .353 .549';
const DARK_STRONG = '.490 .722 .918';

/** The colours that a PDF fills with, to three decimals; a canvas is printed as shapes. */
function coloursIn(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)].map(([, stream = '']) =>
    Buffer.from(stream, 'latin1'),
  );
  return streams
    .flatMap((stream) => [...inflated(stream).matchAll(/([\d.]{1,12}) ([\d.]{1,12}) ([\d.]{1,12}) rg\b/g)])
    .map(([, ...channels]) => channels.map((channel) => Number(channel).toFixed(3).replace(/^0/, '')).join(' '));
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return ''; // a picture or a font
  }
}

const plain = (number: string | undefined): number => Number(number?.replaceAll(',', ''));

describe.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('%i pixels wide, %s', (width, scheme) => {
  test('every chart is drawn, nothing is asked of a network, nobody has to scroll sideways', async () => {
    const { context, page, complaints, requests } = await open(width, scheme);
    const drawn = await pixels(page);
    expect(Object.keys(drawn).length).toBeGreaterThan(8);
    for (const [id, { strong }] of Object.entries(drawn)) expect(strong, id).toBeGreaterThan(50);
    expect(drawn.days?.soft).toBeGreaterThan(50);
    expect(drawn.lengths?.other).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith('data:'))).toEqual([pathToFileURL(file).href]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await context.close();
  });
});

test('it says what `curate stats` says', async () => {
  const { context, page } = await open(1280);
  expect(plain((await page.textContent('#tile-records')) ?? '')).toBe(stats.records);
  expect(plain((await page.textContent('#tile-kept')) ?? '')).toBe(stats.kept);
  expect(await page.textContent('#tile-rated')).toBe(`${(stats.feedback.rate * 100).toFixed(1)} %`);
  expect(await page.textContent('#tile-positive')).toBe(`${(stats.feedback.positive_rate * 100).toFixed(1)} %`);
  for (const [id, expected] of Object.entries({
    losses: stats.dropped.by_reason,
    ratings: stats.feedback.stars,
    languages: stats.languages,
    intents: stats.intents,
    complexity: stats.complexity,
  })) {
    const rows = await tableOf(page, id);
    expect(Object.fromEntries(rows.map(([label = '', value]) => [label, plain(value)])), id).toEqual(expected);
  }
  const days = (await tableOf(page, 'days')).map(([date, kept, dropped]) => ({
    date,
    records: plain(kept) + plain(dropped),
    kept: plain(kept),
  }));
  expect(days).toEqual(stats.days);
  await context.close();
});

test('columns are as high as their numbers', async () => {
  const { context, page } = await open(1280);
  const drawn = await pixels(page);
  const { kept, dropped } = { kept: stats.kept, dropped: stats.records - stats.kept };
  const { strong = 0, soft = 0 } = drawn.days ?? {};
  expect(soft / strong).toBeGreaterThan((dropped / kept) * 0.75);
  expect(soft / strong).toBeLessThan((dropped / kept) * 1.25);
  await context.close();
});

test('its policy forbids every request, and scripts that are put into it', async () => {
  const { context, page } = await open(1280);
  const refused = `fetch('https://example.com/').then(() => 'asked', () => 'refused')`;
  expect(await page.evaluate(refused)).toBe('refused');
  const injected = `(() => { const one = document.createElement('script'); one.textContent = 'window.broken = 1'; document.body.append(one); return window.broken; })()`;
  expect(await page.evaluate(injected)).toBeUndefined();
  await context.close();
});

test('colours follow the reader’s, and paper is white', async () => {
  const { context, page } = await open(1280, 'light');
  const strong = 'getComputedStyle(document.documentElement).getPropertyValue("--strong")';
  const before = await page.evaluate(strong);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(strong)).not.toBe(before);
  await expect.poll(async () => (await pixels(page)).days?.strong).toBeGreaterThan(50);
  const colours = coloursIn(await page.pdf({ format: 'A4', printBackground: true }));
  expect(colours.filter((colour) => colour === PAPER_STRONG).length).toBeGreaterThan(
    Object.keys(stats.languages).length,
  );
  expect(colours).not.toContain(DARK_STRONG);
  await context.close();
});

test('it can be read without seeing the charts', async () => {
  const { context, page } = await open(1280);
  expect(await page.title()).toBe('Data set report');
  const unnamed = `[...document.querySelectorAll('canvas')].filter((canvas) => !['aria-labelledby', 'aria-describedby'].every((name) => document.getElementById(canvas.getAttribute(name)))).length`;
  expect(await page.evaluate(unnamed)).toBe(0);
  expect(await page.evaluate('document.documentElement.lang')).toBe('en');
  expect(await page.locator('h1').count()).toBe(1);
  await page.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('details[open]').count()).toBe(1);
  await context.close();
});

test('no text of a log and no id stands in it, and it is small', () => {
  const page = readFileSync(file, 'utf8');
  expect(page.length).toBeLessThan(MOST_BYTES);
  const lines = readFileSync(new URL('conversations_2026-10-20.jsonl', SAMPLE), 'utf8').split('\n');
  const values = lines.flatMap((line) => [...line.matchAll(/:"([^"\\]{12,})/g)].map(([, text = '']) => text));
  const said = values.filter((text) => /[ 。]/.test(text));
  const people = lines.flatMap((line) => [...line.matchAll(/"(u-\d+|s-\d+)"/g)].map(([, id = '']) => id));
  expect(Math.min(said.length, people.length)).toBeGreaterThan(60);
  expect([...said, ...people].filter((text) => page.includes(text))).toEqual([]);
});

test('labels cannot break out, should a log ever bring such ones', async () => {
  const script = readFileSync(new URL('../../dist/page/charts.js', import.meta.url), 'utf8');
  const hostile = { ...pageSample, stats: { ...pageSample.stats, intents: { [HOSTILE]: 3 } } };
  folder.write({ 'hostile.html': renderPage(hostile, { script, version: '1.2.3' }) });
  const { context, page, complaints } = await open(1280, 'light', join(folder.path, 'hostile.html'));
  expect(await page.locator('img').count()).toBe(0);
  expect(await tableOf(page, 'intents')).toEqual([[HOSTILE, '3']]);
  expect((await pixels(page)).intents?.strong).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
  await context.close();
});
