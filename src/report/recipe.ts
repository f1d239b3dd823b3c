import { indented, page, paragraph, section } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { count, integer, percent, shareOf } from './numbers.ts';
import { safe } from './text.ts';
import type { RecipeReport } from './types.ts';

/** `curate recipe` for people: what was written, what will be cut, and what to run. */
export function renderRecipe(report: RecipeReport, look: Look): string {
  const { target, format, out, files, commands } = report;
  const title = `${look.paint.green(signsOf(look).yes)} ${look.paint.bold(`Recipe for ${safe(target)}, for rows as ${safe(format)}`)}`;
  return page(
    [title, ...indented(paragraph(`written to ${safe(out)}`, look))],
    section('Files', files.map(safe), look),
    section('Length', paragraph(lengthWords(report), look), look),
    // Whole, so that they can be copied.
    section('Next', commands.map(safe), look),
  );
}

function lengthWords({ length: { max_length, cut, examples, counted } }: RecipeReport): string {
  const rest =
    cut === 0 ? 'No example is longer' : `${count(cut, 'example')} (${percent(shareOf(cut, examples))}) would be cut`;
  return `max_length is ${integer(max_length)} tokens. ${rest}. Tokens are ${counted}.`;
}
