import type { Command } from 'commander';
import { type CollectFlags, collect } from './collecting.ts';
import { givenBy } from './given.ts';
import { withFolderFlags } from './options.ts';

interface LogFlags extends CollectFlags {
  readonly userMessage?: string;
  readonly assistantMessage?: string;
  readonly conversation?: string;
  readonly user?: string;
  readonly session?: string;
  readonly timestamp?: string;
  readonly model?: string;
  readonly language?: string;
  readonly intent?: string;
  readonly framework?: string;
  readonly complexity?: string;
  readonly source?: string;
  readonly context?: string;
}

/** Adds `curate log`: conversations get into the daily files. */
export function registerLog(program: Command): void {
  withFolderFlags(program.command('log'))
    .summary('store an exchange, or the conversations of standard input')
    .description(
      'Appends to <data>/training_logs/conversations_YYYY-MM-DD.jsonl: one exchange that flags say, or JSON lines (or one array) of standard input, under the names that logs are read by. Prints the id of each that is stored. Exits with 1 when some lines were refused.',
    )
    .argument('[input]', '- for standard input, which is read where there are no flags')
    .option('--user-message <text>', 'what the user said')
    .option('--assistant-message <text>', 'what the assistant answered')
    .option('--conversation <id>', 'the id by which feedback will name it (default: a new one)')
    .option('--user <id>', 'who asked')
    .option('--session <id>', 'what ties exchanges together')
    .option('--timestamp <time>', 'when it took place, ISO 8601 or epoch seconds or milliseconds (default: now)')
    .option('--model <name>', 'the model that answered')
    .option('--language <code>', 'a label, as are those below')
    .option('--intent <label>')
    .option('--framework <label>')
    .option('--complexity <label>')
    .option('--source <label>', 'real or synthetic')
    .option('--context <label>')
    .option('--json', 'print one JSON object and nothing else')
    .option('--quiet', 'print no notes')
    .action(log);
}

async function log(input: string | undefined, flags: LogFlags, command: Command): Promise<void> {
  const { language, intent, framework, complexity, model, source, context } = flags;
  const given = givenBy(command, input, {
    conversation_id: flags.conversation,
    timestamp: flags.timestamp,
    user_id: flags.user,
    session_id: flags.session,
    user_message: flags.userMessage,
    assistant_message: flags.assistantMessage,
    ...{ language, intent, framework, complexity, model, source, context },
  });
  await collect(flags, {
    command: 'log',
    given,
    take: ({ conversations }, conversation) => conversations.logUnknown(conversation),
    takeFound: ({ conversations }, record) => conversations.logFound(record),
  });
}
