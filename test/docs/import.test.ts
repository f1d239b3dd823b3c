import { expect, test } from 'vitest';
import { PASSES, PROBLEMS } from '../../src/importers/importer.ts';
import { IMPORTERS } from '../../src/importers/index.ts';
import { textOf } from './project.ts';

const page = textOf('docs/import.md');

/** The names in the first column of the table that begins so. */
function named(head: string): string[] {
  const table = page.slice(page.indexOf(head)).split('\n\n')[0] ?? '';
  return table
    .split('\n')
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name));
}

test('the page has every importer, and every reason with its words', () => {
  expect(named('| importer | how')).toEqual(IMPORTERS.map(({ name }) => name));
  expect(named('| passed over as |').toSorted()).toEqual(Object.keys(PASSES).toSorted());
  for (const [reason, words] of Object.entries(PASSES)) expect(page).toContain(`| \`${reason}\` | ${words} |`);
  expect(named('| refused as |')).toEqual(expect.arrayContaining(Object.keys(PROBLEMS)));
});
