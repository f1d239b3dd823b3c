import { type Command, InvalidArgumentError, Option } from 'commander';
import { type CollectFlags, collect } from './collecting.ts';
import { givenBy } from './given.ts';
import { wholeNumber, withFolderFlags } from './options.ts';

interface FeedbackFlags extends CollectFlags {
  readonly conversation?: string;
  readonly stars?: number;
  readonly thumbs?: string;
  readonly comment?: string;
  readonly correction?: string;
  readonly messageIndex?: number;
  readonly user?: string;
  readonly timestamp?: string;
}

/** Adds `curate feedback`: what users said of answers gets into the daily files. */
export function registerFeedback(program: Command): void {
  withFolderFlags(program.command('feedback'))
    .summary('store what a user said of an answer, or the feedback of standard input')
    .description(
      'Appends to <data>/training_logs/feedback_YYYY-MM-DD.jsonl: feedback that flags say, or JSON lines (or one array) of standard input, under the names that feedback is read by. Prints the id of the conversation of each that is stored. Exits with 1 when some lines were refused.',
    )
    .argument('[input]', '- for standard input, which is read where there are no flags')
    .option('--conversation <id>', 'the conversation, by the id that `curate log` took or gave')
    .addOption(new Option('--stars <n>', '1 to 5').argParser(stars))
    .addOption(new Option('--thumbs <way>', 'up or down').choices(['up', 'down']))
    .option('--comment <text>', 'what the user wrote about the answer')
    .option('--correction <text>', 'the answer as the user would have had it')
    .addOption(
      new Option('--message-index <n>', 'which message of a longer conversation, counted from 0').argParser(
        wholeNumber(0, 1_000_000),
      ),
    )
    .option('--user <id>', 'who said it')
    .option('--timestamp <time>', 'when, ISO 8601 or epoch seconds or milliseconds (default: now)')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no notes')
    .action(feedback);
}

async function feedback(input: string | undefined, flags: FeedbackFlags, command: Command): Promise<void> {
  const { stars, thumbs, comment, correction } = flags;
  const given = givenBy(command, input, {
    conversation_id: flags.conversation,
    timestamp: flags.timestamp,
    user_id: flags.user,
    message_index: flags.messageIndex,
    ...{ stars, thumbs, comment, correction },
  });
  await collect(flags, {
    command: 'feedback',
    given,
    take: (sinks, said) => sinks.feedback.submitUnknown(said),
    takeFound: (sinks, record) => sinks.feedback.submitFound(record),
  });
}

function stars(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 1 && value <= 5) return value;
  throw new InvalidArgumentError('It must be a number from 1 to 5.');
}
