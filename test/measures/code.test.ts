import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseOf, rewriteProse, splitCode } from '../../src/measures/code.ts';
import { fencedBlocks } from '../../src/measures/fences.ts';
import { LINE_ENDS, SPACES } from '../../src/measures/whitespace.ts';

const fence = '```';

/** Code in angle brackets, so that a case is one readable string. */
function marked(text: string): string {
  return splitCode(text)
    .map((segment) => (segment.code ? `⟨${segment.text}⟩` : segment.text))
    .join('');
}

function blocksOf(text: string): string[] {
  return fencedBlocks(text).map(({ start, end }) => text.slice(start, end));
}

/** The same by one regex for the opening and one for the closing fence, each tried at every line start. */
function slowBlocks(text: string): string[] {
  const opening = new RegExp(
    `(?<![^${LINE_ENDS}])[${SPACES}]*(?:(\`{3,})(?=[^\`${LINE_ENDS}]*(?:[${LINE_ENDS}]|$))|(~{3,}))`,
    'g',
  );
  const closing = new RegExp(`(?<![^${LINE_ENDS}])[${SPACES}]*(\`{3,}|~{3,})(?=[${SPACES}]*(?:[${LINE_ENDS}]|$))`, 'g');
  const blocks: string[] = [];
  for (let fence = opening.exec(text); fence !== null; fence = opening.exec(text)) {
    const [found, ticks, tildes = ''] = fence;
    const ends = [...text.matchAll(closing)].filter(
      (match) => match.index >= fence.index + found.length && match[1]?.startsWith(ticks ?? tildes),
    );
    const [end] = ends.map((match) => match.index + match[0].length);
    blocks.push(text.slice(fence.index, end));
    opening.lastIndex = end ?? text.length;
  }
  return blocks;
}

const cases: readonly (readonly [string, string, string])[] = [
  ['no code', 'plain ~~ text', 'plain ~~ text'],
  ['empty text', '', ''],
  ['inline code', 'a `b` c', 'a ⟨`b`⟩ c'],
  ['a run is closed by a run of the same length', '``a`b`` c', '⟨``a`b``⟩ c'],
  ['an unclosed run is prose', 'a ``b` c', 'a ``b` c'],
  ['a longer run may close later', '`a``b`', '⟨`a``b`⟩'],
  ['three runs: the first two pair', '`a`b`', '⟨`a`⟩b`'],
  ['inline code goes over a line end', '`a\nb`', '⟨`a\nb`⟩'],
  ['inline code goes over no blank line', '`a\n \t\nb` c`', '`a\n \t\nb⟨` c`⟩'],
  ['CR LF is one line end', '`a\r\nb`', '⟨`a\r\nb`⟩'],
  ['LF CR is two', '`a\n\rb`', '`a\n\rb`'],
  ['a fenced block', `a\n${fence}js\nx\n${fence}\nb`, `a\n⟨${fence}js\nx\n${fence}⟩\nb`],
  ['tildes too, and back ticks inside them', '~~~\n```\n~~~\n', '⟨~~~\n```\n~~~⟩\n'],
  ['a shorter fence closes nothing', '~~~~\n~~~\n~~~~', '⟨~~~~\n~~~\n~~~~⟩'],
  ['a longer fence closes', '~~~\n~~~~~ \nb', '⟨~~~\n~~~~~⟩ \nb'],
  ['text behind the closing fence means it is none', '~~~\n~~~ x\n', '⟨~~~\n~~~ x\n⟩'],
  ['an unclosed block goes to the end', 'a\n```py\n\n\nx', 'a\n⟨```py\n\n\nx⟩'],
  ['back ticks in the info string: inline code', '```a``` b', '⟨```a```⟩ b'],
  ['tildes in the info string are fine', '~~~ a~b\nx\n~~~', '⟨~~~ a~b\nx\n~~~⟩'],
  ['tildes inside a line are prose', 'a ~~~ b ~~~', 'a ~~~ b ~~~'],
  ['a block in a list item', '- a\n\n      ```\n      x\n      ```', '- a\n\n⟨      ```\n      x\n      ```⟩'],
  ['a fence ends the paragraph before it', 'a ` b\n~~~\n`\n~~~', 'a ` b\n⟨~~~\n`\n~~~⟩'],
  ['two blocks', '~~~\na\n~~~\nb\n~~~\nc\n~~~', '⟨~~~\na\n~~~⟩\nb\n⟨~~~\nc\n~~~⟩'],
  ['a fence behind CR only', 'a\r~~~\rb\r~~~\rc', 'a\r⟨~~~\rb\r~~~⟩\rc'],
  ['a quoted block reads as inline code', '> ```\n> a\n> ```', '> ⟨```\n> a\n> ```⟩'],
];

describe('splitCode', () => {
  test.each(cases)('%s', (_note, text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  const piece = fc.constantFrom(
    '`',
    '``',
    fence,
    '~~~',
    '~',
    '\n',
    '\r\n',
    '\n\n',
    ' ',
    '\u00a0',
    'a',
    'é😀',
    '\u2028',
  );
  const nasty = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('is what regexes at every line start find, in any text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        expect(blocksOf(text)).toEqual(slowBlocks(text));
      }),
      { numRuns: 5000 },
    );
  });

  test('the segments joined are the text', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const segments = splitCode(text);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        expect(segments.every((segment) => segment.text !== '' || text === '')).toBe(true);
        expect(rewriteProse(text, (prose) => prose)).toBe(text);
        expect(proseOf(text)).toBe(segments.map((segment) => (segment.code ? '' : segment.text)).join(''));
      }),
      { numRuns: 2000 },
    );
  });

  test('every stretch of code begins and ends with a fence or is unclosed', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const { code, text: stretch } of splitCode(text)) {
          if (code) expect(stretch).toMatch(/^\s*(`+|~{3,})/);
        }
      }),
    );
  });

  const size = 1_000_000;
  const ascending = Array.from({ length: 1400 }, (_, index) => `${'`'.repeat(index + 1)} `).join('');
  test.each([
    ['back ticks only', '`'.repeat(size)],
    ['single back ticks', '` '.repeat(size / 2)],
    ['back ticks each in a paragraph', '`\n\n'.repeat(size / 3)],
    ['alternating runs', '` `` '.repeat(size / 5)],
    ['runs of ever new lengths', ascending],
    ['unclosed fences of falling length', Array.from({ length: 1400 }, (_, i) => `${'~'.repeat(1403 - i)}\n`).join('')],
    ['a fence and lines that nearly close it', `~~~\n${'~~~ x\n'.repeat(size / 6)}`],
    ['lines that nearly open a fence', '``` a`\n'.repeat(size / 7)],
    ['white space before a back tick', `\n${' '.repeat(size)}\``],
    ['white space lines', ' \n'.repeat(size / 2).concat('`')],
    ['tildes only', '~'.repeat(size)],
    ['many blocks', '~~~\n~~~\n'.repeat(size / 8)],
  ])('is linear on 1 MB of %s', (_note, text) => {
    const began = performance.now();
    expect(splitCode(text).reduce((sum, segment) => sum + segment.text.length, 0)).toBe(text.length);
    expect(performance.now() - began).toBeLessThan(1500);
  });
});
