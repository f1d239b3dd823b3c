import { createHash } from 'node:crypto';
import type { PageData } from '../types.ts';
import { type Card, cardHtml } from './card.ts';
import { cardsOf } from './cards.ts';
import { headHtml } from './head.ts';
import { Html, html, scriptJson } from './html.ts';
import { STYLE } from './style.ts';

/** What the page is made with. */
export interface PageParts {
  /** JavaScript that draws the charts; it stands in the page as it is. */
  readonly script: string;
  /** Of this program. */
  readonly version: string;
}

/**
 * `curate report` as one HTML file: nothing is loaded, and its policy forbids that anything be. It holds counts, names of
 * stages and labels, never text of a log or an id.
 */
export function renderPage(data: PageData, { script, version }: PageParts): string {
  const cards = cardsOf(data);
  const charts = cards.map(({ chart }) => chart);
  const policy = `default-src 'none'; script-src ${sourceOf(script)}; style-src ${sourceOf(STYLE)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const empty = data.stats.records === 0 ? html`<p class="card">There are no conversations yet.</p>` : html``;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>Data set report</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
${headHtml(data)}${empty}${groupsOf(cards).map(groupHtml)}<footer>Made by curate ${version}. All days are UTC.</footer>
</main>
${scriptElement(scriptJson(charts), ' type="application/json" id="charts"')}
${scriptElement(new Html(script))}
</body>
</html>
`.text;
}

/** Cards in a row that are wide, or that are not. */
function groupsOf(cards: readonly Card[]): Card[][] {
  const groups: Card[][] = [];
  for (const card of cards) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.wide === card.wide) last.push(card);
    else groups.push([card]);
  }
  return groups;
}

function groupHtml(cards: readonly Card[]): Html {
  return html`<div class="${cards[0]?.wide === true ? 'stack' : 'flow'}">
${cards.map(cardHtml)}</div>
`;
}

/** Not by the tag `html`: bundlers rewrite tagged templates in which a script ends, and want a library for it. */
function scriptElement(content: Html, attributes = ''): Html {
  return new Html(`<script${attributes}>${content.text}</script>`);
}

/** What a policy calls an inline script or style (CSP 3, 2.3.1). */
function sourceOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
