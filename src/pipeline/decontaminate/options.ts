import { z } from 'zod';
import { MOST_NGRAM_WORDS } from '../../measures/textNgrams.ts';

/** The section `decontaminate`: what must not turn up in the data set. */
export const decontaminateOptions = z
  .strictObject({
    against: z
      .array(z.string().min(1))
      .default([])
      .describe(
        'files of benchmarks or hold-outs, or globs of them, relative to the folder of this file: any of our formats, JSON lines, CSV or Parquet with texts, plain text',
      ),
    // Brown et al. 2020 (GPT-3), appendix C.
    ngram: z
      .number()
      .int()
      .min(5)
      .max(MOST_NGRAM_WORDS)
      .default(13)
      .describe('words in a row that an example may not share with a text of those files'),
    // The fewest words that Brown et al. 2020 look for, as fewer collide by chance.
    min_words: z
      .number()
      .int()
      .min(1)
      .max(MOST_NGRAM_WORDS)
      .default(8)
      .describe('texts of the files with fewer words than `ngram`, but these at the least, are looked for as a whole'),
    // Brown et al. 2020 leave out what more than 10 training documents have; we count where it is cheap, in the files.
    max_rows: z
      .number()
      .int()
      .min(1)
      .max(254)
      .default(10)
      .describe(
        'what stands in more rows of the files, in different texts, is the wording of a template, and is not looked for',
      ),
  })
  .describe('drops examples that share text with benchmarks or hold-outs');

export type DecontaminateOptions = z.output<typeof decontaminateOptions>;
