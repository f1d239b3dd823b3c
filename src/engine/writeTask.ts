import { createHash } from 'node:crypto';
import { CurateError } from '../errors.ts';
import type { Example, Format, RowWriter } from '../formats/format.ts';
import { formatNamed } from '../formats/index.ts';
import { conversationOf } from '../inputs/conversationLine.ts';
import { parseRecord } from '../inputs/parseRecord.ts';
import { hash53 } from '../measures/hash.ts';
import { pseudonymizer } from '../measures/pseudonym.ts';
import type { Conversation } from '../pipeline/conversation.ts';
import { RecordPipeline } from '../pipeline/recordPipeline.ts';
import { SPLITS, type SplitName } from '../pipeline/split/assign.ts';
import { firstExchanges } from '../pipeline/turns.ts';
import { RecordReader } from './recordReader.ts';
import type { KeptItem, KeptRecord, WriteResult, WriteTask, WrittenRows } from './tasks.ts';

/** Reads kept records again, cleans and scrubs them as the survey did, and gives the rows of every format. */
export function writeItems(task: WriteTask): WriteResult {
  const reader = new RecordReader();
  try {
    const source = new KeptSource(task, reader);
    const outputs = task.formats.map(({ name, shape }) => {
      const format = formatNamed(name);
      return new FormatOutput(format, format.open(shape, task.options), task);
    });
    for (const item of task.items) {
      const records = item.records.map((record) => source.conversation(record));
      const example = exampleOf(records, item, source.pseudonym);
      const provenance = provenanceOf(item, records, example, task);
      for (const output of outputs) output.add(example, item, provenance);
    }
    return outputs.map((output) => output.finish());
  } finally {
    reader.close();
  }
}

/** Kept records as conversations, cleaned, scrubbed and cut as decided. */
class KeptSource {
  readonly pseudonym: (id: string) => string;
  readonly #task: WriteTask;
  readonly #reader: RecordReader;
  readonly #pipeline: RecordPipeline;

  constructor(task: WriteTask, reader: RecordReader) {
    this.#task = task;
    this.#reader = reader;
    this.#pipeline = new RecordPipeline(task.plan);
    this.pseudonym = pseudonymizer(task.id_key);
  }

  conversation(record: KeptRecord): Conversation {
    const source = this.#task.sources[record.source];
    const line =
      source === undefined ? 'not_json' : parseRecord(this.#reader.read(source.path, record.offset, record.bytes));
    const conversation = typeof line === 'string' ? line : conversationOf(line, this.#task.read.conversation);
    if (typeof conversation === 'string' || hash53(conversation.id) !== record.id) throw changed(source?.name, record);
    const rewritten = record.untouched ? conversation : this.#pipeline.rewrite(conversation);
    if ('drop' in rewritten) throw changed(source?.name, record);
    return firstExchanges(rewritten, record.exchanges);
  }
}

function changed(name = 'a log', { line }: KeptRecord): CurateError {
  return new CurateError(
    `${name}, line ${line}: the file was changed while it was read; nothing was written. Run the command again when no one rewrites the logs.`,
  );
}

function exampleOf(
  records: readonly Conversation[],
  { language, rating }: KeptItem,
  pseudonym: (id: string) => string,
): Example {
  const [first] = records;
  if (first === undefined) throw new RangeError('an example has at least one record');
  const { id, timestamp, user, session } = first;
  const [, ...later] = records;
  const turns = later.flatMap(({ messages }) => messages.filter((message) => message.role !== 'system'));
  return {
    id,
    timestamp,
    user: user === undefined ? undefined : pseudonym(user),
    session: session === undefined ? undefined : pseudonym(session),
    messages: [...first.messages, ...turns],
    facets: { ...first.facets, language: language === '' ? undefined : language },
    rating,
  };
}

/** The line of `provenance/` for an example: where it comes from, and what speaks for it. The same keys in every line. */
function provenanceOf(item: KeptItem, records: readonly Conversation[], example: Example, task: WriteTask): string {
  const at = (record: KeptRecord) => ({ file: task.sources[record.source]?.name ?? '', line: record.line });
  const [first] = item.records;
  const content = JSON.stringify(example.messages.map(({ role, content: text }) => ({ role, content: text })));
  return JSON.stringify({
    id: example.id,
    ...(first === undefined ? {} : at(first)),
    rating: item.rating ?? 0,
    language: item.language,
    hash: createHash('sha256').update(content).digest('hex'),
    cluster_size: item.cluster_size,
    ...(task.sessions
      ? { exchanges: item.records.map((record, i) => ({ id: records[i]?.id ?? '', ...at(record) })) }
      : {}),
  });
}

/** Collects the rows of one format by split. */
class FormatOutput {
  readonly #format: Format;
  readonly #writer: RowWriter;
  readonly #task: WriteTask;
  readonly #rows: Record<SplitName, { rows: string[]; provenance: string[]; examples: number }>;

  constructor(format: Format, writer: RowWriter, task: WriteTask) {
    this.#format = format;
    this.#writer = writer;
    this.#task = task;
    const none = () => ({ rows: [], provenance: [], examples: 0 });
    this.#rows = { train: none(), val: none(), test: none() };
  }

  add(example: Example, { shape, split }: KeptItem, provenance: string): void {
    if (this.#format.refuses(shape, this.#task.options) !== undefined) return;
    const target = this.#rows[split];
    target.examples++;
    for (const row of this.#writer.rows(example)) {
      target.rows.push(row);
      target.provenance.push(provenance);
    }
  }

  finish(): Record<SplitName, WrittenRows> {
    const written = (split: SplitName): WrittenRows => {
      const { rows, provenance, examples } = this.#rows[split];
      return {
        rows: rows.length,
        examples,
        text: rows.join(this.#writer.frame.between),
        provenance: provenance.length === 0 ? '' : `${provenance.join('\n')}\n`,
      };
    };
    const [train, val, test] = SPLITS;
    return { train: written(train), val: written(val), test: written(test) };
  }
}
