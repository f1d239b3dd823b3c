import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load.ts';
import { type ConversationFields, conversationFields, type FeedbackFields, feedbackFields } from '../inputs/fields.ts';
import { DailyFiles } from './dailyFiles.ts';
import { DoorScrubber } from './doorScrubber.ts';
import type { FileCalls } from './fileCalls.ts';
import { PeopleWatch } from './peopleWatch.ts';
import { refuseOtherReadings } from './readsBack.ts';
import { RecentIds } from './recentIds.ts';

export interface CollectorOptions {
  /** What `loadConfig` gives; left out: `config/fine_tuning_config.yaml` in the working directory, else the defaults. */
  readonly config?: Config | undefined;
  /** The folder that holds `training_logs/`. */
  readonly data: string;
  /** The key of pseudonyms; left out: the environment's `CURATE_ID_KEY`. */
  readonly id_key?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now?: (() => number) | undefined;
  /** How daily files are written to; left out: by Node's calls. */
  readonly files?: FileCalls | undefined;
}

/** What every line passes on its way into a daily file, made once for a data folder. */
export interface Door {
  readonly config: Config;
  readonly now: () => number;
  readonly people: PeopleWatch;
  /** Conversations that were not stored for whose they are: what is said of them without a name is left out with them. */
  readonly leftOut: RecentIds;
  /** With `collect.scrub: at_write`. */
  readonly scrubber: DoorScrubber | undefined;
  readonly conversation: ConversationFields;
  readonly feedback: FeedbackFields;
  /** What should not go unseen: one sentence each. */
  readonly warnings: readonly string[];
  /** The daily files of one kind of line. */
  filesOf(stem: string): DailyFiles;
}

/** @throws CurateError for a config with mistakes, and for a list of people that cannot be read */
export function openDoor(options: CollectorOptions): Door {
  const { config = loadConfig().config, data, id_key, now = Date.now, files } = options;
  const key = id_key || process.env.CURATE_ID_KEY || undefined;
  const { collect, privacy, inputs } = config;
  const folder = resolve(data);
  const lists = { data: folder, opt_out: privacy.opt_out, id_key: key, timeout_ms: collect.timeout_ms };
  const people = new PeopleWatch(lists);
  const conversation = conversationFields(inputs.fields);
  const feedback = feedbackFields(inputs.feedback_fields);
  refuseOtherReadings(conversation, feedback);
  const atWrite = collect.scrub === 'at_write';
  return {
    config,
    now,
    people,
    leftOut: new RecentIds(),
    scrubber: atWrite ? new DoorScrubber(config, key) : undefined,
    conversation,
    feedback,
    warnings: [...people.warnings, ...(atWrite ? writeWarnings(config, key) : [])],
    filesOf: (stem) => new DailyFiles({ ...collect, folder: join(folder, 'training_logs'), stem, now, files }),
  };
}

function writeWarnings({ privacy }: Config, key: string | undefined): string[] {
  return [
    ...(key === undefined
      ? [
          'CURATE_ID_KEY is not set, so user and session ids are stored as plain hashes; whoever can guess an id can find its hash.',
        ]
      : []),
    ...(privacy.recognizer === null
      ? []
      : [
          '`collect.scrub: at_write` does not ask `privacy.recognizer`, which takes a request a line: what only that finds is stored, and goes at curation.',
        ]),
  ];
}
