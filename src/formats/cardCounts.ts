import { sizeCategory } from './cardFrontMatter.ts';
import { counted, grouped, share } from './cardText.ts';
import { examplesInWords, languagesSpoken, TOKENS_COUNTED } from './dataCard.ts';
import { languageShares } from './languageShares.ts';

/** A split of a data card before and after rows were taken from it. */
export interface SplitChange {
  readonly split: 'train' | 'val' | 'test';
  readonly file: string;
  readonly examples: readonly [before: number, after: number];
  readonly rows: readonly [before: number, after: number];
}

/** What changes in a data card when rows are taken from a finished data set. */
export interface CardChange {
  readonly splits: readonly SplitChange[];
  readonly records: number;
  readonly kept: readonly [before: number, after: number];
  /** `stage.reason` that the rows count under from now on, its meaning, and all that count under it. */
  readonly reason: { readonly name: string; readonly meaning: string; readonly dropped: number };
  /** Examples that are left, by language. */
  readonly languages: Readonly<Record<string, number>>;
}

/**
 * The card with its counts brought up to date, wherever they stand as `dataCard` writes them; whatever people wrote into
 * it stays.
 */
export function cardWithCounts(card: string, change: CardChange): string {
  const lines = card.split('\n');
  const gone = change.splits.filter(({ rows: [, after] }) => after === 0);
  const first = change.splits.find(({ rows: [, after] }) => after > 0);
  return lines
    .flatMap((line, place) => {
      if (isOnTokens(line) || (line === '' && isOnTokens(lines[place + 1] ?? ''))) return [];
      if (gone.some((split) => isAbout(split, line, lines[place - 1] ?? '', lines[place + 1] ?? ''))) return [];
      return updated(line, change, first?.file, gone);
    })
    .join('\n')
    .replace(/^language:\n(?:- "[^"\n]*"\n)*/m, languageList(change.languages));
}

function isOnTokens(line: string): boolean {
  return line.startsWith(TOKENS_COUNTED);
}

/** A line of the front matter, of the table of splits or of the loading snippet that names a split that is empty now. */
function isAbout({ split, file }: SplitChange, line: string, before: string, after: string): boolean {
  const name = split === 'val' ? 'validation' : split;
  if (line === `  - split: ${name}`) return after === `    path: ${file}`;
  if (line === `    path: ${file}`) return before === `  - split: ${name}`;
  return line.startsWith(`| ${split} | \`${file}\` |`) || line === `        "${name}": "${file}",`;
}

function updated(
  line: string,
  change: CardChange,
  firstFile: string | undefined,
  gone: readonly SplitChange[],
): string[] {
  const { splits, records, kept, reason, languages } = change;
  const sum = (at: 0 | 1, of: 'examples' | 'rows') => splits.reduce((total, split) => total + split[of][at], 0);
  for (const kind of ['conversations', 'rated', 'pairs'] as const) {
    const told = `${examplesInWords(kind, sum(0, 'examples'))}, `;
    if (line.startsWith(told)) return [`${examplesInWords(kind, sum(1, 'examples'))}, ${line.slice(told.length)}`];
  }
  const keptLine = (count: number) => `Kept of ${counted(records, 'record')}: ${grouped(count)}.`;
  if (line === keptLine(kept[0])) return [keptLine(kept[1])];
  const reasonLine = `| \`${reason.name}\` | ${reason.meaning} | ${grouped(reason.dropped)} | ${share(reason.dropped, records)} |`;
  if (line.startsWith(`| \`${reason.name}\` |`)) return [];
  if (line === `| kept |  | ${grouped(kept[0])} | ${share(kept[0], records)} |`)
    return [reasonLine, `| kept |  | ${grouped(kept[1])} | ${share(kept[1], records)} |`];
  for (const { split, file, examples, rows } of splits) {
    const row = (at: 0 | 1) => `| ${split} | \`${file}\` | ${grouped(examples[at])} | ${grouped(rows[at])} |`;
    if (line === row(0)) return [row(1)];
  }
  if (line.startsWith('Examples by language: ')) return [`Examples by language: ${languagesSpoken(languages)}.`];
  if (line === `- ${sizeCategory(sum(0, 'rows'))}`) return [`- ${sizeCategory(sum(1, 'rows'))}`];
  const old = gone.find(({ file }) => line.startsWith('table = pandas.') && line.includes(`("${file}"`));
  return [old === undefined || firstFile === undefined ? line : line.replace(`("${old.file}"`, `("${firstFile}"`)];
}

function languageList(languages: Readonly<Record<string, number>>): string {
  const codes = languageShares(languages).known.map(({ code }) => `- "${code}"\n`);
  return codes.length === 0 ? '' : `language:\n${codes.join('')}`;
}
