import { CurateError } from '../../errors.ts';
import { labelFields } from '../../inputs/labelFields.ts';
import { recordTexts } from '../../inputs/recordTexts.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import type { BenchmarkFile } from '../../pipeline/recordPlan.ts';
import { guessFormat } from '../../validate/guess.ts';
import { layoutNamed } from '../../validate/layouts.ts';
import { readRow } from '../../validate/readRow.ts';
import { readRows } from '../containers/readRows.ts';
import type { RowPlace, RowProblem } from '../containers/rowSink.ts';
import { readPlainText } from './plainText.ts';

/** Takes the texts of a row, and where it stands: its line, of Parquet its row. */
export type TakeRow = (texts: readonly string[], place: number) => void;

const PLAIN_TEXT = /\.(?:txt|md)(?:\.gz)?$/i;
const LABELS = labelFields();

/**
 * Reads the texts of a file of a benchmark or hold-out, row by row. Of formats that are known they are what is asked and
 * answered; of other rows all that is text but ids and times. Memory is bounded by the longest row.
 * @throws CurateError for a file, or a row in it, that cannot be read: nobody would look for its text
 */
export async function readBenchmarkRows(
  file: Pick<BenchmarkFile, 'name' | 'path'>,
  ngram: number,
  take: TakeRow,
): Promise<void> {
  if (PLAIN_TEXT.test(file.path)) return readPlainText(file, ngram, take);
  return readRows(file.path, {
    row: (row, { line, row: number }) => take(textsIn(row), line ?? number),
    problem(problem, place) {
      if (HARMLESS.has(problem)) return;
      throw new CurateError(`${file.name}, ${wordsOf(place)}: ${PROBLEMS[problem] ?? problem}. ${CURE}`);
    },
  });
}

const HARMLESS: ReadonlySet<RowProblem> = new Set(['blank_line', 'byte_order_mark']);

const CURE =
  '`decontaminate` would not look for what stands there: mend the file, take out what is no row, or name plain text .txt.';

const PROBLEMS: Readonly<Partial<Record<RowProblem, string>>> = {
  not_utf8: 'this is not UTF-8',
  not_json: 'this is not JSON',
  not_an_object: 'this is no JSON object',
  too_long: 'the row is too long',
  bad_gzip: 'the file is not whole gzip',
  array_not_closed: 'the array has no end',
  text_after_array: 'there is text behind the end of the array',
  empty_element: 'an element of the array is empty',
  cells_unlike_header: 'the row has other cells than the header',
};

function wordsOf({ line, row }: RowPlace): string {
  return line === undefined ? `row ${row}` : `line ${line}`;
}

/** What a row asks and answers; system prompts and what tools say are no test of anything. */
function textsIn(row: JsonObject): string[] {
  const format = guessFormat([row]);
  const layout = format === undefined ? undefined : layoutNamed(format);
  // A row with a `text` may have more beside it.
  if (layout === undefined || layout.kind === 'text') return allTexts(row);
  const { prompt, answer, chosen, rejected } = readRow(row, layout, () => {});
  const turns = [...prompt, ...answer, ...chosen, ...rejected];
  const texts = turns.filter(({ role }) => role !== 'system' && role !== 'tool').map(({ text }) => text);
  return texts.some((text) => text !== '') ? texts.filter((text) => text !== '') : allTexts(row);
}

function allTexts(row: JsonObject): string[] {
  const texts: string[] = [];
  recordTexts(row, LABELS, (_field, text) => texts.push(text));
  return texts;
}
