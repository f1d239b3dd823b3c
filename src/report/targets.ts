import { facts, heading, indented, labelled, page, paragraph } from './layout.ts';
import type { Look } from './look.ts';
import { bytes, integer } from './numbers.ts';
import { safe, widthOf, wrap } from './text.ts';
import type { TargetListing, TargetsReport } from './types.ts';

const LABEL = 12;

/** `curate targets` for people: a line a trainer, or one of them in full. */
export function renderTargets({ targets }: TargetsReport, look: Look): string {
  const [only] = targets;
  if (targets.length === 1 && only !== undefined) return page(...inFull(only, look));
  const width = Math.max(...targets.map(({ name }) => widthOf(name)), 0) + 2;
  const lines = targets.flatMap((target) => {
    const about = [
      ...wrap(safe(target.summary), look.width - width),
      ...facts(inShort(target), look, width).map(look.paint.dim),
    ];
    return labelled(safe(target.name), about, width);
  });
  return page(lines, [look.paint.dim('curate targets NAME says all that is known of one, and from where')]);
}

/** What is written, and what is unusual about it. */
function inShort(target: TargetListing): string[] {
  const { formats, files, byte_order_mark } = target;
  const usual = files.train === 'train' && files.val === 'val';
  return [
    formats[0] ?? '',
    formats.length === 1 ? '' : `${formats.length - 1} more`,
    usual ? '' : [files.train, files.val, files.test].join(', '),
    byte_order_mark ? 'byte-order mark' : '',
    ...limitWords(target),
  ];
}

function inFull(target: TargetListing, look: Look): string[][] {
  const { title, name, summary, formats, containers, gzip, masked_turns, reasons, sources } = target;
  const line = (label: string, text: string) => labelled(label, wrap(safe(text), look.width - LABEL - 2), LABEL);
  const limits = limitWords(target);
  return [
    [...heading(safe(title), look, `--for ${safe(name)}`), ...indented(paragraph(safe(summary), look))],
    indented([
      ...line('formats', `${formats[0]} (written where none is asked for)${others(formats)}`),
      ...line('containers', [...containers, ...(gzip ? ['gzip'] : [])].join(', ')),
      ...line('files', fileWords(target)),
      ...(limits.length === 0 ? [] : line('limits', limits.join(', '))),
      ...line('masks', `it ${masked_turns}`),
    ]),
    named(
      'Stays out',
      Object.entries(reasons).map(([reason, says]) => [`target.${reason}`, says]),
      look,
    ),
    named(
      'Sources',
      sources.map(({ at, tells, tried }) => [at, `${tells} (${tried ? 'its code was run' : 'as documented'})`]),
      look,
    ),
  ];
}

/** What each name means, below it. */
function named(title: string, entries: readonly (readonly [string, string])[], look: Look): string[] {
  if (entries.length === 0) return [];
  const lines = entries.flatMap(([name, says]) => [safe(name), ...indented(wrap(safe(says), look.width - 4))]);
  return [look.paint.bold(title), ...indented(lines)];
}

function others(formats: readonly string[]): string {
  return formats.length === 1 ? '' : `, ${formats.slice(1).join(', ')}`;
}

function fileWords({ files, containers, byte_order_mark }: TargetListing): string {
  const names = [files.train, files.val, files.test].join(', ');
  return `${names} .${containers[0]}${byte_order_mark ? ', with a byte-order mark' : ''}`;
}

/** The limits in words; sizes in decimal units, as services count them. */
export function limitWords({ limits }: Pick<TargetListing, 'limits'>): string[] {
  const rows = (split: string): string[] => {
    const [least, most] = [limits[`min_${split}`], limits[`max_${split}`]];
    if (least === undefined && most === undefined) return [];
    if (most === undefined) return [`${split}: ${integer(least ?? 0)} rows or more`];
    return [`${split}: ${least === undefined ? 'up to' : `${integer(least)} to`} ${integer(most)} rows`];
  };
  const { max_total: total, max_bytes: size, max_tokens: tokens } = limits;
  return [
    ...rows('train'),
    ...rows('val'),
    ...(total === undefined ? [] : [`train and val: up to ${integer(total)} rows`]),
    ...(size === undefined ? [] : [`${bytes(size)} a file`]),
    ...(tokens === undefined ? [] : [`${integer(tokens)} tokens an example`]),
  ];
}
