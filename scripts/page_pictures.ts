import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../test/browser/chromium.ts';

/** What is photographed: the top of the page, as a screen shows it before anybody scrolls, and of a desk's more than that. */
const PICTURES = [
  { name: 'report-desk-light', width: 1120, height: 1300, colorScheme: 'light' },
  { name: 'report-desk-dark', width: 1120, height: 1300, colorScheme: 'dark' },
  { name: 'report-phone-light', width: 390, height: 1300, colorScheme: 'light' },
  { name: 'report-phone-dark', width: 390, height: 1300, colorScheme: 'dark' },
] as const;

/**
 * Photographs the page that the built program writes of the bundled sample, for the documentation: `npm run pictures`, in
 * the folder of the project, where there is a Chromium.
 */
const page = resolve('build', 'report.html');
execFileSync(process.execPath, ['dist/cli.js', 'report', '-o', page, '--quiet']);
const folder = join('docs', 'images');
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  for (const { name, width, height, colorScheme } of PICTURES) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(page).href);
    await tab.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
}
