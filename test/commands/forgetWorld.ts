import { createHash, createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Random } from '../../scripts/random.ts';
import { hash53 } from '../../src/measures/hash.ts';
import { filesBelow } from './exported.ts';
import type { Workdir } from './workdir.ts';

/** A made-up world with somebody to be forgotten, in every kind of file, and others who are to stay. */

export const ANNA = 'anna/4711-ä';
/** By no word of hers does a line of hers tell whose it is, but by her session. */
export const SESSION = 'sess-anna-only';
export const KEY = 'a key of tests';

const WORDS = `river window market garden letter engine winter bridge candle forest kitchen planet silver teacher valley
harbour blanket orchard compass thunder meadow pencil lantern village copper ribbon saddle timber velvet walnut anchor
basket carpet dragon feather glacier hammer island jacket kettle ladder mirror needle oyster pepper quarry rocket`.split(
  /\s+/,
);

const FIRST = Date.UTC(2026, 0, 1);

/** A line of `user`; every message has a word that no other has: `said` and the user's name and the number. */
export function lineOf(user: string, number: number, more: object = {}): Record<string, unknown> {
  const random = new Random(number, 11);
  const words = (count: number) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  const mark = markOf(user, number);
  return {
    example_id: `ex-${mark}`,
    timestamp: new Date(FIRST + number * 60_000).toISOString(),
    user_id: user,
    session_id: `sess-${user}-${Math.floor(number / 20)}`,
    user_message: `What is the best ${mark} way to ${words(6)}?`,
    assistant_message: `You can "${mark}" ${words(12)},\nand then ${words(12)}.`,
    language: 'en',
    ...more,
  };
}

/** Letters alone, so that it stands in every format and escape as it is; z ends it, as no number is another's beginning. */
export function markOf(user: string, number: number): string {
  const letters = Array.from(String(number), (digit) => 'abcdefghij'[Number(digit)]).join('');
  return `said${user.replaceAll(/[^a-z]/g, '')}q${letters}z`;
}

const OTHERS = ['bert', 'cleo', 'dora', 'egon', 'fay'];

/** Lines of everybody in turn, hers every sixth. */
export function lines(from: number, to: number, more: object = {}): Record<string, unknown>[] {
  return Array.from({ length: to - from }, (_, place) => {
    const number = from + place;
    return lineOf([ANNA, ...OTHERS][number % 6] ?? '', number, more);
  });
}

const text = (list: readonly object[]): string => list.map((one) => `${JSON.stringify(one)}\n`).join('');

export interface WorldOptions {
  readonly config?: string;
  /** Lines of each kind of file. */
  readonly size?: number;
}

/** A line that `curate prune` wrote without a key. */
function archived(id: string, user: string, messages: readonly object[]): object {
  const user_hash = createHash('sha256').update(user).digest('hex').slice(0, 16);
  return { archived: 'conversation', id, user_hash, groups: { user: hash53(user), session: 0 }, messages };
}

/** The data folder of such a world; nothing is exported yet. */
export function worldIn(folder: Workdir, { config = '', size = 60 }: WorldOptions = {}): Workdir {
  const at = (day: number): number => day * 10_000;
  const lone = lineOf('nobody', 777, {
    user_id: undefined,
    session_id: SESSION,
    user_message: 'saidannaqlonez is what?',
  });
  const half = '{"example_id":"ex-half","user_id":"anna/4711-ä","user_message":"saidannaqhalfz is cut';
  return folder.write({
    'fine.yaml': config,
    'data/training_logs/conversations_2026-01-01.jsonl': `\uFEFF${text(lines(at(1), at(1) + size))}${text([
      lineOf(ANNA, at(1) + 500, { session_id: SESSION }),
    ])}${half}\r\nnot json of anybody\n\n${text([lone])}${text([lineOf('bert', 5)])}`,
    'data/training_logs/conversations_2026-01-02.jsonl.gz': text(lines(at(2), at(2) + size)),
    'data/training_logs/conversations_2026-01-03.json': JSON.stringify(lines(at(3), at(3) + size), null, 2),
    'data/training_logs/conversations_2026-01-04.json.gz': gzipSync(JSON.stringify(lines(at(4), at(4) + size))),
    'data/training_logs/conversations_2026-01-05.jsonl': `${text(lines(at(5), at(5) + size))}${text([
      { note: 'no messages', user_id: ANNA, text: 'saidannaqnotez' },
      lineOf(ANNA, at(5) + 900, { user_id: undefined, metadata: { user: ANNA } }),
    ])}`,
    'data/training_logs/feedback_2026-01.jsonl': [
      ...lines(at(1), at(1) + size).map(({ example_id, user_id }) => ({ example_id, user_id, score: 5 })),
      { example_id: `ex-${markOf(ANNA, at(1) + 2)}`, user_id: 'bert', score: 5, comment: 'bert on anna' },
      { example_id: `ex-${markOf('bert', at(1) + 3)}`, user_id: ANNA, score: 5, comment: 'saidannaqcommentz' },
      { example_id: `ex-${markOf('bert', at(1) + 3)}`, user_id: 'cleo', score: 5, comment: 'cleo on bert' },
    ],
    'data/training_logs/comments_2026-01.jsonl.gz': [
      { id: `ex-${markOf('cleo', at(2))}`, user_id: ANNA, comment: 'saidannaqwordz' },
      { id: `ex-${markOf(ANNA, at(2) + 4)}`, comment: 'somebody on anna' },
      { id: `ex-${markOf('cleo', at(2))}`, user_id: 'dora', comment: 'dora on cleo' },
    ],
    'data/archive/conversations_2025-12-01.jsonl': [
      archived('ex-old-1', ANNA, [{ role: 'user', content: 'saidannaqoldz' }]),
      archived('ex-old-2', 'bert', [{ role: 'user', content: 'saidbertqoldz' }]),
    ],
  });
}

