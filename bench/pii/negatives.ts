import { relative } from 'node:path';
import { z } from 'zod';
import { fencedBlocks } from '../../src/measures/fences.ts';
import { filesBelow, linesIn, textsIn } from './corpora.ts';
import { finderFor, scrubbedOf } from './finding.ts';
import type { CorpusScore, Listed, Value } from './result.ts';
import { REVIEWED } from './reviewed.ts';

const gsm8k = z.object({ question: z.string(), answer: z.string() });

/** A text that holds nobody's data. */
interface Harmless {
  readonly id: string | number;
  readonly parts: readonly string[];
}

/** Counts the findings in grade-school mathematics: a row, question and answer, is one text. */
export function scoreMathematics(path: string): CorpusScore {
  const texts = linesIn(path, gsm8k).map(({ question, answer }, index) => ({
    id: index + 1,
    parts: [question, answer],
  }));
  return falseAlarms('negative_gsm8k_test', texts);
}

/** Counts the findings in every fenced code block of the chats, each once. */
export function scoreCode(folder: string): CorpusScore {
  const blocks = new Map<string, string>();
  for (const file of filesBelow(folder)) {
    for (const [at, text] of textsIn(file).entries()) {
      for (const [place, { start, end }] of fencedBlocks(text).entries()) {
        const block = text.slice(start, end);
        if (!blocks.has(block)) blocks.set(block, `${relative(folder, file)}, text ${at}, block ${place}`);
      }
    }
  }
  return falseAlarms(
    'code_blocks',
    [...blocks].map(([block, id]) => ({ id, parts: [block] })),
  );
}

function falseAlarms(corpus: string, texts: readonly Harmless[]): CorpusScore {
  const find = finderFor();
  const listed: Listed[] = [];
  const counts = new Map<string, { any: number; wrong: number }>();
  const count = (name: string, wrong: boolean): void => {
    const { any, wrong: before } = counts.get(name) ?? { any: 0, wrong: 0 };
    counts.set(name, { any: any + 1, wrong: before + (wrong ? 1 : 0) });
  };
  for (const { id, parts } of texts) {
    const found = parts.flatMap((part) => scrubbedOf(find(part)));
    const isWrong = (entity: string): boolean => !REVIEWED.get(String(id))?.includes(entity);
    for (const entity of new Set(found.map((finding) => finding.entity))) count(entity, isWrong(entity));
    if (found.length > 0)
      count(
        ALL,
        found.some(({ entity }) => isWrong(entity)),
      );
    for (const { entity, start, end } of found)
      if (isWrong(entity)) listed.push({ id, what: 'false_alarm', entity, start, end });
  }
  const perThousand = (part: number) => (texts.length === 0 ? null : (part / texts.length) * 1000);
  const all = counts.get(ALL) ?? { any: 0, wrong: 0 };
  counts.delete(ALL);
  const rows = [...counts, [ALL, all] as const].map(([entity, { any, wrong }]): Value[] => [
    entity,
    any,
    wrong,
    perThousand(wrong),
  ]);
  return {
    corpus,
    tables: [
      {
        title: `${texts.length} texts, and those with a finding; false are findings that are not what they say`,
        columns: ['finding of', 'texts', 'false', 'false in 1,000'],
        rows,
      },
    ],
    listed,
    asked: [{ what: 'texts with a false alarm, in 1,000', most: 1, measured: perThousand(all.wrong) }],
  };
}

/** The row of all entities. */
const ALL = 'any';
