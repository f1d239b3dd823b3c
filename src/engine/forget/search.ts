import { conversationOf } from '../../inputs/conversationLine.ts';
import { feedbackOf } from '../../inputs/feedbackLine.ts';
import { conversationIds, type FoundIds, feedbackIds } from '../../inputs/lineIds.ts';
import { messagesOf } from '../../inputs/messages.ts';
import { isBlank, isNullElement, parseRecord } from '../../inputs/parseRecord.ts';
import { readRecords } from '../../inputs/readRecords.ts';
import type { JsonObject } from '../../measures/jsonObject.ts';
import type { ReadPlan } from '../tasks.ts';
import type { LogFile } from './logFiles.ts';
import type { Person } from './person.ts';

/** The longest string of Node is twice as long; `inputs.max_line_bytes` goes no further either. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** What goes from a file. */
export interface Removal {
  readonly file: LogFile;
  /** Beginnings and ends, in turn, of the lines that go; in bytes of the unpacked file. */
  readonly ranges: number[];
  /** Their numbers, ascending. */
  readonly lines: number[];
  /** Those of them that no survey could use. */
  readonly malformed: number[];
  /** How many lines the file has that are not blank. */
  total: number;
  /** Why a part of the file could not be looked at. */
  unread: string | undefined;
  /** So much of it cannot be read that it cannot be written anew either. */
  damaged: boolean;
}

/** Told of every line of a file that is not blank; what cannot be read comes as its bytes alone. */
interface LineListener {
  line(line: JsonObject | undefined, bytes: Buffer, offset: number, number: number): void;
  unread(reason: string, damaged: boolean): void;
}

/** The first look at the conversations: learns in which sessions the user was. */
export async function learnFrom(file: LogFile, person: Person, read: ReadPlan): Promise<void> {
  const { bytes: names } = person;
  await readLines(file, names === undefined ? undefined : (bytes) => mayName(bytes, names), {
    line(line) {
      if (line !== undefined) person.learn(idsOf(line, file, read).found);
    },
    unread() {},
  });
}

/** The second look: which lines of a file go. Conversations come before feedback, which goes with them. */
export async function searchFile(file: LogFile, person: Person, read: ReadPlan): Promise<Removal> {
  const removal: Removal = { file, ranges: [], lines: [], malformed: [], total: 0, unread: undefined, damaged: false };
  await readLines(file, undefined, {
    line(line, bytes, offset, number) {
      removal.total++;
      const isTheirs = line === undefined ? person.isMentioned(bytes) : owns(line, file, person, read);
      if (!isTheirs) return;
      removal.ranges.push(offset, offset + bytes.length);
      removal.lines.push(number);
      if (line === undefined || !isUsable(line, file, read)) removal.malformed.push(number);
    },
    unread(reason, damaged) {
      removal.unread ??= reason;
      removal.damaged ||= damaged;
    },
  });
  return removal;
}

/** The ids of the conversations at these lines of a file that are not the subject's. */
export async function idsAt(
  file: LogFile,
  wanted: ReadonlySet<number>,
  person: Person,
  read: ReadPlan,
): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  await readLines(file, undefined, {
    line(line, _bytes, _offset, number) {
      if (line === undefined || !wanted.has(number) || owns(line, file, person, read)) return;
      const { id } = idsOf(line, file, read).found;
      if (id !== undefined) ids.set(number, id);
    },
    unread() {},
  });
  return ids;
}

function owns(line: JsonObject, file: LogFile, person: Person, read: ReadPlan): boolean {
  const { found, isFeedback } = idsOf(line, file, read);
  return isFeedback ? person.ownsFeedback(found) : person.ownsConversation(found);
}

function idsOf(line: JsonObject, { kind }: LogFile, read: ReadPlan): { found: FoundIds; isFeedback: boolean } {
  const isFeedback =
    kind === 'feedback' || (kind === 'archive' && typeof messagesOf(line, read.conversation) === 'string');
  const found = isFeedback
    ? feedbackIds(line, read.feedback, read.conversation.session)
    : conversationIds(line, read.conversation);
  return { found, isFeedback };
}

function isUsable(line: JsonObject, { kind }: LogFile, read: ReadPlan): boolean {
  if (kind !== 'feedback' && typeof conversationOf(line, read.conversation) !== 'string') return true;
  return kind !== 'conversations' && typeof feedbackOf(line, read.feedback) !== 'string';
}

/** An escape may hide an id from a look at the bytes. */
const ESCAPES = [Buffer.from('\\u'), Buffer.from('\\/')];

function mayName(bytes: Buffer, names: readonly Buffer[]): boolean {
  return names.some((name) => bytes.includes(name)) || ESCAPES.some((sign) => bytes.includes(sign));
}

/** @param matters lines of which it says no are not parsed, nor told of */
async function readLines(
  file: LogFile,
  matters: ((bytes: Buffer) => boolean) | undefined,
  listener: LineListener,
): Promise<void> {
  let number = 0;
  const whole = { start: 0, end: file.bytes };
  await readRecords(file, whole, LONGEST_LINE, {
    record(bytes, offset) {
      number++;
      if (matters?.(bytes) === false || isBlank(bytes) || (file.array && isNullElement(bytes))) return;
      const line = parseRecord(bytes);
      listener.line(typeof line === 'string' ? undefined : line, bytes, offset, number);
    },
    broken(reason) {
      number++;
      if (reason === 'bad_gzip') listener.unread('it cannot be unpacked to its end', true);
      if (reason === 'too_long') listener.unread('it has a line that is too long to be looked at', false);
      if (reason === 'text_after_array') listener.unread('it goes on after the end of its array', false);
      if (reason === 'array_not_closed')
        listener.unread('its array is not closed, so its last element cannot be told', false);
    },
  });
}
