import { expect, test } from 'vitest';
import { RECIPES } from '../../src/recipes/index.ts';
import { limitWords } from '../../src/report/targets.ts';
import { TARGETS } from '../../src/targets/index.ts';
import type { Target } from '../../src/targets/target.ts';
import { textOf } from './project.ts';

const page = textOf('docs/targets.md');

/** The line of a target in the table. */
function rowOf({ name, title, formats, files, byte_order_mark, limits, masked_turns }: Target): string {
  const named = [files.train, files.val, files.test].map((file) => `\`${file}\``).join(', ');
  const cells = [
    `\`${name}\``,
    title,
    formats.map((format) => `\`${format}\``).join(', '),
    byte_order_mark ? `${named}, with a byte-order mark` : named,
    limitWords({ limits: { ...limits } }).join(', ') || 'none known',
    masked_turns.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

test('the table has every target as the code knows it, and no other', () => {
  const table = /\| target \|[^\n]*\n\|[-| ]+\n([\s\S]*?)\n\n/.exec(page)?.[1] ?? '';
  expect(table.split('\n')).toEqual(TARGETS.map(rowOf));
});

test('it names every recipe', () => {
  const named = /`curate recipe --for ([\w|-]+)`/.exec(page)?.[1]?.split('|');
  expect(named).toEqual(RECIPES.map(({ target }) => target));
});

test('reasons that it names are declared', () => {
  const declared = new Set(TARGETS.flatMap(({ reasons }) => Object.keys(reasons)));
  const named = [...page.matchAll(/`target\.(\w+)`/g)].map(([, reason = '']) => reason);
  expect(named.length).toBeGreaterThan(3);
  for (const reason of named) expect(declared).toContain(reason);
});
