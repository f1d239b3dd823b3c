import { element } from '../elements.ts';
import { whenChanged } from '../whenChanged.ts';

/** A table that says what a chart shows, folded away below it. */
export interface NumbersTable {
  readonly details: HTMLDetailsElement;
  show(head: readonly string[], rows: readonly (readonly string[])[]): void;
}

export function numbersTable(id: string, title: string): NumbersTable {
  const head = element('thead');
  const rows = element('tbody');
  const table = element('table', { id: `${id}-table` }, head, rows);
  // What scrolls has to be reached by keys, too.
  const scroll = element(
    'div',
    { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `Numbers: ${title}` },
    table,
  );
  const details = element(
    'details',
    {},
    element('summary', {}, 'Numbers', element('span', { class: 'spoken' }, `: ${title}`)),
    scroll,
  );
  const changed = whenChanged();
  return {
    details,
    show: (titles, values) =>
      changed([titles, values], () => {
        head.replaceChildren(element('tr', {}, ...titles.map((name) => element('th', { scope: 'col' }, name))));
        rows.replaceChildren(...values.map(tableRow));
      }),
  };
}

function tableRow([name = '', ...values]: readonly string[]): HTMLTableRowElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, element('bdi', {}, name)),
    ...values.map((value) => element('td', {}, value)),
  );
}
