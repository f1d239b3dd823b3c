import type { ConsumerName } from './claims.ts';
import type { Export } from './exports.ts';

/** A case in which a consumer cannot take an export for a reason that lies with it. */
export interface Limit {
  readonly consumers: readonly ConsumerName[];
  readonly formats: readonly string[];
  readonly worlds: readonly string[];
  /** A sentence for people, with the cure. */
  readonly reason: string;
}

/**
 * Known limits of consumers. They are run all the same and must fail: a line that no longer holds fails the run. The table
 * marks them, and never counts their rows.
 */
export const LIMITS: readonly Limit[] = [
  {
    consumers: ['datasets', 'card', 'sft', 'axolotl', 'llamafactory'],
    formats: ['chatml', 'alpaca', 'instruction', 'json'],
    worlds: ['only-dates'],
    reason:
      'Where every text of a column looks like a date, `datasets` reads times instead of text and writes them anew, even when told that it is text (huggingface/datasets#2799). Parquet keeps the text.',
  },
  {
    consumers: ['datasets'],
    formats: ['alpaca'],
    worlds: ['large'],
    reason:
      '`datasets` takes its types from the first 10 MB or so: where all `history` there is empty, it fails on the first that is not. By the card, which has the types, and as Parquet it reads all.',
  },
  {
    consumers: ['together'],
    formats: ['chatml'],
    worlds: ['tools', 'tools-in-test-only'],
    reason: 'The client of together refuses the key `tools`: export with `--for together`.',
  },
  {
    consumers: ['mlx'],
    formats: ['chatml'],
    worlds: ['tools', 'tools-in-test-only'],
    reason:
      'mlx-lm wants `tools` as a list, where ours is JSON text so that all rows have one type: export with `--for mlx`.',
  },
];

/** The limit that explains why this consumer cannot take this export. An export for a target must suit it without one. */
export function limitFor(consumer: ConsumerName, { format, world, container, target }: Export): Limit | undefined {
  if (target !== '' || container === 'parquet') return undefined;
  return LIMITS.find(
    ({ consumers, formats, worlds }) =>
      consumers.includes(consumer) && formats.includes(format) && worlds.includes(world),
  );
}
