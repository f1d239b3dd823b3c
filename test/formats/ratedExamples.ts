import { z } from 'zod';
import {
  type ExportShape,
  type FormatOptions,
  type PairExample,
  type PairFormat,
  type RatedExample,
  type RatedFormat,
  type RowWriter,
  shapeOf,
} from '../../src/formats/format.ts';
import { FORMATS } from '../../src/formats/index.ts';
import { exampleOf, fileOf, made, PLAIN_OPTIONS, rowText } from './render.ts';

export const RATED_FORMATS = FORMATS.filter((format): format is RatedFormat => format.kind === 'rated');
export const PAIR_FORMATS = FORMATS.filter((format): format is PairFormat => format.kind === 'pairs');

/** A rated answer in short: turns that end with it, and `label`. */
export function ratedExampleOf(short: unknown): RatedExample {
  const { label, ...rest } = z.looseObject({ label: z.boolean() }).parse(short);
  return { ...exampleOf(rest), label };
}

/** A pair in short: turns that end with the question, `chosen` and `rejected` as turns, and `margin`. */
export function pairExampleOf(short: unknown): PairExample {
  const turns = z.array(z.unknown());
  const { chosen, rejected, margin, ...rest } = z
    .looseObject({ chosen: turns, rejected: turns, margin: z.number().default(4) })
    .parse(short);
  const answer = (spoken: unknown[]) => exampleOf({ turns: spoken }).messages;
  return { ...exampleOf(rest), chosen: answer(chosen), rejected: answer(rejected), margin };
}

/** The shape of a pair: that of both its conversations. */
export function shapeOfPair(example: PairExample): ExportShape {
  const { messages, chosen, rejected, tools } = example;
  return shapeOf({ messages: [...messages, ...chosen, ...rejected], tools });
}

export function ratedWriter(format: RatedFormat, examples: readonly RatedExample[], options = PLAIN_OPTIONS) {
  return format.open(joined(examples.map(shapeOf)), options);
}

export function pairWriter(format: PairFormat, examples: readonly PairExample[], options = PLAIN_OPTIONS) {
  return format.open(joined(examples.map(shapeOfPair)), options);
}

/** The whole file of these examples. */
export function renderRated(
  format: RatedFormat,
  examples: readonly RatedExample[],
  options: FormatOptions = PLAIN_OPTIONS,
) {
  return linesOf(ratedWriter(format, examples, options), examples);
}

export function renderPairs(
  format: PairFormat,
  examples: readonly PairExample[],
  options: FormatOptions = PLAIN_OPTIONS,
) {
  return linesOf(pairWriter(format, examples, options), examples);
}

function linesOf<E extends RatedExample | PairExample>(
  { columns, rows }: RowWriter<E>,
  examples: readonly E[],
): string {
  const texts = examples.flatMap((example) => made(rows(example)).map(rowText));
  return fileOf('jsonl', columns, texts);
}

function joined(shapes: readonly ExportShape[]): ExportShape {
  return {
    system: shapes.some(({ system }) => system),
    several_turns: shapes.some(({ several_turns }) => several_turns),
    tools: shapes.some(({ tools }) => tools),
    definitions: shapes.some(({ definitions }) => definitions),
  };
}
