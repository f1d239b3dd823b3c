import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conversationInput } from '../../src/collect/conversationInput.ts';
import { feedbackInput } from '../../src/collect/feedbackInput.ts';
import { IMPORTERS } from '../../src/importers/index.ts';
import { entriesOf, FIXTURES, fixtureFiles, readAll } from './reading.ts';

describe.each(IMPORTERS)('$name', (importer) => {
  const entries = fixtureFiles(importer.name).flatMap(entriesOf);
  const read = readAll(importer, entries);

  test('gives the lines that stand beside its fixtures', async () => {
    const shown = read.flatMap(({ conversations = [], feedback = [], problem, pass }, place) => [
      ...[...conversations, ...feedback].map(({ line }) => JSON.stringify(line)),
      ...(problem === undefined ? [] : [JSON.stringify({ entry: place + 1, problem })]),
      ...(pass === undefined ? [] : [JSON.stringify({ entry: place + 1, pass })]),
    ]);
    await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot(join(FIXTURES, importer.name, 'expected.jsonl'));
  });

  test('gives only what may be handed over, with the ids and times that it says', () => {
    for (const { conversations = [], feedback = [] } of read) {
      for (const { line } of conversations) expect(conversationInput.safeParse(line).error).toBeUndefined();
      for (const { line } of feedback) expect(feedbackInput.safeParse(line).error).toBeUndefined();
      for (const { line, conversation_id, timestamp } of [...conversations, ...feedback]) {
        expect(line.conversation_id).toBe(conversation_id);
        expect(line.timestamp).toBe(timestamp === undefined ? undefined : new Date(timestamp).toISOString());
      }
    }
  });

  test('recognises each of its entries, and no other importer does', () => {
    for (const entry of entries)
      expect(IMPORTERS.filter((other) => other.recognises(entry)).map(({ name }) => name)).toEqual([importer.name]);
  });

  test('names where its shape is documented', () => {
    expect(importer.sources.length).toBeGreaterThan(0);
    for (const source of importer.sources) expect(new URL(source).protocol).toBe('https:');
  });
});
