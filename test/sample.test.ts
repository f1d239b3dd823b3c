import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSample, SAMPLE_SEED, sampleExchanges } from '../scripts/make_sample.ts';
import { Likeness } from '../scripts/sample/distinct.ts';
import { textOf } from '../scripts/sample/exchange.ts';
import { SPECIAL_DAYS } from '../scripts/sample/files.ts';

const committed = new URL('../data/training_logs/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'curate-sample-'));
const files = new Map<string, Buffer>();

beforeAll(() => {
  makeSample(folder, SAMPLE_SEED);
  for (const name of readdirSync(folder).sort()) files.set(name, readFileSync(join(folder, name)));
});
afterAll(() => rmSync(folder, { recursive: true }));

function bytesOf(start: string): Buffer {
  const parts = [...files].filter(([name]) => name.startsWith(start));
  const plain = parts.map(([name, bytes]) => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes));
  return Buffer.concat(plain.flatMap((bytes) => (bytes.at(-1) === 0x0a ? [bytes] : [bytes, Buffer.from('\n')])));
}

const linesOf = (start: string) => bytesOf(start).toString('utf8').split('\n');

function objectsOf(start: string): Record<string, unknown>[] {
  return linesOf(start).flatMap((line) => {
    try {
      const value: unknown = JSON.parse(line.replace(/^\ufeff/, ''));
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? [Object.fromEntries(Object.entries(value))]
        : [];
    } catch {
      return [];
    }
  });
}

test('the committed sample is what the script makes today', () => {
  expect(readdirSync(committed).sort()).toEqual([...files.keys()]);
  for (const [name, bytes] of files) expect(readFileSync(new URL(name, committed)).equals(bytes), name).toBe(true);
});

test('it stays small, and another seed makes another sample', () => {
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  expect(size).toBeLessThan(3_000_000);
  expect(sampleExchanges(SAMPLE_SEED + 1).map(textOf)).not.toEqual(sampleExchanges(SAMPLE_SEED).map(textOf));
});

