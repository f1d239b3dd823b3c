import { expect, test } from 'vitest';
import { PROBLEMS } from '../../src/validate/problems.ts';
import { textOf } from '../docs/project.ts';

/** The table of docs/validate.md as it should be. */
const table = Object.entries(PROBLEMS)
  .map(([name, { severity, sentence, cure }]) => `| \`${name}\` | ${severity} | ${cell(sentence)} | ${cell(cure)} |\n`)
  .join('');

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

test('the page has every kind of problem, as it is told', () => {
  const page = textOf('docs/validate.md');
  expect(page.slice(page.indexOf('| --- | --- | --- | --- |\n') + '| --- | --- | --- | --- |\n'.length)).toBe(table);
});

test('sentences and cures read well', () => {
  for (const { sentence, cure } of Object.values(PROBLEMS)) {
    expect(sentence).toMatch(/^(?:`|[a-z]).*[^.]$/);
    expect(cure).toMatch(/^(?:`|[A-Z]).*\.$/s);
  }
});
