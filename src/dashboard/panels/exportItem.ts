import type { ShownExport } from '../answers.ts';
import { element, spoken } from '../elements.ts';
import { isUnderWay, type Splits, STATUS_WORDS, sortedFiles, splitsOf } from '../exportWords.ts';
import { bytes, count, integer } from '../format.ts';
import { sum } from '../largest.ts';
import { shownTime } from '../times.ts';

/** Fetches a file of an export and hands it to the reader. */
export type Fetch = (made: ShownExport, file: string, button: HTMLButtonElement) => void;

/** One export: what, when, how many rows in which split, and its files. */
export function exportItem(made: ShownExport, fetch: Fetch): HTMLLIElement {
  const { sign, word } = STATUS_WORDS[made.status];
  const splits = splitsOf(made.report);
  return element(
    'li',
    { 'data-status': made.status, 'data-id': made.id },
    element(
      'div',
      { class: 'export-head' },
      element('b', {}, made.format),
      element(
        'span',
        { class: 'status' },
        element('span', { class: isUnderWay(made) ? 'sign turning' : 'sign', 'aria-hidden': 'true' }, sign),
        ` ${word}`,
      ),
      timeOf(made),
    ),
    ...(splits === undefined ? [] : [splitsBar(splits)]),
    ...(made.problem === null ? [] : [element('p', { class: 'problem' }, made.problem)]),
    ...fileLists(made, fetch),
  );
}

function timeOf({ ended, requested }: ShownExport): HTMLElement | string {
  const time = shownTime(ended ?? requested, Date.now());
  return time === undefined ? '' : element('time', { datetime: time.iso, title: time.title }, time.text);
}

function splitsBar({ train, val, test }: Splits): HTMLElement {
  const parts = Object.entries({ train, val, test }).filter(([, rows]) => rows > 0);
  const whole = sum(parts.map(([, rows]) => rows));
  const bar = element('span', { class: 'split-bar', 'aria-hidden': 'true' });
  for (const [name, rows] of parts) {
    const part = element('i', { 'data-split': name });
    part.style.flexGrow = String(rows / whole);
    bar.append(part);
  }
  const words = parts.map(([name, rows]) => element('span', { 'data-split': name }, `${name} ${integer(rows)}`));
  return element('div', { class: 'splits' }, bar, element('p', {}, `${count(whole, 'row')}: `, ...words));
}

/** The splits, and folded away what stands beside them. */
function fileLists(made: ShownExport, fetch: Fetch): HTMLElement[] {
  const { splits, others } = sortedFiles(made.files);
  const lists = splits.length === 0 ? [] : [fileList(made, splits, fetch)];
  if (others.length === 0) return lists;
  const summary = element('summary', {}, count(others.length, 'more file'), spoken(` of export ${made.format}`));
  return [...lists, element('details', {}, summary, fileList(made, others, fetch))];
}

function fileList(made: ShownExport, listed: ShownExport['files'], fetch: Fetch): HTMLElement {
  const files = listed.map(({ name, bytes: size }) => {
    const button = element(
      'button',
      { type: 'button', class: 'file', 'data-file': name },
      spoken('Download '),
      element('span', { class: 'arrow', 'aria-hidden': 'true' }, '↓ '),
      name,
      element('span', { class: 'size' }, ` ${bytes(size)}`),
      spoken(` of export ${made.format}`),
    );
    button.addEventListener('click', () => fetch(made, name, button));
    return element('li', {}, button);
  });
  return element('ul', { class: 'files' }, ...files);
}
