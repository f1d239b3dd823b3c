import { CLAIMS, type ConsumerName } from './claims.ts';
import type { ContainerName } from './containers.ts';
import type { Export } from './exports.ts';

/** A case in which a consumer cannot take an export for a reason that lies with it. */
export interface Limit {
  readonly consumers: readonly ConsumerName[];
  readonly formats: readonly string[];
  readonly worlds: readonly string[];
  /** Left out: in every container. */
  readonly containers?: readonly ContainerName[];
  /** Holds for what `export --for` writes, too; everything else it must write so that the trainer takes it. */
  readonly targets?: true;
  /** A sentence for people, with the cure. */
  readonly reason: string;
}

/** Formats in which a text stands by itself, with nothing around it. */
const BARE_TEXT = Object.keys(CLAIMS).filter(
  (format) => !['chatml-text', 'text', 'input-output', 'csv'].includes(format),
);
const TOOL_WORLDS = ['tools', 'tools-in-test-only', 'tools-folded'];
const TYPES_ARE_GUESSED = ['jsonl', 'gz', 'json'] as const;

/**
 * Known limits of consumers. They are run all the same and must fail: a line that no longer holds fails the run. The table
 * marks them, and never counts their rows.
 */
export const LIMITS: readonly Limit[] = [
  {
    consumers: ['datasets', 'card', 'sft', 'dpo', 'kto', 'reward', 'axolotl', 'axolotl_dpo', 'llamafactory'],
    formats: BARE_TEXT,
    worlds: ['only-dates'],
    containers: TYPES_ARE_GUESSED,
    targets: true,
    reason:
      'Where every text of a column looks like a date, `datasets` reads times instead of text and writes them anew, even when told that it is text (huggingface/datasets#2799). Parquet keeps the text.',
  },
  {
    consumers: ['datasets'],
    formats: ['alpaca'],
    worlds: ['large'],
    containers: TYPES_ARE_GUESSED,
    reason:
      '`datasets` takes its types from the first 10 MB or so: where all `history` there is empty, it fails on the first that is not. By the card, which has the types, and as Parquet it reads all.',
  },
  {
    consumers: ['datasets'],
    formats: ['prompt-completion-messages'],
    worlds: ['tools-in-test-only', 'large'],
    containers: TYPES_ARE_GUESSED,
    reason:
      'Where all prompts of the first split are questions alone, `datasets` gives messages of a prompt two keys, and fails on the calls that stand in a later split. By the card and as Parquet it reads all.',
  },
  {
    consumers: ['datasets'],
    formats: ['mistral', 'gemini', 'bedrock-converse'],
    worlds: ['tools-in-test-only', 'large'],
    containers: TYPES_ARE_GUESSED,
    reason:
      'Shapes of services have no key without a use, so that tools in a later split are new keys to `datasets`. By the card it reads all.',
  },
  {
    consumers: ['datasets'],
    formats: ['bedrock-claude'],
    worlds: ['large'],
    containers: TYPES_ARE_GUESSED,
    reason:
      'In the shape of Claude rows without a system message have no `system`: late in a file it is a new key to `datasets`.',
  },
  {
    consumers: ['datasets'],
    formats: ['kto', 'preference', 'nemo-preference'],
    worlds: ['tools-in-test-only'],
    containers: TYPES_ARE_GUESSED,
    reason:
      'The same with answers that were rated: calls in prompts of a later split are new keys. By the card and as Parquet it reads all.',
  },
  {
    consumers: ['axolotl_dpo'],
    formats: ['preference'],
    worlds: TOOL_WORLDS,
    reason:
      'Where messages have tools, `datasets` takes them for JSON, and the text that axolotl makes of them for a list of letters. Export with `--for axolotl`.',
  },
  {
    consumers: ['axolotl'],
    formats: ['sharegpt'],
    worlds: TOOL_WORLDS,
    reason:
      'axolotl reads `tools` as JSON, which the empty text of rows without tools is not; LLaMA-Factory would make `[]` a system message. Export with `--for axolotl`.',
  },
  {
    consumers: ['axolotl'],
    formats: ['chatml'],
    worlds: TOOL_WORLDS,
    reason:
      'axolotl wants a list under `tools` of every row, where ours say that there are none, as the templates of some models announce tools for an empty list. Export with `--for axolotl`.',
  },
  {
    consumers: ['together'],
    formats: ['chatml'],
    worlds: TOOL_WORLDS,
    reason: 'The client of together refuses the key `tools`: export with `--for together`.',
  },
  {
    consumers: ['llamafactory'],
    formats: ['chatml'],
    worlds: TOOL_WORLDS,
    reason:
      'LLaMA-Factory skips conversations with tools in the shape of OpenAI without an error, as it knows no role `tool` there: export `sharegpt`, or with `--for llama-factory`.',
  },
  {
    consumers: ['mlx'],
    formats: ['chatml'],
    worlds: TOOL_WORLDS,
    reason:
      'mlx-lm wants `tools` as a list, where ours is JSON text so that all rows have one type: export with `--for mlx`.',
  },
];

/** The limit that explains why this consumer cannot take this export. */
export function limitFor(consumer: ConsumerName, { format, world, container, target }: Export): Limit | undefined {
  return LIMITS.find(
    ({ consumers, formats, worlds, containers, targets }) =>
      consumers.includes(consumer) &&
      formats.includes(format) &&
      worlds.includes(world) &&
      (containers ?? [container]).includes(container) &&
      (target === '' || targets === true),
  );
}
