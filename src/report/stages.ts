import { heading, indented, labelled, page, paragraph } from './layout.ts';
import { type Look, signsOf } from './look.ts';
import { cut, safe, widthOf, wrap } from './text.ts';
import type { FormatListing, StageListing, StagesReport } from './types.ts';

/** Columns of an option and its default that are shown; the config file has all of it. */
const MOST_OPTION = 60;

/** Names take this share of the width at most; longer ones stand on a line of their own. */
const MOST_NAMES = 0.4;
const LEAST_NAMES = 12;

/** `curate stages` for people: the reference of all stages and formats, drawn from their declarations. */
export function renderStages({ stages, formats }: StagesReport, look: Look): string {
  const kinds = [...new Set(stages.map((stage) => stage.kind))];
  const groups = kinds.flatMap((kind) => [
    [look.paint.cyan(`${kind.toUpperCase()} STAGES`)],
    ...stages.filter((stage) => stage.kind === kind).map((stage) => stageLines(stage, look)),
  ]);
  const written =
    formats.length === 0 ? [] : [[look.paint.cyan('FORMATS')], ...formats.map((format) => formatLines(format, look))];
  return page(...groups, ...written);
}

function stageLines(stage: StageListing, look: Look): string[] {
  const options = stage.options.map((option) => ({
    name: cut(
      `${option.name}: ${JSON.stringify(option.default) ?? 'none'}`,
      Math.min(MOST_OPTION, look.width - 6),
      signsOf(look).cut,
    ),
    text: option.description,
  }));
  const place = stage.section === null ? '' : `options in \`${stage.section}\``;
  return [
    ...heading(safe(stage.name), look, place),
    ...indented(paragraph(safe(stage.summary), look)),
    ...indented([...listLines('options', options, look), ...reasonLines(stage.reasons, look)]),
  ];
}

function formatLines({ name, summary, extension, reasons }: FormatListing, look: Look): string[] {
  return [
    ...heading(safe(name), look, `.${extension}`),
    ...indented([...paragraph(safe(summary), look), ...reasonLines(reasons, look)]),
  ];
}

function reasonLines(reasons: Readonly<Record<string, string>>, look: Look): string[] {
  const entries = Object.entries(reasons).map(([name, text]) => ({ name, text }));
  return listLines('drops', entries, look);
}

/** Names in one column, what they mean in the other; below the name where it is too long. */
function listLines(title: string, entries: readonly { name: string; text: string }[], look: Look): string[] {
  if (entries.length === 0) return [];
  const fitting = entries.map((entry) => widthOf(entry.name)).filter((width) => width <= look.width * MOST_NAMES);
  const names = Math.max(...fitting, LEAST_NAMES);
  const lines = entries.flatMap(({ name, text }) => {
    const described = wrap(safe(text), look.width - 6 - names - 2);
    if (widthOf(name) > names) return [name, ...indented(text === '' ? [] : described, names + 2)];
    return labelled(name, described, names + 2);
  });
  return [look.paint.dim(title), ...indented(lines)];
}
