import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/browser/chromium.ts';

/** A made-up page; nobody asks a network for it. */
const PAGE = 'https://chat.example.com/';
const SERVICE = 'https://curate.example.com';

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 24px; display: grid; grid-template-columns: 1fr 1fr; gap: 24px; }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 12px; padding: 16px 20px; }
h2 { font-size: 14px; font-weight: 600; margin: 0 0 8px; opacity: .75; }
.own { --curate-accent: light-dark(#b45309, #fbbf24); }
.own::part(status) { font-style: italic; }`;

/** What the six widgets show: a heading, attributes, and how it gets there. */
const STATES: readonly (readonly [string, string, (page: Page, id: string) => Promise<void>])[] = [
  ['kind="thumbs"', 'kind="thumbs"', async () => {}],
  ['kind="stars"', 'kind="stars"', async () => {}],
  ['after a choice, with room for a comment', 'kind="thumbs"', (page, id) => press(page, id, 'Not helpful')],
  ['a colour of the page’s own', 'kind="stars" class="own"', (page, id) => press(page, id, '4 of 5 stars')],
  ['comment="off"', 'kind="thumbs" comment="off"', (page, id) => press(page, id, 'Helpful')],
  ['nothing came back', 'kind="stars"', (page, id) => press(page, id, '2 of 5 stars')],
];

/** Photographs the widget for docs/widget.md: `npm run pictures`, in the folder of the project, where there is a Chromium. */
const browser = await launchChromium();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ viewport: { width: 960, height: 640 }, colorScheme });
    const page = await context.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: documentOfStates() }));
    await page.route('**/widget.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: readFileSync('dist/widget/widget.js', 'utf8') }),
    );
    await page.route('**/v1/feedback', (route) => {
      const isLast =
        route
          .request()
          .postData()
          ?.includes(`"c${STATES.length - 1}"`) === true;
      return isLast ? route.abort() : route.fulfill({ status: 201, headers: { 'access-control-allow-origin': '*' } });
    });
    await page.goto(PAGE);
    for (const [place, [, , arrive]] of STATES.entries()) await arrive(page, `c${place}`);
    await page.getByText('That could not be sent.').waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join('docs', 'images', `widget-${colorScheme}.png`), fullPage: true });
    await context.close();
  }
} finally {
  await browser.close();
}

function documentOfStates(): string {
  const articles = STATES.map(
    ([heading, attributes], place) =>
      `<article><h2>${heading}</h2><curate-feedback conversation="c${place}" ${attributes}></curate-feedback></article>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><script src="${SERVICE}/widget.js"></script>${articles.join('')}`;
}

async function press(page: Page, id: string, name: string): Promise<void> {
  const widget = page.locator(`curate-feedback[conversation=${id}]`);
  await widget.getByLabel(name, { exact: true }).click();
  await widget.getByRole('status').getByText(/\.$/).waitFor();
}
