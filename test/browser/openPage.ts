import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

export interface OpenedPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
  /** Every address that it asked for. */
  readonly requests: string[];
}

export interface Screen extends BrowserContextOptions {
  readonly width?: number;
  readonly height?: number;
}

/** Opens an address in a browser of its own, and notes what the browser says and asks for. */
export async function openPage(browser: Browser, address: string, screen: Screen = {}): Promise<OpenedPage> {
  const { width = 1440, height = 900, ...options } = screen;
  const context = await browser.newContext({ viewport: { width, height }, timezoneId: 'Asia/Kolkata', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  return { context, page, complaints, requests };
}

/** The rows of a table of numbers below a chart. */
export async function rowsOf(page: Page, id: string): Promise<string[][]> {
  const rows: unknown = await page.evaluate(
    `[...document.querySelectorAll('#${id}-table tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))`,
  );
  if (!Array.isArray(rows)) throw new Error(`no table of ${id}`);
  return rows.map((row: unknown) => (Array.isArray(row) ? row.map(String) : []));
}

/** `1,234` as 1234. */
export function plain(number: string | null | undefined): number {
  return Number(number?.replaceAll(',', ''));
}
