import { expect, test } from 'vitest';
import { DEFAULT_PIPELINE } from '../../src/config/defaultPipeline.ts';
import { RECORD_STAGES } from '../../src/pipeline/stages.ts';
import { textOf } from './project.ts';

test('the page on quality has a row for every filter', () => {
  const table = /\| filter \| drops [\s\S]*?\n\n/.exec(textOf('docs/quality.md'))?.[0] ?? '';
  const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  const filters = RECORD_STAGES.filter(({ kind }) => kind === 'filter').map(({ name }) => name);
  expect(named).toEqual(expect.arrayContaining(filters));
});

test('filters that the page calls off are not in the default pipeline, or do nothing until they are told to', () => {
  const off = [...textOf('docs/quality.md').matchAll(/^\| `(\w+)` \|[^|]*\| \*off\*/gm)].map(([, name = '']) => name);
  expect(off.length).toBeGreaterThan(1);
  const filters = RECORD_STAGES.filter(({ kind, name }) => kind === 'filter' && !off.includes(name));
  expect(DEFAULT_PIPELINE).toEqual(expect.arrayContaining(filters.map(({ name }) => name)));
});
