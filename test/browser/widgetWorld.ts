import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';
import { type Serving, serve } from '../commands/serving.ts';
import { Workdir } from '../commands/workdir.ts';
import { launchChromium } from './chromium.ts';
import { openSite, type Site, type SitePage } from './widgetSite.ts';

const TOKEN = 'made-up-token-of-a-web-page-0123456789';
const WRITER = 'made-up-token-of-a-chatbot-0123456789';

const objects = z.array(z.record(z.string(), z.unknown()));
type Objects = z.infer<typeof objects>;

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained of. */
  readonly complaints: string[];
  /** Bodies of all requests for feedback. */
  readonly sent: unknown[];
  /** Details of the widgets' events so far. */
  events(): Promise<Objects>;
}

const LISTEN = `
addEventListener('curate-feedback', ({ detail }) => (window.told ??= []).push(detail));
addEventListener('securitypolicyviolation', ({ violatedDirective }) => console.error('policy: ' + violatedDirective));`;

/** A running service, a page of another origin that may ask it, and a browser. */
export class WidgetWorld {
  private constructor(
    readonly folder: Workdir,
    readonly service: Serving,
    readonly site: Site,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<WidgetWorld> {
    const folder = new Workdir();
    const site = await openSite();
    folder.write({
      'config.yaml': `serve: { origins: ['${site.origin}'], tokens_file: tokens, max_feedback_per_minute: 1000 }\n`,
      tokens: `feedback ${TOKEN}\nwrite ${WRITER}\n`,
    });
    const service = await serve(folder, ['--config', 'config.yaml']);
    return new WidgetWorld(folder, service, site, await launchChromium());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.service.stop();
    await this.site.close();
  }

  /** The tag that a page needs, and widgets with these attributes. */
  embedded(...widgets: readonly string[]): string {
    return this.tag + widgets.map((attributes) => `<curate-feedback ${attributes}></curate-feedback>`).join('');
  }

  get tag(): string {
    return `<script src="${this.service.url}/widget.js" data-token="${TOKEN}"></script>`;
  }

  /** Opens a page that is on the list of `serve.origins`. */
  async visit(page: SitePage, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(10_000);
    await context.addInitScript(LISTEN);
    const tab = await context.newPage();
    const complaints: string[] = [];
    const sent: unknown[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postDataJSON());
    });
    await tab.goto(this.site.put(page));
    const events = async () => objects.parse(await tab.evaluate('window.told ?? []'));
    return { context, page: tab, complaints, sent, events };
  }

  /** Every line of feedback on a conversation that is in the files, in their order. */
  stored(conversation: string): Objects {
    const files = this.folder.list('data/training_logs').filter((name) => name.startsWith('feedback'));
    const lines = files.flatMap((name) => this.folder.read(`data/training_logs/${name}`).trimEnd().split('\n'));
    return objects.parse(lines.map((line) => JSON.parse(line))).filter((one) => one.conversation_id === conversation);
  }

  /** Logs an exchange of nobody, as a chatbot does. */
  async log(conversation_id: string): Promise<string> {
    const answer = await fetch(`${this.service.url}/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${WRITER}` },
      body: JSON.stringify({ conversation_id, user_message: 'Where is it?', assistant_message: 'It is on its way.' }),
    });
    expect(answer.status).toBe(201);
    return conversation_id;
  }
}

/** It is said where screen readers listen. */
export async function thanked(page: Page): Promise<void> {
  await said(page, 'Thank you for your feedback.');
}

export async function failed(page: Page): Promise<void> {
  await said(page, 'That could not be sent.');
}

async function said(page: Page, text: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor();
}

/** The next requests for feedback get no answer. */
export async function cutOff(page: Page, times: number): Promise<void> {
  await page.route('**/v1/feedback', (route) => route.abort(), { times });
}

/** Of the first button of the first widget. */
export async function styleOf(page: Page, property: string): Promise<string> {
  const button = 'document.querySelector("curate-feedback").shadowRoot.querySelector("button")';
  return z.string().parse(await page.evaluate(`getComputedStyle(${button}).getPropertyValue("${property}")`));
}