describe('what the log as a whole looks like', () => {
  const exchanges = sampleExchanges(SAMPLE_SEED);

  test('some 2,000 exchanges in sessions of 1 to 8 by about 250 people', () => {
    expect(exchanges.length).toBeGreaterThan(1_900);
    expect(exchanges.length).toBeLessThan(2_200);
    expect(new Set(exchanges.map((exchange) => exchange.user)).size).toBeGreaterThan(220);
    const days = new Map<string, Set<number>>();
    for (const { session, at } of exchanges)
      days.set(session, (days.get(session) ?? new Set()).add(Math.floor(at / 86_400_000)));
    expect([...days.values()].filter((set) => set.size > 1).length).toBeGreaterThan(5);
  });

  test('english for about 60 %, and eight more languages at least', () => {
    const english = exchanges.filter((exchange) => exchange.language === 'en').length;
    expect(english / exchanges.length).toBeGreaterThan(0.55);
    expect(english / exchanges.length).toBeLessThan(0.68);
    expect(new Set(exchanges.map((exchange) => exchange.language)).size).toBeGreaterThan(8);
  });

  test('unrelated exchanges are not alike, repetitions are', () => {
    const likeness = new Likeness();
    for (const exchange of exchanges.filter((one) => one.repeats === undefined && !one.bad)) {
      expect(likeness.highest(textOf(exchange)), String(exchange.number)).toBeLessThan(0.65);
      likeness.add(textOf(exchange));
    }
    const repetitions = exchanges.filter((one) => one.repeats !== undefined && !one.bad);
    const same = repetitions.filter((one) => likeness.highest(textOf(one)) > 0.98).length;
    expect(same / exchanges.length).toBeGreaterThan(0.045);
    expect((repetitions.length - same) / exchanges.length).toBeGreaterThan(0.02);
    for (const one of repetitions) expect(likeness.highest(textOf(one)), String(one.number)).toBeGreaterThan(0.85);
  });

  test('feedback on about 14 %, about 76 % of it positive', () => {
    const feedback = objectsOf('feedback');
    const ids = new Set(
      feedback.map((line) => line.example_id ?? line.conversation_id ?? line.interaction_id ?? line.id),
    );
    expect((ids.size - 20) / exchanges.length).toBeGreaterThan(0.12);
    expect((ids.size - 20) / exchanges.length).toBeLessThan(0.17);
    const positive = feedback.filter((line) =>
      JSON.stringify(line).match(/"(?:score|rating|stars)":"?[45]|"(?:up|positive|thumbs_up)"|"helpful":true|"vote":1/),
    );
    expect(positive.length / feedback.length).toBeGreaterThan(0.7);
    expect(positive.length / feedback.length).toBeLessThan(0.82);
  });
});

describe('every oddity is in it', () => {
  const conversations = () => linesOf('conversations').join('\n');
  const fields =
    'example_id conversation_id interaction_id id timestamp created_at time user_id user user_hash session_id session thread_id user_message query question prompt instruction assistant_message bot_response response answer completion output messages conversations language intent framework complexity model source context metadata';

  test.each(fields.split(' '))('field %s', (field) => {
    expect(objectsOf('conversations').filter((line) => field in line).length).toBeGreaterThan(0);
  });

  test.each<[string, RegExp]>([
    ['no id', /^\{"(?:time|timestamp|created_at)":/m],
    ['epoch seconds', /"(?:time|timestamp)":\d{10},/],
    ['epoch milliseconds', /"(?:time|timestamp)":\d{13},/],
    ['a time with an offset', /"created_at":"[^"]+\+02:00"/],
    ['a user inside metadata', /"metadata":\{"user(?:_id)?":"u-/],
    ['a system prompt', /"role":"system"/],
    ['ShareGPT turns', /"from":"human".*"from":"gpt".*"from":"human"/],
    ['a language with a region', /"language":"en-US"/],
    ['no language', /^(?!.*"language").*"intent"/m],
    ['synthetic', /"source":"synthetic"/],
    ['mojibake', /Ã¼|â€™|Ã©/],
    ['HTML entities', /&amp;|&#39;/],
    ['zero-width signs', /\u200b|\u2060/],
    ['CRLF in a text', /\\r\\n/],
    ['terminal colours', /\\u001b\[32m/],
    ['half a surrogate pair', /\\ud83d \?|\\ud83d"/],
    ['code', /```python/],
    ['an e-mail address', /@example\.(?:com|org|net)/],
    ['a telephone number', /555[ -]01\d\d/],
    ['a card', /4111 1111 1111 1111/],
    ['an IBAN', /DE89 3704 0044 0532 0130 00/],
    ['an address of the net', /192\.0\.2\.|203\.0\.113\.|2001:db8::/],
    ['a key', /sk-a{48}|ghp_X{36}|AKIAA{16}/],
    ['a short answer', /"(?:ok|Yes\.|Done|No idea\.|See above\.)"/],
    ['a refusal', /I'm sorry, but I can't help|As an AI language model/],
    ['an error', /upstream request timed out|Internal server error/],
    ['a loop', /(.{20,44}\. )\1{8}/],
    ['an empty answer', /"(?:assistant_message|response|answer|completion|output|bot_response|content|value)":""/],
    [
      'an answer of one sign',
      /"(?:assistant_message|response|answer|completion|output|bot_response|content|value)":"(?:\?|…|👍|\.|-)"/,
    ],
    [
      'an echo',
      /"(?:user_message|query|question|prompt|instruction)":"([^"]{20,})","(?:assistant_message|response|answer|completion|output|bot_response)":"\1"/,
    ],
  ])('%s', (_name, pattern) => {
    expect(conversations()).toMatch(pattern);
  });

  test.each<[string, RegExp]>([
    ['stars', /"score":[1-5]/],
    ['stars, second name', /"rating":[1-5]/],
    ['stars, third name', /"stars":[1-5]/],
    ['stars as text', /"rating":"[1-5]"/],
    ['words', /"feedback_type":"negative"/],
    ['thumbs', /"feedback_type":"thumbs_up"/],
    ['thumbs, short', /"thumbs":"down"/],
    ['booleans', /"helpful":true/],
    ['numbers', /"vote":-1/],
    ['a comment', /"comment":"/],
    ['a correction', /"correction":"/],
    ['the position of a message', /"message_index":\d/],
    ['an orphan', /"(?:ex-|conv_|int-)9\d{5}"/],
    ['a rating that is none', /"score":"many"/],
    ['a rating without an id', /^\{"score":5,"comment"/m],
  ])('feedback: %s', (_name, pattern) => {
    expect(linesOf('feedback').join('\n')).toMatch(pattern);
  });

  test('feedback: changed minds, several people on one answer, late ones, comments of their own', () => {
    const voters = new Map<unknown, unknown[]>();
    for (const line of objectsOf('feedback')) {
      const id = line.example_id ?? line.conversation_id ?? line.interaction_id ?? line.id;
      voters.set(id, [...(voters.get(id) ?? []), line.user_id ?? line.user ?? line.user_hash]);
    }
    const several = [...voters.values()].filter((users) => users.length > 1);
    expect(several.filter((users) => new Set(users).size < users.length).length).toBeGreaterThan(5);
    expect(several.filter((users) => new Set(users).size > 1).length).toBeGreaterThan(5);
    expect(objectsOf('comments').length).toBeGreaterThan(10);
  });

  test.each<[string, RegExp]>([
    ['a list', /^\["user_message"/m],
    ['a text', /^"server restarted"$/m],
    ['a number', /^42$/m],
    ['null', /^null$/m],
    ['no messages', /^\{"event":"heartbeat"/m],
    ['no answer', /"user_message":"Is anybody there\?"\}/],
    ['two in one line', /\}\{"id":"m900002"/],
    ['a page of HTML', /^<html>/m],
    ['zero bytes', /^\0{64}$/m],
    ['a blank line', /\n\n/],
    ['a line of spaces', /^ {3}\t$/m],
    ['bad UTF-8', /\ufffd\(\ufffd/],
    ['a cut line', /^\{"[^\n]{80,}[^}\r\n]\n\{/m],
  ])('a line that cannot be used: %s', (_name, pattern) => {
    expect(conversations()).toMatch(pattern);
  });

  test('files: a byte-order mark, CRLF, gzip, no final newline, a half-written end', () => {
    const of = (date: string) => files.get(`conversations_${date}.jsonl`) ?? Buffer.alloc(0);
    expect(of(SPECIAL_DAYS.byteOrderMark).subarray(0, 4)).toEqual(Buffer.from('\ufeff{'));
    expect(of(SPECIAL_DAYS.carriageReturns).toString('utf8')).toMatch(/\}\r\n\{/);
    expect(files.has(`conversations_${SPECIAL_DAYS.gzip}.jsonl.gz`)).toBe(true);
    expect(of(SPECIAL_DAYS.noFinalNewline).toString('utf8')).toMatch(/\}$/);
    const last = of(SPECIAL_DAYS.stillWritten).toString('utf8').split('\n').at(-1) ?? '';
    expect(last.length).toBeGreaterThan(20);
    expect(() => JSON.parse(last)).toThrow();
    expect([...files.keys()].filter((name) => name.startsWith('conversations')).at(-1)).toContain(
      SPECIAL_DAYS.stillWritten,
    );
  });
});