/** Everything that must not be found any more: ids, pseudonyms by name, words. */
export function needles(key?: string): { readonly anywhere: string[]; readonly outside_privacy: string[] } {
  const escaped = ANNA.replace('ä', '\\u00e4');
  const hash = (id: string) =>
    (key === undefined ? createHash('sha256') : createHmac('sha256', key)).update(id).digest('hex').slice(0, 16);
  const plain = createHash('sha256').update(ANNA).digest('hex').slice(0, 16);
  return { anywhere: [ANNA, escaped, 'saidannaq', 'on anna'], outside_privacy: [hash(ANNA), plain] };
}

/** Every file below the data folder in which one of the needles stands, unpacked where it is packed. */
export function tracesIn(folder: Workdir, key?: string): string[] {
  const data = join(folder.path, 'data');
  const { anywhere, outside_privacy } = needles(key);
  return everyFile(data).flatMap((file) => {
    const bytes = plainBytes(join(data, file));
    const inPrivacy = file.startsWith('privacy/');
    const wanted = inPrivacy ? anywhere : [...anywhere, ...outside_privacy];
    return wanted.filter((needle) => bytes.includes(needle)).map((needle) => `${file}: ${needle}`);
  });
}

/** Hidden ones, too. */
function everyFile(folder: string): string[] {
  return existsSync(folder) ? filesBelow(folder) : [];
}

export function plainBytes(path: string): Buffer {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

/** The bytes of every raw log, unpacked, by name. */
export function logsIn(folder: Workdir): Map<string, Buffer> {
  const logs = join(folder.path, 'data/training_logs');
  return new Map(readdirSync(logs).map((name) => [name, plainBytes(join(logs, name))]));
}

/**
 * What of the logs of before does not stand at the same place now, unless it was hers; and what was hers and still stands.
 * Nothing is as it should be.
 */
export function movedOrLost(before: ReadonlyMap<string, Buffer>, after: ReadonlyMap<string, Buffer>): string[] {
  return [...before].flatMap(([name, bytes]) => {
    const now = after.get(name) ?? Buffer.alloc(0);
    if (now.length !== bytes.length) return [`${name} has ${now.length} bytes instead of ${bytes.length}`];
    return /\.json(?:\.gz)?$/.test(name) ? wrongElements(name, bytes, now) : wrongLines(name, bytes, now);
  });
}

const isHers = (text: string): boolean => /saidannaq|on anna|anna\/4711/.test(text);

function wrongLines(name: string, bytes: Buffer, now: Buffer): string[] {
  const wrong: string[] = [];
  let at = 0;
  for (const line of bytes.toString('latin1').split(/(?<=\n)/)) {
    const stands = now.toString('latin1', at, at + line.length);
    const expected = isHers(line) ? line.replace(/[^\n]/g, ' ') : line;
    if (stands !== expected) wrong.push(`${name}: ${line.slice(0, 60)}`);
    at += line.length;
  }
  return wrong;
}

function wrongElements(name: string, bytes: Buffer, now: Buffer): string[] {
  const [was, is]: object[][] = [JSON.parse(bytes.toString()), JSON.parse(now.toString())];
  if (was?.length !== is?.length) return [`${name} has ${is?.length} elements instead of ${was?.length}`];
  return (was ?? []).flatMap((element, place) => {
    const text = JSON.stringify(element);
    return JSON.stringify(is?.[place]) === (isHers(text) ? 'null' : text) ? [] : [`${name}: ${text.slice(0, 60)}`];
  });
}

/** The rows and provenance lines of every split of a data set, unpacked, cut at line ends. */
export function rowsIn(set: string): Map<string, string[]> {
  const files = filesBelow(set).filter((file) => /(?:^|\/)(?:train|val|test)\./.test(file));
  return new Map(files.map((file) => [file, plainBytes(join(set, file)).toString('utf8').split('\n')]));
}
