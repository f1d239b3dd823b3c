import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';
import { serveSample } from './pictures/serveSample.ts';

/** What is photographed: the top of the page, as a screen shows it before anybody scrolls, and of a desk's more than that. */
const SCREENS = [
  { name: 'desk-light', width: 1120, height: 1300, colorScheme: 'light' },
  { name: 'desk-dark', width: 1120, height: 1300, colorScheme: 'dark' },
  { name: 'phone-light', width: 390, height: 1300, colorScheme: 'light' },
  { name: 'phone-dark', width: 390, height: 1300, colorScheme: 'dark' },
] as const;

/** The desk of who watches the dashboard is wider than the page that is mailed, and what fits on it is seen at once. */
const WATCHED = { width: 1440, height: 990 };

/**
 * Photographs the page that the built program writes of the bundled sample, and the dashboard of the same, for the
 * documentation: `npm run pictures`, in the folder of the project, where there is a Chromium.
 */
const folder = join('docs', 'images');
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  const page = resolve('build', 'report.html');
  execFileSync(process.execPath, ['dist/cli.js', 'report', '-o', page, '--quiet']);
  for (const screen of SCREENS) await photograph(browser, 'report', pathToFileURL(page).href, screen);
  const sample = await serveSample();
  try {
    for (const screen of SCREENS) {
      const size = screen.width < 500 ? {} : WATCHED;
      await photograph(browser, 'dashboard', sample.url, { ...screen, ...size }, (tab) =>
        tab.locator('#connection[data-kind=live]').waitFor(),
      );
    }
  } finally {
    await sample.stop();
  }
} finally {
  await browser.close();
}

interface Screen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: 'light' | 'dark';
}

async function photograph(
  browser: Browser,
  what: string,
  address: string,
  { name, width, height, colorScheme }: Screen,
  isReady: (tab: Page) => Promise<void> = async () => {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  const tab = await context.newPage();
  await tab.goto(address);
  await isReady(tab);
  await tab.screenshot({ path: join(folder, `${what}-${name}.png`) });
  await context.close();
}
