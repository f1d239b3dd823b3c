import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { decideProject, withPool } from '../../src/engine/decideProject.ts';
import { findInputs, openProject } from '../../src/engine/project.ts';
import { SILENT } from '../../src/engine/surveyLogs.ts';
import { eachBlockOfTokens, FIRST_HASHES, SECOND_HASHES } from '../../src/measures/tokens.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import { corpus, testOnCorpora } from './corpora.ts';

/** Near duplicates of real texts against brute force: every pair of a file, its n-grams written out and counted. */

interface Line {
  readonly id: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}

const NGRAM = 3;
const MIN_WORDS = 20;
const table: string[] = [['corpus', 'threshold', 'rows', 'pairs', 'found', 'recall', 'precision'].join('\t')];
afterAll(() => process.stdout.write(`${table.join('\n')}\n`));

const SOURCES: readonly (readonly [name: string, read: () => Line[], thresholds: readonly number[]])[] = [
  ['prompt_edits', promptEdits, [0.5, 0.7, 0.8]],
  ['hh_rlhf', () => conversations('chat/hh_rlhf/conversations.jsonl'), [0.8]],
];

for (const [name, read, thresholds] of SOURCES)
  for (const threshold of thresholds)
    testOnCorpora(`${name} at ${threshold}: hardly a pair is missed, and none is found that is not alike`, async () => {
      const lines = read();
      const decisions = await decided(lines, threshold);
      const { count, rows } = decisions.digest;
      const { leaderOfRow } = decisions.clusters;
      const sets = lines.map(ngramsOf);
      const compared: number[] = [];
      for (let row = 0; row < count; row++)
        if (rows.verdict[row] === 0 && (rows.words[row] ?? 0) >= MIN_WORDS && decisions.near.firstOf(row) === row)
          compared.push(row);
      const alike = pairsAlike(compared, sets, threshold);
      // Of many that all resemble each other not every pair is compared; they are found when they are in one cluster.
      let found = 0;
      for (const [one, other, similarity] of alike) {
        if (leaderOfRow[one] === leaderOfRow[other]) found++;
        const said = decisions.near.between(one, other);
        if (said !== undefined) expect(said).toBeCloseTo(similarity, 2);
      }
      let told = 0;
      let wrong = 0;
      for (const row of compared)
        for (const near of decisions.near.of(row)) {
          told++;
          if (jaccard(sets[row], sets[near.row]) < threshold - 1e-9) wrong++;
        }
      const recall = alike.length === 0 ? 1 : found / alike.length;
      const precision = told === 0 ? 1 : (told - wrong) / told;
      const figures = [compared.length, alike.length, found, recall.toFixed(4), precision.toFixed(4)];
      table.push([name, threshold, ...figures].join('\t'));
      expect(recall).toBeGreaterThanOrEqual(0.99);
      expect(wrong).toBe(0);
    });

async function decided(lines: readonly Line[], threshold: number): Promise<Decisions> {
  const data = await mkdtemp(join(tmpdir(), 'curate-near-'));
  try {
    mkdirSync(join(data, 'training_logs'));
    const path = join(data, 'training_logs', 'conversations_2026-01-01.jsonl');
    writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const config = join(data, 'near.yaml');
    const near = `{ threshold: ${threshold}, ngram: ${NGRAM}, min_words: ${MIN_WORDS}, max_canned_share: 1 }`;
    writeFileSync(config, `pipeline: []\ndedup: { near: ${near} }\n`);
    const project = await openProject({ data, config, cache: 'off' });
    const inputs = await findInputs(project);
    const { decisions } = await withPool(inputs, 0, (pool) => decideProject(project, inputs, pool, SILENT));
    return decisions;
  } finally {
    rmSync(data, { recursive: true });
  }
}

function promptEdits(): Line[] {
  return jsonLines<{ id: string; text: string }>('dedup/prompt_edits_versions.jsonl').map(({ id, text }) => ({
    id,
    messages: [
      { role: 'user', content: text },
      { role: 'assistant', content: 'Yes.' },
    ],
  }));
}

function conversations(name: string): Line[] {
  return jsonLines<{ conversation_id: string; messages: Line['messages'] }>(name).map((line) => ({
    id: line.conversation_id,
    messages: line.messages,
  }));
}

function jsonLines<Row>(name: string): Row[] {
  const lines = readFileSync(corpus(name), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Row => JSON.parse(line));
}

/** The n-grams of its turns as strings; numbers stand for them, one each, so that sets are small. */
function ngramsOf({ messages }: Line): Set<number> {
  const words: string[] = [];
  for (const { role, content } of messages) {
    if (role === 'system' || role === 'tool') continue;
    eachBlockOfTokens(content.toLowerCase(), (count) => {
      for (let token = 0; token < count; token++) words.push(`${FIRST_HASHES[token]}:${SECOND_HASHES[token]}`);
    });
  }
  const found = new Set<number>();
  for (let at = 0; at + NGRAM <= words.length; at++) {
    const ngram = words.slice(at, at + NGRAM).join(' ');
    const number = numbers.get(ngram) ?? numbers.size;
    numbers.set(ngram, number);
    found.add(number);
  }
  return found;
}

const numbers = new Map<string, number>();

function pairsAlike(rows: readonly number[], sets: readonly Set<number>[], threshold: number) {
  const found: [number, number, number][] = [];
  for (const [place, one] of rows.entries())
    for (let next = place + 1; next < rows.length; next++) {
      const other = rows[next] ?? 0;
      const [a = 0, b = 0] = [sets[one]?.size, sets[other]?.size];
      if (Math.min(a, b) < threshold * Math.max(a, b)) continue;
      const similarity = jaccard(sets[one], sets[other]);
      if (similarity >= threshold) found.push([one, other, similarity]);
    }
  return found;
}

function jaccard(one: ReadonlySet<number> = new Set(), other: ReadonlySet<number> = new Set()): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const ngram of small) if (large.has(ngram)) shared++;
  return shared / (one.size + other.size - shared);
}
