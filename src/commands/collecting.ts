import type { ConversationLogger } from '../collect/conversationLogger.ts';
import type { FeedbackCollector } from '../collect/feedbackCollector.ts';
import type { Collected } from '../collect/types.ts';
import { CurateError, GateFailed, ReaderGone } from '../errors.ts';

/** Flags of commands that write daily files. */
export interface CollectFlags {
  readonly config?: string;
  readonly data: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** What `--json` prints: `refused` has the first of them, `conversation_ids` those of all others, in the order of lines. */
interface CollectReport {
  readonly command: 'log' | 'feedback';
  stored: number;
  opted_out: number;
  dropped: number;
  refused_lines: number;
  readonly refused: { readonly line: number; readonly problem: string }[];
  readonly conversation_ids: string[];
}

/** What a command hands over: one thing that its flags say, or a record of standard input. */
export interface Handover {
  readonly command: 'log' | 'feedback';
  /** What the flags say; nothing where standard input is to be read. */
  readonly given: object | undefined;
  take(sinks: Sinks, given: object): Promise<Collected>;
  takeFound(sinks: Sinks, record: Readonly<Record<string, unknown>>): Promise<Collected>;
}

interface Sinks {
  readonly conversations: ConversationLogger;
  readonly feedback: FeedbackCollector;
}

/** Ours: whoever has more of them has one mistake in all. */
const MOST_REFUSED = 1000;

/**
 * Stores what was handed over, and prints the ids of what is stored.
 * @throws GateFailed when some lines were refused, CurateError when all were, or there was none
 */
export async function collect(flags: CollectFlags, handover: Handover): Promise<void> {
  const { idKey, warn } = await import('./context.ts');
  const { loadConfig } = await import('../config/load.ts');
  const { openCollector } = await import('../collect/openCollector.ts');
  const { config } = loadConfig(flags.config);
  const collector = await openCollector({ config, data: flags.data, id_key: idKey() });
  warn(flags, collector.warnings);
  const { command, given } = handover;
  const report: CollectReport = {
    ...{ command, stored: 0, opted_out: 0, dropped: 0 },
    ...{ refused_lines: 0, refused: [], conversation_ids: [] },
  };
  const tell = teller(report, flags);
  try {
    if (given === undefined) {
      await takeInput((record) => handover.takeFound(collector, record), report, tell, config.inputs.max_line_bytes);
    } else await tell(await handover.take(collector, given));
    await collector.close();
  } finally {
    if (flags.json) (await import('../report/json.ts')).writeJson(process.stdout, report);
  }
  await noteLeftOut(report, flags);
  judge(report);
}

type Tell = (collected: Collected) => Promise<void>;

/** Counts what became of a line, and prints its id once it is stored. */
function teller(report: CollectReport, { json }: CollectFlags): Tell {
  let isRead = true;
  return async ({ status, conversation_id }) => {
    report[status]++;
    if (json) report.conversation_ids.push(conversation_id);
    else if (status === 'stored' && isRead) isRead = await print(conversation_id);
  };
}

/** @returns false when nobody reads any more, which is no reason to store no more */
async function print(id: string): Promise<boolean> {
  const { toStream } = await import('../engine/toStream.ts');
  try {
    await toStream(process.stdout, `${id}\n`);
    return true;
  } catch (error) {
    if (error instanceof ReaderGone) return false;
    throw error;
  }
}

/** @throws the first error that no line is to blame for, once all that was under way is told */
async function takeInput(
  take: (record: Readonly<Record<string, unknown>>) => Promise<Collected>,
  report: CollectReport,
  tell: Tell,
  maxBytes: number,
): Promise<void> {
  const { takeStream } = await import('../collect/takeStream.ts');
  let failure: { readonly line: number; readonly error: unknown } | undefined;
  for await (const outcome of takeStream(process.stdin, take, maxBytes)) {
    if ('collected' in outcome) await tell(outcome.collected);
    else if ('problem' in outcome) refuse(report, outcome);
    else failure ??= { line: outcome.line, error: outcome.failure };
  }
  if (failure === undefined) return;
  if (!(failure.error instanceof CurateError)) throw failure.error;
  throw new CurateError(
    `standard input, line ${failure.line}: ${failure.error.message} Stored are ${report.stored} lines.`,
  );
}

function refuse(report: CollectReport, refused: { readonly line: number; readonly problem: string }): void {
  report.refused_lines++;
  if (report.refused.length < MOST_REFUSED) report.refused.push(refused);
}

async function noteLeftOut(report: CollectReport, flags: CollectFlags): Promise<void> {
  const { note } = await import('./context.ts');
  const { refused, refused_lines, opted_out, dropped } = report;
  for (const { line, problem } of flags.json ? [] : refused) note(flags, `line ${line}: ${problem}`);
  if (!flags.json && refused_lines > refused.length)
    note(flags, `note: ${refused_lines - refused.length} further lines were refused.`);
  if (opted_out > 0) note(flags, `note: not stored, since who it is from opted out or was forgotten: ${opted_out}.`);
  if (dropped > 0)
    note(flags, `warning: dropped, by \`collect.on_failure: drop\` or an action of \`privacy.entities\`: ${dropped}.`);
}

function judge({ command, stored, opted_out, dropped, refused_lines }: CollectReport): void {
  const lines = stored + opted_out + dropped + refused_lines;
  if (lines === 0)
    throw new CurateError(
      `standard input has nothing to store; pipe JSON lines into \`curate ${command}\`, or see \`curate ${command} --help\`.`,
    );
  if (refused_lines === lines)
    throw new CurateError(`none of ${lines} lines can be stored; see docs/collect.md for the names that are known.`);
  if (refused_lines > 0)
    throw new GateFailed(`${refused_lines} of ${lines} lines were refused; the others are through.`);
}
