import type { RatedExample } from '../formats/format.ts';
import { formatNamed } from '../formats/index.ts';
import { leavingId } from './leavingId.ts';
import type { PairColumns, RatedColumns, WriteResult, WriteTask } from './tasks.ts';
import { exampleOf } from './write/exampleOf.ts';
import { KeptSource } from './write/keptSource.ts';
import { PairExamples } from './write/pairExamples.ts';
import { pairProvenance, provenanceLine } from './write/provenance.ts';
import { RowOutput } from './write/rowOutput.ts';

/** Reads kept records again, cleans and scrubs them as the survey did, and gives the rows of every format. */
export function writeItems(task: WriteTask): WriteResult {
  if (task.signals?.kind === 'rated') return writeRated(task, task.signals);
  if (task.signals?.kind === 'pairs') return writePairs(task, task.signals);
  return writeConversations(task);
}

function writeConversations(task: WriteTask): WriteResult {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'conversations') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const source = new KeptSource(task);
  const pseudonym = leavingId(task.ids);
  for (let item = 0; item < task.items.split.length; item++) {
    const records = source.conversations(...rangeOf(task, item));
    const example = exampleOf(records, item, task, pseudonym);
    const provenance = task.provenance === 'none' ? '' : provenanceLine(task, item, example, records);
    for (const output of outputs) output.add(item, example, provenance);
  }
  return outputs.map((output) => output.finish());
}

function writeRated(task: WriteTask, { label }: RatedColumns): WriteResult {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'rated') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const source = new KeptSource(task);
  const pseudonym = leavingId(task.ids);
  for (let item = 0; item < task.items.split.length; item++) {
    const records = source.conversations(...rangeOf(task, item));
    const example: RatedExample = { ...exampleOf(records, item, task, pseudonym), label: label[item] === 1 };
    const told = { label: example.label };
    const provenance = task.provenance === 'none' ? '' : provenanceLine(task, item, example, records, told);
    for (const output of outputs) output.add(item, example, provenance);
  }
  return outputs.map((output) => output.finish());
}

function writePairs(task: WriteTask, columns: PairColumns): WriteResult {
  const outputs = task.formats.map(({ name, shape }, place) => {
    const format = formatNamed(name);
    if (format.kind !== 'pairs') throw wrongKind(name);
    return new RowOutput(task, format, format.open(shape, task.options), place);
  });
  const pairs = new PairExamples(task, columns, new KeptSource(task), leavingId(task.ids));
  for (let item = 0; item < task.items.split.length; item++) {
    const pair = pairs.pair(item);
    if (typeof pair === 'string') {
      for (const output of outputs) output.refuse(item, pair);
      continue;
    }
    const provenance = task.provenance === 'none' ? '' : pairProvenance(task, columns, item, pair);
    for (const output of outputs) output.add(item, pair.example, provenance);
  }
  return outputs.map((output) => output.finish());
}

/** The places of an item's records in its task. */
function rangeOf({ items }: WriteTask, item: number): [first: number, end: number] {
  const first = items.firstRecord[item] ?? 0;
  return [first, items.firstRecord[item + 1] ?? first];
}

function wrongKind(name: string): RangeError {
  return new RangeError(`${name} is made of something else than the items of the task`);
}
