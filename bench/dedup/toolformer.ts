import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CorpusScore, Value } from '../pii/result.ts';
import { readInstructions, type Said } from './conversations.ts';
import { decideOn } from './world.ts';

const BEFORE = 'dedup/gpteacher_toolformer_dedupe_only.json';
const AUTHORS = 'dedup/gpteacher_toolformer_sim07.json';
const THRESHOLD = 0.7;

const SETTINGS = [
  { name: 'curate, nothing canned', options: 'by: conversation', more: ', max_canned_share: 1' },
  { name: 'curate', options: 'by: conversation', more: '' },
  { name: 'curate, by: answer', options: 'by: answer', more: '' },
];

/**
 * Both results at 0.7 on GPTeacher's Toolformer set, which its authors published before and after their own filter, and
 * what tells them apart: how alike the answers are, by which they seem to go, word for word whatever the order.
 */
export async function scoreToolformer(corpora: string, out: string): Promise<CorpusScore | undefined> {
  const [before, after] = [join(corpora, BEFORE), join(corpora, AUTHORS)];
  if (!existsSync(before) || !existsSync(after)) return undefined;
  const all = readInstructions(before, 'toolformer');
  const authors = new Set(readInstructions(after, 'toolformer').map(textOf));
  const rows: Value[][] = [
    ['before', all.length, null, null],
    ['their filter', authors.size, null, null],
  ];
  const keptByThem = all.filter((said) => authors.has(textOf(said)));
  for (const { name, options, more } of SETTINGS) {
    const config = `pipeline: []\ndedup: { ${options}, near: { threshold: ${THRESHOLD}${more} } }\n`;
    const { decisions, rowOf } = await decideOn(join(out, 'log'), all, config);
    const kept = new Set(all.filter(({ id }) => decisions.verdict[rowOf.get(id) ?? 0] === 0));
    const both = keptByThem.filter((said) => kept.has(said)).length;
    rows.push([name, kept.size, both, kept.size - both]);
  }
  const gone = all.filter((said) => !authors.has(textOf(said)));
  return {
    corpus: `gpteacher_toolformer at ${THRESHOLD}, beside its authors' result`,
    tables: [
      { title: 'rows kept', columns: ['by', 'rows', 'of theirs', 'not theirs'], rows },
      {
        title: 'share of words (as sets) that an answer has in common with the most similar one that they kept',
        columns: ['rows', 'at 10 %', 'median', 'at 90 %', 'most'],
        rows: [
          ['those that they removed', ...quantiles(gone, keptByThem)],
          ['those that they kept', ...quantiles(keptByThem, keptByThem)],
        ],
      },
    ],
    listed: [],
    asked: [],
  };
}

function textOf({ messages }: Said): string {
  return JSON.stringify(messages);
}

/** Of every tenth row: how alike its answer is to the most similar other one. */
function quantiles(rows: readonly Said[], others: readonly Said[]): number[] {
  const sets = others.map((said) => ({ said, words: wordsOf(said) }));
  const found = rows
    .filter((_, at) => at % 10 === 0)
    .map((row) => {
      const own = wordsOf(row);
      return Math.max(...sets.map(({ said, words }) => (said === row ? 0 : overlap(own, words))));
    })
    .sort((a, b) => a - b);
  const at = (share: number): number => found[Math.floor(share * (found.length - 1))] ?? 0;
  return [at(0.1), at(0.5), at(0.9), at(1)];
}

function wordsOf({ messages }: Said): ReadonlySet<string> {
  return new Set(messages.at(-1)?.content.toLowerCase().match(/\w+/g));
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return common / Math.max(1, one.size + other.size - common);
}
