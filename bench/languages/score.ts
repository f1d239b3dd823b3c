import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { detectLanguage } from '../../src/measures/language.ts';
import { UNDETERMINED } from '../../src/measures/languageCode.ts';
import { lettersOf } from '../../src/measures/languageScript.ts';
import { textIn } from '../pii/corpora.ts';
import type { Asked, CorpusScore, ScoreTable, Value } from '../pii/result.ts';
import { shareOf } from '../pii/score.ts';

/** The default of `detect_language.min_letters`. */
const MIN_LETTERS = 12;
const KINDS = ['sentences', 'single-words', 'word-pairs'] as const;

/** What was said of the texts of one language. */
interface Counts {
  texts: number;
  judged: number;
  right: number;
  /** Judged by n-grams, not by a script that only this language writes. */
  guessed: number;
  guessedRight: number;
  readonly wrong: Map<string, number>;
}

/** How well languages are told on lingua's texts. @param folder with `sentences/de.txt`, a text a line, … */
export function scoreLanguages(folder: string): CorpusScore {
  const tables: ScoreTable[] = [];
  const asked: Asked[] = [];
  for (const kind of KINDS) {
    const counts = readdirSync(join(folder, kind))
      .sort()
      .map((file) => [file.slice(0, -'.txt'.length), countsOf(join(folder, kind, file))] as const);
    const all = total(counts.map(([, one]) => one));
    tables.push(tableOf(kind, [...counts, ['all', all]]));
    asked.push(...figuresOf(kind, all));
  }
  return { corpus: 'lingua', tables, listed: [], asked };
}

function figuresOf(kind: (typeof KINDS)[number], { texts, judged, right, guessed, guessedRight }: Counts): Asked[] {
  if (kind === 'sentences') return [{ what: 'sentences that are right', least: 0.98, measured: shareOf(right, texts) }];
  if (kind === 'word-pairs') return [];
  return [
    { what: 'single words judged that are right', least: 0.9, measured: shareOf(right, judged) },
    { what: 'the same, without those told by their script', least: 0.9, measured: shareOf(guessedRight, guessed) },
  ];
}

function countsOf(path: string): Counts {
  // eld calls both forms of Norwegian `no`.
  const language = path.slice(-'nb.txt'.length, -'.txt'.length).replace('nb', 'no');
  const counts = none();
  for (const text of textIn(path).split('\n')) {
    if (text === '') continue;
    counts.texts++;
    const found = detectLanguage(text, MIN_LETTERS);
    if (found === UNDETERMINED) continue;
    const isRight = found === language;
    const isGuessed = lettersOf(text).language === undefined;
    counts.judged++;
    counts.right += Number(isRight);
    counts.guessed += Number(isGuessed);
    counts.guessedRight += Number(isGuessed && isRight);
    if (!isRight) counts.wrong.set(found, (counts.wrong.get(found) ?? 0) + 1);
  }
  return counts;
}

function none(): Counts {
  return { texts: 0, judged: 0, right: 0, guessed: 0, guessedRight: 0, wrong: new Map() };
}

function total(counts: readonly Counts[]): Counts {
  const all = none();
  for (const one of counts) {
    all.texts += one.texts;
    all.judged += one.judged;
    all.right += one.right;
    all.guessed += one.guessed;
    all.guessedRight += one.guessedRight;
  }
  return all;
}

function tableOf(kind: string, counts: readonly (readonly [string, Counts])[]): ScoreTable {
  const rows = counts.map(([language, { texts, judged, right, wrong }]): Value[] => [
    language,
    texts,
    shareOf(right, texts),
    shareOf(judged, texts),
    shareOf(right, judged),
    [...wrong].map(([code, times]) => `${code} ${times}`).join(', '),
  ]);
  return { title: kind, columns: ['language', 'texts', 'right', 'judged', 'of these right', 'taken for'], rows };
}
