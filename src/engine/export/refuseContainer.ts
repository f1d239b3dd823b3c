import { CurateError } from '../../errors.ts';
import { type ContainerChoice, containerFor } from '../../formats/container.ts';
import { type Format, type FormatOptions, PLAIN_SHAPE } from '../../formats/format.ts';
import { refuseNested } from '../containers/refuseNested.ts';
import type { Destination } from './destination.ts';

/** How an export is to be packed. */
export interface Packing {
  /** As `--container` has it, where it was given. */
  readonly asked: ContainerChoice | undefined;
  /** What it comes to, the config and the name of the file taken in. */
  readonly container: ContainerChoice;
  readonly compress: 'none' | 'gz';
  readonly options: FormatOptions;
}

/** @throws CurateError when the container does not go with the destination, its compression or a format */
export function refuseContainer(
  destination: Destination,
  formats: readonly Format[],
  { asked, container, compress, options }: Packing,
): void {
  if (destination.kind === 'file' && asked !== undefined && asked !== 'auto' && asked !== destination.container) {
    throw new CurateError(
      `--container ${asked} does not go with -o FILE.${destination.container}; let the name alone say it: -o FILE.${asked}.`,
    );
  }
  for (const format of formats) {
    const packed = containerFor(format, container);
    if (packed === 'parquet' && destination.kind === 'stream') {
      throw new CurateError(
        '-o - and the container parquet do not go together: its table of contents is at the end, and readers need a file. Name one with -o FILE.parquet, or stream with --container jsonl.',
      );
    }
    if (packed === 'parquet' && compress === 'gz') {
      throw new CurateError(
        'Parquet is compressed inside (SNAPPY), and no reader unpacks it before; leave `compress` at none.',
      );
    }
    refuseNested({ format, container: packed, shape: PLAIN_SHAPE }, options);
  }
}
