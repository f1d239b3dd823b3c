import { CurateError } from '../../errors.ts';
import { decode } from '../../inputs/parseRecord.ts';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { RecordSink } from '../../inputs/recordSplitter.ts';
import { TextNgrams } from '../../measures/textNgrams.ts';
import type { BenchmarkFile } from '../../pipeline/recordPlan.ts';
import { bytesOf } from '../forget/readBytes.ts';
import { splitterFor } from '../scan/shape.ts';
import type { TakeRow } from './benchmarkRows.ts';

/** Ours: prose has shorter lines, and memory stays bounded. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * Reads plain text line by line. An n-gram runs on over the ends of lines, though not over an empty one; it belongs to the
 * line that it begins in.
 * @throws CurateError for a line that is not UTF-8, or too long
 */
export async function readPlainText(
  file: Pick<BenchmarkFile, 'name' | 'path'>,
  ngram: number,
  take: TakeRow,
): Promise<void> {
  const lines = new Lines(file.name, ngram, take);
  const splitter = splitterFor('lines', LONGEST_LINE, lines);
  try {
    for await (const chunk of bytesOf(file.path)) splitter.push(chunk);
    splitter.end();
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new CurateError(`${file.name}: the file is not whole gzip; take another copy of it.`);
  }
  lines.end();
}

interface Line {
  readonly text: string;
  readonly number: number;
  readonly words: number;
}

class Lines implements RecordSink {
  readonly #name: string;
  readonly #ngram: number;
  readonly #take: TakeRow;
  readonly #ngrams = new TextNgrams();
  /** Those whose n-grams may run on. */
  #open: Line[] = [];
  #number = 0;

  constructor(name: string, ngram: number, take: TakeRow) {
    this.#name = name;
    this.#ngram = ngram;
    this.#take = take;
  }

  record(bytes: Buffer): void {
    const text = decode(bytes);
    const number = ++this.#number;
    if (text === undefined) throw new CurateError(`${this.#name}, line ${number}: this is not UTF-8; save it as such.`);
    this.#ngrams.read(text);
    const { words } = this.#ngrams;
    if (text.trim() === '') this.end();
    else this.#open.push({ text, number, words });
    while (this.#hasFollowers()) this.#takeFirst();
  }

  broken(): void {
    throw new CurateError(`${this.#name}, line ${this.#number + 1}: the line is longer than 16 MB; break it.`);
  }

  /** What is open ends here. */
  end(): void {
    while (this.#open.length > 0) this.#takeFirst();
  }

  /** Whether behind the first open line there are all words to which an n-gram of it may run. */
  #hasFollowers(): boolean {
    let words = 0;
    for (let place = 1; place < this.#open.length; place++) words += this.#open[place]?.words ?? 0;
    return words >= this.#ngram - 1;
  }

  #takeFirst(): void {
    const [first, ...others] = this.#open;
    if (first === undefined) return;
    this.#open = others;
    const following = others.map(({ text }) => text);
    this.#take(
      following.length === 0 ? [first.text] : [first.text, [first.text, ...following].join('\n')],
      first.number,
    );
  }
}
