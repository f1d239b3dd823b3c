import { type Look, signsOf } from './look.ts';
import { count } from './numbers.ts';
import { cut, safe } from './text.ts';

const MOST_PAIRS = 8;

/** Characters shown either side of a change inside a line. */
const CONTEXT = 20;

const EMPTY = '(empty line)';

interface Pair {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What a stage changed in a message, as `-` and `+` lines around the changed words; long lines are cut to `width`. */
export function diffLines(before: string, after: string, width: number, look: Look): string[] {
  const pairs = changedLines(before.split('\n'), after.split('\n'));
  const shown = pairs.slice(0, MOST_PAIRS).flatMap((pair) => pairLines(pair, width, look));
  const more = pairs.length - MOST_PAIRS;
  return more > 0 ? [...shown, look.paint.dim(`${signsOf(look).cut} ${count(more, 'more line')} changed`)] : shown;
}

/** Lines that differ once the common head and tail are off: side by side when there are as many, else out and in. */
function changedLines(before: readonly string[], after: readonly string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const removed = before.slice(head, before.length - tail);
  const added = after.slice(head, after.length - tail);
  if (removed.length !== added.length) {
    return [
      ...removed.map((line) => ({ before: line, after: undefined })),
      ...added.map((line) => ({ before: undefined, after: line })),
    ];
  }
  return removed
    .map((line, position) => ({ before: line, after: added[position] }))
    .filter((pair) => pair.before !== pair.after);
}

function pairLines({ before, after }: Pair, width: number, look: Look): string[] {
  const { paint } = look;
  const [was, is] = focus(before ?? '', after ?? '', look);
  const mark = signsOf(look).cut;
  return [
    ...(before === undefined ? [] : [paint.red(cut(`- ${was || EMPTY}`, width, mark))]),
    ...(after === undefined ? [] : [paint.green(cut(`+ ${is || EMPTY}`, width, mark))]),
  ];
}

/** Both lines around the stretch in which they differ; white space is made visible where it is all that changed. */
function focus(before: string, after: string, look: Look): [string, string] {
  const was = [...before];
  const is = [...after];
  const start = Math.max(commonStart(was, is) - CONTEXT, 0);
  const onlySpace = before !== '' && after !== '' && withoutSpace(before) === withoutSpace(after);
  const mark = start > 0 ? signsOf(look).cut : '';
  const show = (signs: readonly string[]) => {
    const text = mark + signs.slice(start).join('');
    return safe(onlySpace ? visibleSpace(text, look) : text.replaceAll('\t', ' '));
  };
  return [show(was), show(is)];
}

function commonStart(before: readonly string[], after: readonly string[]): number {
  let length = 0;
  while (length < before.length && before[length] === after[length]) length++;
  return length;
}

function withoutSpace(text: string): string {
  return text.replace(/[\s\p{Cf}\p{Cc}]/gu, '');
}

function visibleSpace(text: string, look: Look): string {
  return text
    .replaceAll(' ', look.ascii ? '_' : '·')
    .replaceAll('\t', look.ascii ? '>' : '→')
    .replace(/[^\S\r]/gu, (space) => `<U+${(space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}
