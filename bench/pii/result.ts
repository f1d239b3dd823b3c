import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Value = string | number | null;

export interface ScoreTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

/** A miss or a false alarm, by where it is; never its text. */
export interface Listed {
  /** Line, record or case in the corpus. */
  readonly id: string | number;
  readonly what: 'miss' | 'false_alarm';
  readonly entity: string;
  readonly start: number;
  readonly end: number;
}

/** What issue 4 asks of a corpus, and what it gave. */
export interface Asked {
  readonly what: string;
  /** A share from 0 to 1, or findings in 1,000 texts. */
  readonly least?: number;
  readonly most?: number;
  readonly measured: number | null;
}

export interface CorpusScore {
  readonly corpus: string;
  readonly tables: readonly ScoreTable[];
  readonly listed: readonly Listed[];
  readonly asked: readonly Asked[];
}

/** Every miss and false alarm, one a line; an old list is replaced. @returns where it stands */
export function writeListed({ corpus, listed }: CorpusScore, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${corpus}.jsonl`);
  writeFileSync(path, listed.map((one) => `${JSON.stringify({ corpus, ...one })}\n`).join(''));
  return path;
}

/** All tables as objects by their columns. */
export function scoresAsJson(scores: readonly CorpusScore[]): string {
  const corpora = scores.map(({ corpus, tables, asked }) => ({
    corpus,
    asked,
    tables: tables.map(({ title, columns, rows }) => ({
      title,
      rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
    })),
  }));
  return `${JSON.stringify({ corpora }, null, 2)}\n`;
}
