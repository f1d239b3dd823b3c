import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCode } from '../src/measures/code.ts';
import { LINE_ENDS, SPACES } from '../src/measures/whitespace.ts';
import normalize_whitespace from '../src/pipeline/clean/normalize_whitespace.ts';
import type { Conversation } from '../src/pipeline/conversation.ts';
import { Drop } from '../src/pipeline/stage.ts';
import { anyText } from './measures/anyText.ts';

/** The rules one after the other on every stretch of prose, without a look whether anything is amiss. */
function slowNormalize(text: string, maxBlankLines: number, collapse: boolean): string {
  const segments = splitCode(text);
  const prose = (stretch: string, first: boolean, last: boolean): string => {
    let result = stretch
      .replace(new RegExp(`\\r\\n|[${LINE_ENDS}]`, 'g'), '\n')
      .replace(new RegExp(`(?!\\t)[${SPACES}]`, 'g'), ' ')
      .replace(/[ \t]+(?=\n)/g, '');
    if (last) result = result.replace(/[ \t]+$/, '');
    if (collapse)
      result = result.replace(first ? /(?<=[^ \t\n])(?: [ \t]+|\t[ \t]*)/g : /(?<!\n[ \t]*)(?: [ \t]+|\t[ \t]*)/g, ' ');
    result = result.replace(new RegExp(`\\n{${maxBlankLines + 2},}`, 'g'), '\n'.repeat(maxBlankLines + 1));
    if (last) result = result.replace(/\n+$/, '');
    return first ? result.replace(/^[\n \t]+/, '') : result;
  };
  return segments
    .map(({ code, text: stretch }, place) =>
      code ? stretch : prose(stretch, place === 0, place === segments.length - 1),
    )
    .join('');
}

const piece = fc.constantFrom(
  'word',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\u00a0',
  '`x  y`',
  '\n```\n\n\n\tz\n```',
  '\n  - ',
  '\ufeff',
);
const text = fc.oneof(
  anyText,
  fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
);

test('white space is what the rules make of it, in any text', () => {
  fc.assert(
    fc.property(text, fc.constantFrom(1, 2), fc.boolean(), (content, max_blank_lines, collapse_spaces) => {
      const stage = normalize_whitespace.create({ max_blank_lines, collapse_spaces });
      const conversation: Conversation = {
        id: 'case',
        timestamp: undefined,
        user: undefined,
        session: undefined,
        facets: {},
        messages: [{ role: 'assistant', content, index: 0 }],
      };
      const after = stage.apply(conversation);
      if (after instanceof Drop) throw new Error('a clean stage drops nothing');
      expect(after.messages[0]?.content).toBe(slowNormalize(content, max_blank_lines, collapse_spaces));
    }),
    { numRuns: 5000 },
  );
});
