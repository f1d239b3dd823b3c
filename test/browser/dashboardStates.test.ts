import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exchange } from '../commands/logs.ts';
import { accessProblems } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { largeProgress, largeStats } from './largeFolder.ts';
import { openPage, rowsOf } from './openPage.ts';
import { ServedFolder } from './servedFolder.ts';

/** The dashboard where things are missing: conversations, a token, a right, the stream of events, the service itself. */

const READ = 'made-up-token-that-reads-0001';
const WRITE = 'made-up-token-that-writes-002';
const ADMIN = 'made-up-token-that-does-all-3';

/** Chromium, the service and its thread share what processors there are. */
const SOON = { timeout: 10_000 };

const served = new ServedFolder();
const guarded = new ServedFolder();
let browser: Browser;

beforeAll(async () => {
  guarded.folder.write({
    'data/training_logs/conversations_2026-01-01.jsonl': Array.from({ length: 40 }, (_, number) => exchange(number)),
  });
  await Promise.all([served.start(), guarded.start({ tokens: `read:${READ},write:${WRITE},admin:${ADMIN}` })]);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([served.stop(), guarded.stop()]);
});

test('a fresh folder says how to send the first conversation, which then shows', async () => {
  const { context, page } = await openPage(browser, served.url, { bypassCSP: true });
  await page.locator('#empty').waitFor();
  expect(await page.textContent('#tile-records')).toBe('0');
  const command = (await page.locator('#empty pre').first().textContent()) ?? '';
  expect(command).toContain(`${served.url}/v1/conversations`);
  expect(await accessProblems(page)).toEqual([]);
  const sent = JSON.parse(/-d '(.*)'/.exec(command)?.[1] ?? '');
  expect((await served.post('/v1/conversations', sent)).status).toBe(201);
  await expect.poll(() => page.textContent('#tile-records'), SOON).toBe('1');
  await page.locator('#days').waitFor();
  expect(await page.locator('#empty').isHidden()).toBe(true);
  await context.close();
});

describe('with tokens', () => {
  async function signedIn(token: string): Promise<{ page: Page; close(): Promise<void> }> {
    const { context, page } = await openPage(browser, guarded.url, { bypassCSP: true });
    await page.getByLabel('Token', { exact: true }).fill(token);
    await page.keyboard.press('Enter');
    return { page, close: () => context.close() };
  }

  test('it asks for one, keeps it in the tab alone, and forgets it', async () => {
    const { page, close } = await signedIn('nobody-knows-this-token');
    await page.locator('#token-problem', { hasText: 'The service does not know this token' }).waitFor();
    expect(await accessProblems(page)).toEqual([]);
    await page.getByLabel('Token', { exact: true }).fill(ADMIN);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('#tile-records'), SOON).toBe('40');
    await page.locator('#connection[data-kind=live]').waitFor();
    expect(page.url()).toBe(`${guarded.url}/`);
    expect(await page.evaluate('JSON.stringify([localStorage, document.cookie])')).toBe('[{},""]');
    await page.reload();
    await expect.poll(() => page.textContent('#tile-records'), SOON).toBe('40');
    await page.getByRole('button', { name: 'Forget token' }).click();
    await page.getByLabel('Token', { exact: true }).waitFor();
    expect(await page.locator('#board').isHidden()).toBe(true);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
    await close();
  });

  test('a token that may only read sees all but exports', async () => {
    const { page, close } = await signedIn(READ);
    await expect.poll(() => page.textContent('#tile-records'), SOON).toBe('40');
    await page.getByText('Not for this token').waitFor();
    expect(await page.getByText('Not for this token').count()).toBe(1);
    expect(await page.locator('#export-button').isHidden()).toBe(true);
    await close();
  });

  test('a token that may only write is told so at every panel', async () => {
    const { page, close } = await signedIn(WRITE);
    await page.getByText('Not for this token').first().waitFor();
    expect(await page.getByText('Not for this token').count()).toBeGreaterThan(4);
    expect(await accessProblems(page)).toEqual([]);
    await close();
  });
});

test('without the event stream it asks every so often', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let asked = 0;
  await page.route('**/v1/events', (route) => {
    asked++;
    return route.abort();
  });
  await page.route(`${served.url}/`, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace('seconds" content="30"', 'seconds" content="1"');
    await route.fulfill({ response: answer, body });
  });
  await page.goto(served.url);
  await page.locator('#connection[data-kind=refresh]').waitFor();
  expect(await page.textContent('#connection-words')).toBe('Every 1 s');
  const before = Number(await page.textContent('#tile-records'));
  await served.post('/v1/conversations', { user_message: 'And another one?', assistant_message: 'Here it is, whole.' });
  await expect.poll(() => page.textContent('#tile-records'), SOON).toBe(String(before + 1));
  await pause(2000);
  // Ever more seldom, not as fast as it can.
  expect(asked).toBeLessThan(8);
  await context.close();
});

