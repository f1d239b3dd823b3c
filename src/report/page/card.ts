import { decimal } from '../numbers.ts';
import type { ChartSpec } from './chartSpec.ts';
import { type Html, html } from './html.ts';

/** A chart with its title, what it shows in a sentence, and its numbers as a table. */
export interface Card {
  readonly title: string;
  readonly sentence: string;
  readonly chart: ChartSpec;
  /** What the first column of the table holds. */
  readonly of: string;
  /** It takes the whole width of the page. */
  readonly wide?: boolean;
}

/** A canvas means nothing to who cannot see it: the sentence stands for it, and the table has all that it shows. */
export function cardHtml({ title, sentence, chart, of }: Card): Html {
  const { id, kind, labels } = chart;
  return html`<figure class="card">
<figcaption><h2 id="${id}-title">${title}</h2><p>${unbroken(sentence)}</p></figcaption>
<div class="chart ${kind}" data-rows="${labels.length}"><canvas id="${id}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-table"></canvas></div>
<details><summary>Numbers</summary>${tableHtml(chart, of)}</details>
</figure>
`;
}

/** A number and its sign on one line. */
export function unbroken(sentence: string): string {
  return sentence.replaceAll(' %', '\u00a0%');
}

function tableHtml({ id, labels, series, unit }: ChartSpec, of: string): Html {
  const named = series.length === 1 ? [unit] : series.map(({ name }) => name);
  const head = named.map((name) => html`<th scope="col">${name}</th>`);
  const rows = labels.map(
    (label, place) =>
      html`<tr><th scope="row">${label}</th>${series.map(({ values }) => html`<td>${shown(values[place] ?? null)}</td>`)}</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}-title"><table id="${id}-table"><thead><tr><th scope="col">${of}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function shown(value: number | null): string {
  return value === null ? '' : decimal(value, Number.isInteger(value) ? 0 : 1);
}
