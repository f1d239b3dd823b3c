import type { Example, RatedExample } from '../formats/format.ts';
import { formatNamed } from '../formats/index.ts';
import { leavingId } from './leavingId.ts';
import type { PairColumns, RatedColumns, WriteAnswer, WriteTask, WrittenRows } from './tasks.ts';
import { exampleOf } from './write/exampleOf.ts';
import { ExamplePrinters } from './write/examplePrints.ts';
import { KeptSource } from './write/keptSource.ts';
import { PairExamples } from './write/pairExamples.ts';
import { pairProvenance, provenanceLine } from './write/provenance.ts';
import { RowOutput } from './write/rowOutput.ts';

/** Reads kept records again, cleans and scrubs them as the survey did, and gives the rows of every format. */
export function writeItems(task: WriteTask): WriteAnswer {
  if (task.signals?.kind === 'rated') return writeRated(task, task.signals);
  if (task.signals?.kind === 'pairs') return writePairs(task, task.signals);
  return writeConversations(task);
}

function writeConversations(task: WriteTask): WriteAnswer {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'conversations') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const prints = printersOf(task);
  const source = new KeptSource(task);
  const pseudonym = leavingId(task.ids);
  for (let item = 0; item < task.items.split.length; item++) {
    const records = source.conversations(...rangeOf(task, item));
    const example = exampleOf(records, item, task, pseudonym);
    const provenance = task.provenance === 'none' ? '' : provenanceLine(task, item, example, records);
    if (addToAll(outputs, item, example, provenance)) prints?.add(...placeOf(task, item), example);
  }
  return answerOf(outputs, prints);
}

function writeRated(task: WriteTask, { label }: RatedColumns): WriteAnswer {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'rated') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const prints = printersOf(task);
  const source = new KeptSource(task);
  const pseudonym = leavingId(task.ids);
  for (let item = 0; item < task.items.split.length; item++) {
    const records = source.conversations(...rangeOf(task, item));
    const example: RatedExample = { ...exampleOf(records, item, task, pseudonym), label: label[item] === 1 };
    const told = { label: example.label };
    const provenance = task.provenance === 'none' ? '' : provenanceLine(task, item, example, records, told);
    if (addToAll(outputs, item, example, provenance)) prints?.add(...placeOf(task, item), example, example.label);
  }
  return answerOf(outputs, prints);
}

function writePairs(task: WriteTask, columns: PairColumns): WriteAnswer {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'pairs') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const prints = printersOf(task);
  const pairs = new PairExamples(task, columns, new KeptSource(task), leavingId(task.ids));
  for (let item = 0; item < task.items.split.length; item++) {
    const pair = pairs.pair(item);
    if (typeof pair === 'string') {
      for (const output of outputs) output.refuse(item, pair);
      continue;
    }
    const provenance = task.provenance === 'none' ? '' : pairProvenance(task, columns, item, pair);
    if (addToAll(outputs, item, pair.example, provenance)) prints?.add(...placeOf(task, item), pair.example);
  }
  return answerOf(outputs, prints);
}

/** @returns whether one of them has the example; without formats it is only to be printed */
function addToAll<E extends Example>(
  outputs: readonly RowOutput<E>[],
  item: number,
  example: E,
  provenance: string,
): boolean {
  let taken = outputs.length === 0;
  for (const output of outputs) taken = output.add(item, example, provenance) || taken;
  return taken;
}

function printersOf({ prints, items }: WriteTask): ExamplePrinters | undefined {
  return prints === undefined ? undefined : new ExamplePrinters(prints, items.split.length);
}

/** The number of an item among those of its kind, and its split. */
function placeOf({ first, items }: WriteTask, item: number): [number: number, split: number] {
  return [first + item, items.split[item] ?? 0];
}

function answerOf(
  outputs: readonly { finish(): readonly WrittenRows[] }[],
  prints: ExamplePrinters | undefined,
): WriteAnswer {
  return { rows: outputs.map((output) => output.finish()), prints: prints?.finish() };
}

/** The places of an item's records in its task. */
function rangeOf({ items }: WriteTask, item: number): [first: number, end: number] {
  const first = items.firstRecord[item] ?? 0;
  return [first, items.firstRecord[item + 1] ?? first];
}

function wrongKind(name: string): RangeError {
  return new RangeError(`${name} is made of something else than the items of the task`);
}
