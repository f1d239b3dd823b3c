import { CurateError } from '../errors.ts';
import { lineFinder } from './lines.ts';

export type KeyPath = readonly (string | number)[];

/** One thing that is wrong in a config. */
export interface Problem {
  readonly path: KeyPath;
  /** The stage whose options they are, when the path leads into the pipeline. */
  readonly stage?: string | undefined;
  /** What is wrong and what is allowed: half a sentence or more, with its full stop. */
  readonly what: string;
}

// Ours: a screenful. A file with more mistakes than that was meant for another program.
const MOST_SHOWN = 30;

/**
 * All problems of a file as one error: a summary line, then a line for each in the order of the file, at most 30.
 *
 * @param source the text of the file; without it the lines carry no numbers
 */
export function configError(problems: readonly Problem[], file: string, source?: string): CurateError {
  const lineOf = lineFinder(source);
  const located = problems.map((problem) => ({ ...problem, line: lineOf(problem.path) }));
  located.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  const lines = located.slice(0, MOST_SHOWN).map(({ path, stage, what, line }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    return `${place}: ${keyText(path, stage)}: ${what}`;
  });
  if (located.length > MOST_SHOWN) lines.push(`… and ${located.length - MOST_SHOWN} more.`);
  return new CurateError([`${file} has ${count}:`, ...lines].join('\n'));
}

/** `pipeline[4] (min_answer_length).chars` */
function keyText(path: KeyPath, stage: string | undefined): string {
  let text = '';
  for (const [depth, key] of path.entries()) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += depth === 0 ? shown(key) : `.${shown(key)}`;
    if (depth === 1 && stage !== undefined) text += ` (${stage})`;
  }
  return text;
}

/** A name or text of the user's, fit for one line of a terminal: at most 40 characters, none of them invisible. */
export function shown(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST_SHOWN + 2)];
  const cut = characters.length > LONGEST_SHOWN ? [...characters.slice(0, LONGEST_SHOWN - 1), '…'] : characters;
  return cut.join('').replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

const LONGEST_SHOWN = 40;
