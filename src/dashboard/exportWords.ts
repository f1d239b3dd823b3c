import type { ShownExport } from './answers.ts';

/** Rows by split. */
export interface Splits {
  readonly train: number;
  readonly val: number;
  readonly test: number;
}

/** The sign and the word for where an export stands. */
export const STATUS_WORDS: Readonly<Record<ShownExport['status'], { readonly sign: string; readonly word: string }>> = {
  waiting: { sign: '○', word: 'waiting' },
  running: { sign: '◐', word: 'running' },
  done: { sign: '✓', word: 'done' },
  failed: { sign: '✗', word: 'failed' },
  replaced: { sign: '↺', word: 'replaced by a newer one' },
};

/** What the account of an export says of its splits; nothing where it says none. */
export function splitsOf(report: unknown): Splits | undefined {
  const splits = fieldOf(report, 'splits');
  const [train, val, test] = ['train', 'val', 'test'].map((split) => fieldOf(splits, split));
  return typeof train === 'number' && typeof val === 'number' && typeof test === 'number'
    ? { train, val, test }
    : undefined;
}

const SPLITS = ['train', 'val', 'test'];

/** The files of the splits in their order, and those that stand beside them. */
export function sortedFiles(files: ShownExport['files']): {
  splits: ShownExport['files'];
  others: ShownExport['files'];
} {
  const place = (name: string): number => SPLITS.indexOf(name.split('.', 1)[0] ?? '');
  const splits = files.filter(({ name }) => place(name) >= 0).sort((one, other) => place(one.name) - place(other.name));
  return { splits, others: files.filter(({ name }) => place(name) < 0) };
}

/** Whether something is still to come of it. */
export function isUnderWay({ status }: Pick<ShownExport, 'status'>): boolean {
  return status === 'waiting' || status === 'running';
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** What is read out when exports changed since they were last shown; nothing where there is nothing to say. */
export function exportNews(before: ReadonlyMap<string, string>, exports: readonly ShownExport[]): string[] {
  return exports
    .filter(({ id, status }) => before.has(id) && before.get(id) !== status)
    .map(({ format, status, problem }) => {
      const ending = problem === null ? '' : `: ${problem}`;
      return `Export ${format}: ${STATUS_WORDS[status].word}${ending}.`;
    });
}
