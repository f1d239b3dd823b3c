import { nearest } from '../../config/nearest.ts';
import { CurateError } from '../../errors.ts';
import type { Format, Frame } from '../../formats/format.ts';
import { FORMATS, formatNamed } from '../../formats/index.ts';
import { targetNamed } from '../../targets/index.ts';
import type { Target } from '../../targets/target.ts';

/** Says `--for none`: the config names a target, and this run is for nobody in particular. */
const NOBODY = 'none';

/** What an export is asked to write. */
export interface Wanted {
  readonly formats: readonly Format[];
  /** Whose rules it follows; there is one format then. */
  readonly target: Target | undefined;
}

/** As flags have it, or the config where they say nothing. */
export interface WantedNames {
  readonly format?: string | undefined;
  readonly for?: string | undefined;
}

/**
 * The formats and the target that are meant. A target's own format is written where `--format` asks for no other:
 * what the config says of formats is for exports without a target.
 * @throws CurateError for a name that is none, and for a format that the target does not read
 */
export function wantedOf(
  flags: WantedNames,
  config: { readonly format: string | readonly string[]; readonly for: string | null },
): Wanted {
  const name = flags.for ?? config.for ?? NOBODY;
  if (name === NOBODY) return { formats: formatsOf(flags.format ?? config.format), target: undefined };
  const target = targetNamed(name);
  return { formats: [formatFor(target, flags.format)], target };
}

/** The folder of an export below `curated/`: named after the target, and after the format as well where it is another than its first. */
export function folderName({ name }: Format, target: Target | undefined): string {
  if (target === undefined) return name;
  return name === target.formats[0] ? target.name : `${target.name}-${name}`;
}

/** What stands around the rows in the files of a target. */
export function frameFor(frame: Frame, target: Target | undefined): Frame {
  return target?.byte_order_mark === true ? { ...frame, head: `\uFEFF${frame.head}` } : frame;
}

function formatsOf(names: string | readonly string[]): Format[] {
  const list = listOf(names);
  if (list.includes('all')) return [...FORMATS];
  return [...new Set(list)].map(formatNamed);
}

function formatFor(target: Target, asked: string | undefined): Format {
  const [name = target.formats[0], ...others] = asked === undefined ? [] : listOf(asked);
  if (others.length > 0 || name === 'all') {
    throw new CurateError(
      `--for ${target.name} writes one format, not several: leave --format out, or name one of ${target.formats.join(', ')}.`,
    );
  }
  if (target.formats.includes(name)) return formatNamed(name);
  const format = formatNamed(name).name;
  const near = nearest(format, target.formats);
  throw new CurateError(
    `${target.title} does not read ${format}${near === undefined ? '' : `; did you mean \`${near}\``}; with --for ${target.name} choose one of ${target.formats.join(', ')}.`,
  );
}

function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? names.split(',').map((name) => name.trim()) : names;
}
