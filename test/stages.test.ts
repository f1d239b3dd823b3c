import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Conversation } from '../src/pipeline/conversation.ts';
import { type Benchmark, BenchmarkBuilder } from '../src/pipeline/decontaminate/benchmark.ts';
import { decontaminateOptions } from '../src/pipeline/decontaminate/options.ts';
import { Drop } from '../src/pipeline/stage.ts';
import { RECORD_STAGES } from '../src/pipeline/stages.ts';
import { MessageTokens } from '../src/pipeline/tokens/messageTokens.ts';

/**
 * Every case of every record stage: `test/stages/<stage>.yaml` is a list of them. A new case is data, not code.
 * Rewriting stages run twice, so a case also shows that doing it again changes nothing.
 */
const turn = z.union([
  z.strictObject({ user: z.string() }),
  z.strictObject({ assistant: z.string() }),
  z.strictObject({ system: z.string() }),
  z.strictObject({ tool: z.string() }),
]);
const turns = z.union([z.string(), z.array(turn)]);
const facets = z.record(z.string(), z.string());
const caseSchema = z.strictObject({
  note: z.string(),
  options: z.record(z.string(), z.unknown()).default({}),
  /** The rows of a benchmark, each the texts that it has. */
  against: z.array(z.array(z.string())).optional(),
  /** A list of turns, or the assistant's text alone. */
  in: turns,
  facets: facets.optional(),
  /** `same`, the turns expected, or the assistant's text alone. */
  out: turns.optional(),
  /** The messages expected with their places, and the place before which they were cut from the front. */
  out_messages: z.array(z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
  cut_before: z.number().optional(),
  out_facets: facets.optional(),
  dropped: z
    .strictObject({
      reason: z.string(),
      measured: z.number().optional(),
      limit: z.number().optional(),
      message: z.number().optional(),
    })
    .optional(),
});
type Turns = z.infer<typeof turns>;

const folder = new URL('./stages/', import.meta.url);

function conversationOf(shorthand: Turns, labels: Record<string, string> = {}): Conversation {
  const list = typeof shorthand === 'string' ? [{ user: 'A question?' }, { assistant: shorthand }] : shorthand;
  return {
    id: 'case',
    timestamp: undefined,
    user: undefined,
    session: undefined,
    facets: labels,
    messages: list.map((entry, index) => {
      if ('user' in entry) return { role: 'user', content: entry.user, index };
      if ('assistant' in entry) return { role: 'assistant', content: entry.assistant, index };
      if ('tool' in entry) return { role: 'tool', content: entry.tool, index };
      return { role: 'system', content: entry.system, index };
    }),
  };
}

function benchmarkOf(rows: readonly string[][], options: object): Benchmark {
  const builder = new BenchmarkBuilder(decontaminateOptions.parse(options));
  for (const texts of rows) builder.add([texts]);
  return builder.finish();
}

const wordsIn = (text: string): number => text.split(' ').length;

test('every registered stage has cases, and every case file a stage', () => {
  const files = readdirSync(folder).map((file) => file.replace(/\.yaml$/, ''));
  expect(files.sort()).toEqual(RECORD_STAGES.map((stage) => stage.name).sort());
});

describe.each(RECORD_STAGES.map((stage) => [stage.name, stage] as const))('%s', (name, stage) => {
  const cases = z.array(caseSchema).parse(load(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')));

  test.each(cases.map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const worker = stage.create(entry.options, {
      tokens: new MessageTokens(wordsIn),
      benchmark: entry.against && benchmarkOf(entry.against, entry.options),
    });
    const before = conversationOf(entry.in, entry.facets);
    const verdict = worker.apply(before);
    if (entry.dropped !== undefined) {
      expect(verdict).toBeInstanceOf(Drop);
      expect(verdict).toMatchObject(entry.dropped);
      return;
    }
    if (verdict instanceof Drop) throw new Error(`dropped for ${verdict.reason}`);
    expect(verdict.cut_before).toBe(entry.cut_before);
    if (entry.out_messages !== undefined)
      expect(verdict.messages.map(({ role, content, index }) => ({ [role]: content, index }))).toEqual(
        entry.out_messages,
      );
    else if (entry.out === undefined || entry.out === 'same') expect(verdict.messages).toEqual(before.messages);
    else expect(verdict.messages).toEqual(conversationOf(entry.out).messages);
    if (entry.out_facets !== undefined) expect(verdict.facets).toMatchObject(entry.out_facets);
    const again = worker.apply(verdict);
    expect(again, 'applied twice').toBe(verdict);
  });

  test('every declared reason is shown by a case', () => {
    const shown = new Set(cases.map((entry) => entry.dropped?.reason));
    for (const reason of Object.keys(stage.reasons)) expect(shown, reason).toContain(reason);
  });
});
