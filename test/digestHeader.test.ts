import { beforeAll, expect, test } from 'vitest';
import { findCacheFile } from '../src/engine/cache/cacheFile.ts';
import { parseHeader } from '../src/engine/cache/digestHeader.ts';
import { CachedLogs, tellAll } from './cachedRun.ts';
import { exchanges } from './commands/logs.ts';

/** Headers as they are kept: one of conversations, one of feedback. */
const headers: string[] = [];

beforeAll(async () => {
  const logs = new CachedLogs().logs({
    'conversations_2026-09-01.jsonl': [...exchanges(0, 4, { intent: 'greeting' }), { prompt: 'nobody answers' }],
    'feedback.jsonl': [{ id: 'ex-1', stars: 5 }],
  });
  await tellAll(logs.project());
  for (const path of logs.digests()) headers.push(Buffer.from(findCacheFile(path)?.header ?? []).toString());
  expect(headers).toHaveLength(2);
});

const isRead = (json: string): boolean => parseHeader(Buffer.from(json)) !== undefined;

/** A header with one place changed, for every place that fits, and in both headers. */
function changedAt(place: RegExp, change: (found: string) => string): string[] {
  const changed = headers.flatMap((header) =>
    [...header.matchAll(place)].map(
      ({ 0: found, index }) => header.slice(0, index) + change(found) + header.slice(index + found.length),
    ),
  );
  expect(changed.length, `places like ${place}`).toBeGreaterThan(0);
  return changed;
}

test('what a digest is kept with is read as it was written', () => {
  for (const header of headers) expect(parseHeader(Buffer.from(header))).toEqual(JSON.parse(header));
});

test.each([
  ['a field that is missing', /"\w+":/g, () => '"other":'],
  ['a field too many', /\{/g, () => '{"other":1,'],
  ['a value of another kind', /(?<=:)(?:[\d.]+|true|false|"[^"]*")/g, () => '{}'],
  ['a list where a value belongs', /(?<=:)(?:[\d.]+|true|false|"[^"]*")/g, (found: string) => `[${found}]`],
  ['no list', /\[[^\]]*\]/g, () => 'null'],
  ['a list with something else in it', /\[/g, () => '[{},'],
  ['a count below 0', /(?<="(?:lines|covered|count|bytes)":)\d+/g, () => '-1'],
  ['a count that is no whole number', /(?<="(?:lines|covered|count|bytes)":)\d+/g, () => '1.5'],
  ['a count past what a double holds', /(?<="(?:lines|covered|count|bytes)":)\d+/g, () => '9007199254740992'],
  ['a time without end', /(?<="(?:surveyed|modified)":)[\d.]+/g, () => '1e999'],
  ['a hash that is none', /[0-9a-f]{64}(?=","counts)/g, (found: string) => found.toUpperCase()],
  ['a facet without labels', /(?<="(?:intent|context)":)\[[^\]]*\]/g, () => '[]'],
  ['another kind', /"(?:conversations|feedback)"/g, () => '"other"'],
  ['half of it', /"counts"/g, () => ''],
])('%s makes it worthless', (_, place, change) => {
  expect(changedAt(place, change).filter(isRead)).toEqual([]);
});

test('what is no object, no JSON or no text is no header', () => {
  for (const json of ['', 'null', '1', '[]', '{}', '"text"', `[${headers[0]}]`, 'undefined']) {
    expect(isRead(json), json).toBe(false);
  }
  expect(parseHeader(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined();
});
