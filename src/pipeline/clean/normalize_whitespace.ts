import { z } from 'zod';
import { splitCode } from '../../measures/code.ts';
import { hasTrait, Trait } from '../../measures/traits.ts';
import { LINE_ENDS, SPACES } from '../../measures/whitespace.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'normalize_whitespace',
  kind: 'clean',
  summary: 'brings line ends, spaces and blank lines outside code to their plain form',
  options: z.strictObject({
    max_blank_lines: z.number().int().min(1).default(1).describe('most blank lines in a row to keep'),
    collapse_spaces: z
      .boolean()
      .default(true)
      .describe('makes one space of several inside a line; indentation always stays'),
  }),
  reasons: {},
  create: ({ max_blank_lines, collapse_spaces }, { keep }) => {
    const rules: Rules = {
      fewestTooMany: '\n'.repeat(max_blank_lines + 2),
      tooManyLineEnds: new RegExp(`\\n{${max_blank_lines + 2},}`, 'g'),
      lineEnds: '\n'.repeat(max_blank_lines + 1),
      collapse: collapse_spaces,
    };
    return { apply: (conversation) => keep(rewriteMessages(conversation, (text) => normalize(text, rules))) };
  },
});

interface Rules {
  /** The shortest run of line ends that is too long. */
  readonly fewestTooMany: string;
  readonly tooManyLineEnds: RegExp;
  readonly lineEnds: string;
  readonly collapse: boolean;
}

const LINE_END = new RegExp(`\\r\\n|[${LINE_ENDS}]`, 'g');
const ODD_SPACE = new RegExp(`(?![ \\t])[${SPACES}]`, 'g');
const RUN_OF_SPACES = / [ \t]+|\t[ \t]*| $| (?=\n)/g;

/** Rewrites the prose between code. What it does never turns prose into code or back: `splitCode` sees through white space. */
function normalize(text: string, rules: Rules): string {
  if (isPlain(text, WHOLE, rules)) return text;
  const segments = splitCode(text);
  let result = '';
  for (const [position, segment] of segments.entries()) {
    const edges = { first: position === 0, last: position === segments.length - 1 };
    const stays = segment.code || isPlain(segment.text, edges, rules);
    result += stays ? segment.text : normalizeProse(segment.text, edges, rules);
  }
  return result;
}

/** Whether a stretch of prose begins, or ends, the whole text. Elsewhere code stands beside it on the same line. */
interface Edges {
  readonly first: boolean;
  readonly last: boolean;
}

const WHOLE: Edges = { first: true, last: true };

/** Whether nothing can be amiss: odd white space, two spaces, too many line ends in a row, white space at an edge of the text. */
function isPlain(prose: string, { first, last }: Edges, rules: Rules): boolean {
  if (hasTrait(prose, Trait.oddSpace | Trait.spaceTooMany) || prose.includes(rules.fewestTooMany)) return false;
  return !(first && prose.trimStart().length < prose.length) && !(last && prose.trimEnd().length < prose.length);
}

function normalizeProse(prose: string, { first, last }: Edges, rules: Rules): string {
  const plain = hasTrait(prose, Trait.oddSpace) ? prose.replace(LINE_END, '\n').replace(ODD_SPACE, ' ') : prose;
  const lines = plain.replace(RUN_OF_SPACES, (run, at: number) => {
    const behind = plain.charAt(at + run.length);
    if (behind === '\n' || (last && behind === '')) return '';
    const indents = at === 0 ? first : plain.charAt(at - 1) === '\n';
    return indents || !rules.collapse ? run : ' ';
  });
  return trim(lines.replace(rules.tooManyLineEnds, rules.lineEnds), first, last);
}

/** Takes white space off the ends of the text; by now it is only line ends and, at the start, one indentation. */
function trim(prose: string, start: boolean, end: boolean): string {
  const trimmed = end ? prose.replace(/\n+$/, '') : prose;
  return start ? trimmed.replace(/^[\n \t]+/, '') : trimmed;
}
