import type { Config } from '../../config/config.ts';
import { nearest } from '../../config/nearest.ts';
import { CurateError } from '../../errors.ts';
import type { Format } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { targetNamed } from '../../targets/index.ts';
import type { Target } from '../../targets/target.ts';
import type { ByteSink } from '../containers/openContainer.ts';
import { formatsAsked } from './formatsAsked.ts';

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
export function wantedOf(flags: WantedNames, config: Config): Wanted {
  const name = flags.for ?? config.export.for ?? NOBODY;
  if (name === NOBODY)
    return { formats: formatsAsked(flags.format ?? config.export.format, config), target: undefined };
  const target = targetNamed(name);
  return { formats: [formatFor(target, flags.format)], target };
}

/** The folder of an export below `curated/`: named after the target, and after the format as well where it is another than its first. */
export function folderName({ name }: Format, target: Target | undefined): string {
  if (target === undefined) return name;
  return name === target.formats[0] ? target.name : `${target.name}-${name}`;
}

/** Where the bytes of a file of a target go: behind a byte-order mark, where it wants one. */
export function sinkFor(target: Target | undefined, write: ByteSink): ByteSink {
  if (target?.byte_order_mark !== true) return write;
  let begun = false;
  return async (piece) => {
    if (!begun) await write('\uFEFF');
    begun = true;
    await write(piece);
  };
}

/** @throws CurateError when the target does not read the format that is asked for, or several are */
export function formatFor(target: Target, asked: string | undefined): Format {
  const [name = target.formats[0], ...others] = asked === undefined ? [] : namesIn(asked);
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

export function namesIn(names: string | readonly string[]): readonly string[] {
  return typeof names === 'string' ? names.split(',').map((name) => name.trim()) : names;
}
