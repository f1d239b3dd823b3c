import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../src/formats/index.ts';
import { allocateRows } from '../src/pipeline/digest.ts';
import { DETECTORS } from '../src/pipeline/scrub/detectors.ts';
import { SET_STAGES } from '../src/pipeline/setStages.ts';
import { RECORD_STAGES } from '../src/pipeline/stages.ts';
import { TURNS } from '../src/pipeline/turns.ts';
import { pages, root, textOf } from './docs/project.ts';

test('the README’s table has every format and no other', () => {
  const table = /\| format \|[\s\S]*?\n\n/.exec(textOf('README.md'))?.[0] ?? '';
  const named = [...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name);
  expect(named).toEqual(FORMATS.map(({ name }) => name));
});

test('reasons that the pages name exist', () => {
  const stages = [TURNS, ...RECORD_STAGES, ...SET_STAGES];
  const known = stages.flatMap(({ name, reasons }) => Object.keys(reasons).map((reason) => `${name}.${reason}`));
  const counted = pages.flatMap((page) => [...textOf(page).matchAll(/"dropped": \{[^{}]*"by_reason": (\{[^}]*\})/g)]);
  const named = pages.flatMap((page) => [...textOf(page).matchAll(/`(\w+)\.(\w+)`/g)]);
  const reasons = [
    ...counted.flatMap(([, counts = '']) => Object.keys(JSON.parse(counts))),
    ...named.flatMap(([, stage, reason]) => (stage === 'turns' || stage === 'dedup' ? [`${stage}.${reason}`] : [])),
  ];
  expect(reasons.length).toBeGreaterThan(10);
  expect(known).toEqual(expect.arrayContaining(reasons));
});

test('a digest row takes the bytes that the pages say', () => {
  const { facets, ...columns } = allocateRows(1);
  const bytes = [...Object.values(columns), ...Object.values(facets)].reduce(
    (sum, { byteLength }) => sum + byteLength,
    0,
  );
  expect(textOf('docs/architecture.md')).toContain(`, ${bytes} bytes however long the text is`);
});

describe.each(pages)('%s', (page) => {
  const text = textOf(page);
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

  test('every link leads somewhere', () => {
    for (const target of links.filter((link) => !link.startsWith('https://'))) {
      const [path = '', heading] = target.split('#');
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      expect(existsSync(file), target).toBe(true);
      if (heading === undefined) continue;
      const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-'),
      );
      expect(headings, target).toContain(heading);
    }
  });

  test('every file of the project that it names is there', () => {
    const named = [...text.matchAll(/`((?:src|test|config|scripts|bench)\/[\w./-]+\.\w+)`/g)].map(
      ([, file = '']) => file,
    );
    const madeUp = /max_questions|<name>/;
    for (const file of named.filter((name) => !madeUp.test(name)))
      expect(existsSync(join(root, file)), file).toBe(true);
  });
});

test('the privacy page’s table has every entity, and says of it what its detector says', () => {
  const rows = [
    ...textOf('docs/privacy.md').matchAll(/^\| `([A-Z_]+)` \| (.*?)(?: \(kept unless you say otherwise\))? \|$/gm),
  ];
  expect(rows.map(([, entity, summary]) => [entity, summary])).toEqual(
    DETECTORS.map(({ entity, summary }) => [entity, summary]),
  );
});
