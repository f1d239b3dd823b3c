import { describe, expect, test } from 'vitest';
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
  expect(headings).toEqual(CONVERSATION_FORMATS.map(({ name }) => name));
});

describe.each(CONVERSATION_FORMATS.map((format) => [format.name, format] as const))('%s', (name, format) => {
  const section = page.split(/^### /m).find((part) => part.startsWith(`\`${name}\``)) ?? '';
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
