import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/index.ts';
import {
  PAIR_FORMATS,
  pairExampleOf,
  RATED_FORMATS,
  ratedExampleOf,
  renderPairs,
  renderRated,
} from '../formats/ratedExamples.ts';
import { CONVERSATION_FORMATS, exampleOf, PLAIN_OPTIONS, refusalOf, render } from '../formats/render.ts';
import { blocksOf, textOf } from './project.ts';

const page = textOf('docs/formats.md');

/** The two conversations that the page shows in every format. */
const PLAIN = exampleOf({
  id: 'c1',
  timestamp: Date.UTC(2026, 9, 20, 12),
  turns: [{ system: 'Be brief.' }, { user: 'Who wrote Emma?' }, { assistant: 'Jane Austen.' }],
});
const TOOLS = exampleOf({
  id: 'c2',
  timestamp: Date.UTC(2026, 9, 20, 12),
  tools:
    '[{"type":"function","function":{"name":"find","description":"Finds a book.","parameters":{"type":"object","properties":{"title":{"type":"string"}}}}}]',
  turns: [
    { user: 'Who wrote Emma?' },
    { call: 'find', with: { title: 'Emma' }, id: 'call_1' },
    { tool: 'Jane Austen, 1815', answers: 'call_1', name: 'find' },
    { assistant: 'Jane Austen.' },
  ],
});

test('the page has a section for every format, in the order of the registry', () => {
  const headings = [...page.matchAll(/^### `([\w-]+)`$/gm)].map(([, name]) => name);
  expect(headings).toEqual(FORMATS.map(({ name }) => name));
});

const CONTEXT = [{ system: 'Be brief.' }, { user: 'Who wrote Emma?' }];
const GOOD = { assistant: 'Jane Austen.' };
const BAD = { assistant: 'A clerk.' };

/** What the page shows of formats of ratings: a good and a bad answer, as two rows or as a pair. */
const RATED_ROWS: readonly (readonly [name: string, rows: string])[] = [
  ...RATED_FORMATS.map((format) => {
    const examples = [GOOD, BAD].map((answer) =>
      ratedExampleOf({ label: answer === GOOD, turns: [...CONTEXT, answer] }),
    );
    return [format.name, renderRated(format, examples)] as const;
  }),
  ...PAIR_FORMATS.map((format) => {
    const pair = pairExampleOf({ turns: CONTEXT, chosen: [GOOD], rejected: [BAD], margin: 3.5 });
    return [format.name, renderPairs(format, [pair])] as const;
  }),
];

test.each(RATED_ROWS)('%s: the page shows the rows that it writes, and why it refuses', (name, rows) => {
  const section = sectionOf(name);
  expect(blocksOf(section, 'json').join('')).toBe(rows);
  const reasons = FORMATS.find((format) => format.name === name)?.reasons ?? {};
  const named = new Set([...section.matchAll(/`format\.(\w+)`/g)].map(([, reason]) => reason));
  expect([...named].sort()).toEqual(Object.keys(reasons).sort());
});

function sectionOf(name: string): string {
  return page.split(/^### /m).find((part) => part.startsWith(`\`${name}\``)) ?? '';
}

describe.each(CONVERSATION_FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const section = sectionOf(name);
  const shown = [...blocksOf(section, 'json'), ...blocksOf(section, 'csv')].join('');

  test('the page shows the rows that it writes', () => {
    const examples = refusalOf(format, TOOLS) === undefined ? [PLAIN, TOOLS] : [PLAIN];
    expect(shown).toBe(examples.map((example) => render(format, [example], PLAIN_OPTIONS)).join(''));
  });

  test('the page names every reason for which it refuses', () => {
    const named = new Set([...section.matchAll(/`format\.(\w+)`/g)].map(([, reason]) => reason));
    expect([...named].sort()).toEqual(Object.keys(format.reasons).sort());
  });
});