test('it says that the service is away, and is back by itself', async () => {
  const { context, page } = await openPage(browser, served.url, { bypassCSP: true });
  await page.locator('#connection[data-kind=live]').waitFor();
  const before = Number(await page.textContent('#tile-records'));
  await served.stop();
  await page.locator('#connection[data-kind=away]').waitFor();
  expect(await page.textContent('#announcer')).toContain('Service away');
  await pause(1200);
  expect(await page.textContent('#banner')).toMatch(/cannot be reached.*numbers below are \d+ s old/);
  expect(Number(await page.textContent('#tile-records'))).toBe(before);
  expect(await accessProblems(page)).toEqual([]);
  await served.restart();
  await page.locator('#connection[data-kind=live]').waitFor({ timeout: 45_000 });
  expect(await page.locator('#banner').isHidden()).toBe(true);
  expect(await page.textContent('#announcer')).toBe('The service is back.');
  await served.post('/v1/conversations', { user_message: 'One more?', assistant_message: 'One more, and no less.' });
  await expect.poll(() => page.textContent('#tile-records'), SOON).toBe(String(before + 1));
  await context.close();
});

test('it can be walked through by keys, and the focus is seen', async () => {
  const { context, page } = await openPage(browser, guarded.url);
  await page.locator('#token').waitFor();
  await page.locator('#token').fill(ADMIN);
  await page.keyboard.press('Enter');
  await page.locator('#connection[data-kind=live]').waitFor();
  await page.reload();
  await page.locator('#connection[data-kind=live]').waitFor();
  const walked: string[] = [];
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    const [name, outline] = String(
      await page.evaluate(`(() => {
        const one = document.activeElement;
        const shown = one.matches('[name=theme]') ? one.nextElementSibling : one;
        return [one.id || one.textContent.trim() || one.value, getComputedStyle(shown).outlineStyle].join('|');
      })()`),
    ).split('|');
    if ((await page.evaluate('document.activeElement === document.body')) === true) break;
    walked.push(name ?? '');
    expect(outline, name).not.toBe('none');
  }
  expect(walked[0]).toBe('Skip to the numbers');
  expect(walked).toEqual(
    expect.arrayContaining(['forget-token', 'export-format', 'export-button', 'Numbers: Progress']),
  );
  await page.locator('summary', { hasText: 'Progress' }).focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#progress details[open]').count()).toBe(1);
  await page.locator('input[name=theme]:checked').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toContain('dark');
  await context.close();
});

test('comments do no harm even where the service let anything through', async () => {
  const { context, page, complaints } = await openPage(browser, guarded.url, {
    width: 320,
    height: 700,
    bypassCSP: true,
  });
  const comments = [
    { comment: '<img src=x onerror="window.broken = 1">', stars: 1, thumbs: null },
    { comment: `\u202e\u2067${'turned '.repeat(20)}`, stars: null, thumbs: 'up' },
    { comment: 'x'.repeat(10_000), stars: 1e9, thumbs: null },
    { comment: 'e\u0301\u0302\u0303'.repeat(800), stars: -3, thumbs: null },
  ].map((comment, place) => ({ ...comment, conversation_id: `<b>${'i'.repeat(200)}${place}`, timestamp: 'no time' }));
  await page.route('**/v1/comments', (route) => route.fulfill({ json: { comments } }));
  await page.locator('#token').fill(ADMIN);
  await page.keyboard.press('Enter');
  const items = page.locator('#comments li');
  await items.first().waitFor();
  expect(await items.count()).toBe(4);
  expect(await page.locator('#comments img, #comments b').count()).toBe(0);
  expect(await page.evaluate('window.broken')).toBeUndefined();
  expect((await items.nth(2).locator('.words').textContent())?.length).toBeLessThan(300);
  await items.nth(2).getByRole('button', { name: 'Show all' }).click();
  expect((await items.nth(2).locator('.words').textContent())?.length).toBe(10_000);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  // What turns the direction of a comment ends with it: the time beside the next one is where it always is.
  const places = await page.evaluate(
    `[...document.querySelectorAll('#comments .comment-head')].map((one) => getComputedStyle(one).direction)`,
  );
  expect(places).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);
  expect(await accessProblems(page)).toEqual([]);
  expect(complaints.filter((words) => !words.includes('401'))).toEqual([]);
  await context.close();
});

test('a large folder stays readable', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 700 }, bypassCSP: true });
  const page = await context.newPage();
  await page.route('**/v1/stats', (route) => route.fulfill({ json: largeStats }));
  await page.route('**/v1/progress', (route) => route.fulfill({ json: largeProgress }));
  await page.goto(served.url);
  await page.locator('#days').waitFor();
  expect((await rowsOf(page, 'days')).length).toBeLessThanOrEqual(92);
  expect(await page.locator('#languages .legend li').count()).toBeLessThanOrEqual(7);
  expect(await page.locator('#languages .legend').textContent()).toContain('others (54)');
  expect(await rowsOf(page, 'languages')).toHaveLength(60);
  expect(await rowsOf(page, 'losses')).toHaveLength(40);
  expect(await page.evaluate(`document.getElementById('losses-chart').clientHeight`)).toBeLessThan(500);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await page.textContent('#tile-records')).toBe('3,650,000');
  expect(await accessProblems(page)).toEqual([]);
  await context.close();
});
