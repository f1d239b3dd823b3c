import { expect, test } from 'vitest';
import { Random } from '../../scripts/random.ts';
import { jaccard } from '../../src/measures/shingles.ts';
import { ComparedShingles } from '../../src/pipeline/dedup/comparedShingles.ts';
import { exchange } from '../commands/logs.ts';
import { lines, validated } from './validated.ts';

const compared = new ComparedShingles(3);

const said = (number: number): string =>
  [0, 1, 2].map((more) => String(exchange(number * 3 + more).assistant_message)).join(' ');

const rowOf = (question: string, answer: string, system?: string) => ({
  messages: [
    ...(system === undefined ? [] : [{ role: 'system' as const, content: system }]),
    { role: 'user' as const, content: question },
    { role: 'assistant' as const, content: answer },
  ],
});

const similarity = (one: ReturnType<typeof rowOf>, other: ReturnType<typeof rowOf>): number => {
  const shingles = [one, other].map(({ messages }) =>
    compared.of({ messages: messages.map((message, index) => ({ ...message, index })) }).slice(),
  );
  return jaccard(shingles[0] ?? new Uint32Array(0), shingles[1] ?? new Uint32Array(0));
};

/** The text with so many words changed. */
function changed(text: string, words: number, seed: number): string {
  const random = new Random(seed, 3);
  const list = text.split(' ');
  for (let n = 0; n < words; n++) list[random.whole(0, list.length - 1)] = `changed${n}`;
  return list.join(' ');
}

/** Lines of the files at which a near duplicate was told. */
async function toldIn(files: Record<string, string | readonly object[]>): Promise<number[]> {
  const { problems } = await validated(files);
  return problems
    .filter(({ problem }) => problem === 'leak_near')
    .flatMap(({ places }) => places.map(({ line }) => line));
}

test('what is told resembles its other by the n-grams of both, and what does so clearly is told', async () => {
  const pairs = Array.from({ length: 120 }, (_, n) => {
    const one = rowOf(`What of number ${n}?`, said(n));
    const other = rowOf(`What of number ${n}?`, changed(said(n), 1 + (n % 6), n));
    return { one, other, alike: similarity(one, other) };
  });
  const countOf = async (some: typeof pairs): Promise<number> => {
    const files = { 'train.jsonl': some.map(({ one }) => one), 'test.jsonl': some.map(({ other }) => other) };
    return (await validated(files)).problems.find(({ problem }) => problem === 'leak_near')?.count ?? 0;
  };
  const below = pairs.filter(({ alike }) => alike < 0.8);
  // Estimates alone would tell some of these.
  expect(below.filter(({ alike }) => alike > 0.75).length).toBeGreaterThan(3);
  expect(await countOf(below)).toBe(0);
  const clear = pairs.filter(({ alike }) => alike > 0.85);
  expect(clear.length).toBeGreaterThan(20);
  expect(await countOf(clear)).toBe(clear.length);
});

test('a long system prompt in common makes no near duplicates', async () => {
  const system = Array.from({ length: 6 }, (_, n) => said(n + 200)).join(' ');
  const rows = (from: number) =>
    Array.from({ length: 10 }, (_, n) => rowOf(`And ${from + n}?`, said(from + n), system));
  expect(await toldIn({ 'train.jsonl': rows(0), 'test.jsonl': rows(50) })).toEqual([]);
});

test('few words in common make none', async () => {
  const short = (end: string) => [rowOf('What is the capital of it now?', `It is the same as it was ${end}`)];
  expect(await toldIn({ 'train.jsonl': short('before.'), 'test.jsonl': short('before, so.') })).toEqual([]);
});

test('in arrays and CSV, and where rows share a line', async () => {
  const [one, two] = [said(1), said(2)];
  const near = `${two} Yes.`;
  const array = (...answers: string[]) => JSON.stringify(answers.map((answer) => rowOf('Is it so?', answer)));
  expect(await toldIn({ 'train.json': array(one, two), 'test.json': array(said(3), near) })).toEqual([1]);
  const csv = (...answers: string[]) =>
    `user_message,bot_response\r\n${answers.map((answer) => `Is it so?,"${answer}"\r\n`).join('')}`;
  expect(await toldIn({ 'train.csv': csv(one, two), 'test.csv': csv(said(3), said(4), near) })).toEqual([4]);
});

test('in the later parts of a file', async () => {
  const filler = Array.from({ length: 9000 }, (_, n) => rowOf(`Number ${n}?`, said(n + 1000)));
  const near = rowOf('Is it so?', `${said(5)} Yes.`);
  const train = lines([...filler, rowOf('Is it so?', said(5))]);
  expect(Buffer.byteLength(train)).toBeGreaterThan(4 * 1024 * 1024);
  expect(await toldIn({ 'train.jsonl': train, 'test.jsonl': [rowOf('Else?', said(7)), near] })).toEqual([2]);
});
