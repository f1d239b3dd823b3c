import { z } from 'zod';
import { FACET_NAMES } from '../pipeline/conversation.ts';
import { decontaminateOptions } from '../pipeline/decontaminate/options.ts';
import { MOST_BANDS } from '../pipeline/dedup/bands.ts';
import { namesIn, SPLIT_KEYS } from '../pipeline/split/groupKeys.ts';
import { collectSchema } from './collectSchema.ts';
import { DEFAULT_PIPELINE } from './defaultPipeline.ts';
import { duplicateChoices } from './duplicateChoices.ts';
import { inputsSchema } from './inputsSchema.ts';
import { balanceSchema, capsSchema, mixSchema } from './mixtureSchema.ts';
import { privacySchema } from './privacySchema.ts';
import { serveSchema } from './serveSchema.ts';
import { goalSchema, trainingSchema } from './trainingSchema.ts';

/**
 * The whole config, one section a property. Each key has its default and a description; together they are the
 * reference manual: `config/fine_tuning_config.yaml`, the JSON schema for editors and the messages about mistakes
 * are all held against this file. Stage options are declared by the stages themselves and checked by `pipelinePlan.ts`.
 *
 * @param formats the names that `export.format` may take besides `all`; without them any name passes
 * @param targets the names that `export.for` may take; likewise
 */
export const configSchema = (formats?: readonly string[], targets?: readonly string[]) =>
  z.strictObject({
    inputs: inputsSchema.prefault({}),
    conversation: conversationSchema.prefault({}),
    tokenizer: z
      .string()
      .min(1)
      .nullable()
      .default(null)
      .describe(
        'counts tokens: `o200k_base`, `cl100k_base`, or the path to a tokenizer.json from the folder of this file; null: none are counted',
      ),
    pipeline: z
      .array(z.unknown())
      .default([...DEFAULT_PIPELINE])
      .describe('the record stages in the order in which they run; each once'),
    privacy: privacySchema.prefault({}),
    decontaminate: decontaminateOptions.prefault({}),
    feedback: feedbackSchema.prefault({}),
    preference: preferenceSchema.prefault({}),
    dedup: dedupSchema.prefault({}),
    caps: capsSchema.prefault({}),
    mix: mixSchema.prefault({}),
    balance: balanceSchema.prefault({}),
    split: splitSchema.prefault({}),
    export: exportSchema(formats, targets).prefault({}),
    goal: goalSchema.prefault({}),
    collect: collectSchema.prefault({}),
    serve: serveSchema.prefault({}),
    training: trainingSchema.prefault({}),
  });

const share = z.number().min(0).max(1);

export const conversationSchema = z
  .strictObject({
    unit: z
      .enum(['exchange', 'session'])
      .default('exchange')
      .describe('`exchange`: every line is an example; `session`: the lines of a session are joined in time order'),
    bad_turn: z
      .enum(['cut', 'drop'])
      .default('cut')
      .describe('a bad turn inside a longer conversation ends it before that turn (`cut`) or drops all of it (`drop`)'),
  })
  .describe('what makes one example');

export const feedbackSchema = z
  .strictObject({
    min_stars: z
      .number()
      .min(1)
      .max(5)
      // Ours: 3 of 5 is how people say "so so".
      .default(4)
      .describe('lowest mean rating to keep, on the scale of 1 to 5; thumb up counts as 5, thumb down as 1'),
    unrated: z.enum(['keep', 'drop']).default('keep').describe('what becomes of conversations that nobody rated'),
  })
  .describe("what the users' ratings decide");

export const preferenceSchema = z
  .strictObject({
    max_bad_stars: z
      .number()
      .min(1)
      .max(5)
      // Ours: 3 of 5 is how people say "so so", which teaches nothing.
      .default(2)
      .describe(
        'highest mean rating of an answer that is to be avoided; those up to `feedback.min_stars` are not used',
      ),
    min_margin: z
      .number()
      .min(0)
      .max(4)
      // Ours: one star is the difference between two people, not between two answers.
      .default(2)
      .describe('stars that two answers of different sessions must be apart to make a pair'),
    min_question_chars: z
      .number()
      .int()
      .min(0)
      // Ours: "yes, please" and "tell me more" mean something else every time; few questions are that short.
      .default(20)
      .describe('shorter first questions are never taken for the same one'),
    max_pairs_per_prompt: z
      .number()
      .int()
      .min(1)
      // Zephyr (Tunstall et al. 2023) takes one; InstructGPT (Ouyang et al. 2022, 3.5) overfits on many of one prompt.
      .default(1)
      .describe('most pairs with the same question in the same context'),
    // Pal et al. 2024 ("Smaug"): on pairs that differ in few words DPO makes the better answer less likely, too.
    max_similarity: share
      .default(0.95)
      .describe('two answers whose edit distance is a smaller share of their length make no pair: 1 - max_similarity'),
  })
  .describe('formats of ratings: `kto`, and pairs of a better and a worse answer');

const nearDuplicates = z
  .strictObject({
    enabled: z.boolean().default(true).describe('looks for near duplicates by MinHash'),
    // SlimPajama (Soboleva et al. 2023). Bound, ours: below a half, texts on one subject count as one.
    threshold: share
      .min(0.5)
      .default(0.8)
      .describe('smallest Jaccard similarity of word n-grams that makes a duplicate'),
    // Ours: SlimPajama takes 13 words and Lee et al. 2022 take 5 for web pages; chat is shorter.
    ngram: z.number().int().min(1).max(10).default(3).describe('words in an n-gram'),
    // Ours: one word changed in 20 touches 3 of the 18 trigrams of either side, and leaves a similarity of 0.71.
    min_words: z
      .number()
      .int()
      .min(1)
      .default(20)
      .describe('shorter conversations are compared exactly only: with few n-grams one word decides'),
    // The signature has 32 words of four bytes, and each is a band (Leskovec, Rajaraman, Ullman, 3.4).
    bands: z
      .number()
      .int()
      .min(1)
      .max(MOST_BANDS)
      .nullable()
      .default(null)
      .describe('bands in which candidates are looked for; null: as many as find 999 of 1,000 pairs at the threshold'),
    // Ours: what a twentieth of all people say word for word, eight words and more, was written for them.
    max_canned_share: share
      .default(0.05)
      .describe(
        'what more than this share of the conversations begin or end with is a template or a greeting, and does not count in the similarity; 1: all counts',
      ),
  })
  .prefault({})
  .describe('conversations that say nearly the same');

export const dedupSchema = z
  .strictObject({
    exact: z
      .boolean()
      .default(true)
      .describe('one of the conversations that are equal but for case, white space and punctuation is kept'),
    near: nearDuplicates,
    ...duplicateChoices,
  })
  .describe('of conversations that say the same, the best is kept');

const splitKey = z.enum(SPLIT_KEYS);

export const splitSchema = z
  .strictObject({
    // Ours: the usual shares; a tenth of 1,000 examples still is a test of 100.
    train: share.default(0.8).describe('share of the examples to train on'),
    val: share.default(0.1).describe('share of the examples to watch the training with'),
    test: share.default(0.1).describe('share of the examples kept for the last measurement'),
    by: z
      .union([splitKey, z.array(splitKey).min(1)])
      // Ours: who learns from one half of a chat is not to be asked about the other. Duplicates are never divided, named or not.
      .default(['session', 'cluster'])
      .describe(
        'what is never divided between two splits, one or several: `session`, `user`, `prompt` (the same first question), `cluster` (duplicates, which never are); `time` holds out the newest days',
      ),
    stratify: z
      .enum(['rating', ...FACET_NAMES])
      .nullable()
      .default(null)
      .describe('the shares hold within each of these as exactly as whole groups allow; null: over all together'),
    seed: z.number().int().min(0).max(0xffffffff).default(42).describe('another seed deals the groups anew'),
  })
  .superRefine(({ train, val, test, by, stratify }, context) => {
    if (stratify !== null && namesIn(by).includes('time')) {
      const message =
        '`by: time` deals whole days by their age, so shares cannot hold within anything; leave one of the two out.';
      context.addIssue({ code: 'custom', path: ['stratify'], message });
    }
    const sum = train + val + test;
    // Ours: decimal shares such as 0.7 + 0.2 + 0.1 miss 1 by a rounding error of about 1e-16.
    if (Math.abs(sum - 1) < 1e-9) return;
    const message = `train, val and test must add up to 1; ${train} + ${val} + ${test} is ${Number(sum.toFixed(6))}`;
    context.addIssue({ code: 'custom', message });
  })
  .describe('shares of the splits; they add up to 1');

export const exportSchema = (formats?: readonly string[], targets?: readonly string[]) => {
  const name = formats === undefined ? z.string().min(1) : z.enum([...formats, 'all']);
  const target = targets === undefined ? z.string().min(1) : z.enum(targets);
  return z
    .strictObject({
      for: target
        .nullable()
        .default(null)
        .describe('the trainer that it is written for, by its format, names and rules; null: by `format` alone'),
      format: z
        .union([name, z.array(name).min(1)])
        .default('chatml')
        .describe('one format, several, or `all`'),
      container: z
        .enum(['auto', 'jsonl', 'json', 'parquet', 'csv'])
        .default('auto')
        .describe(
          'what the rows are put into; `auto`: JSON lines, but an array for the format `json` and CSV for `csv`',
        ),
      compress: z.enum(['none', 'gz']).default('none').describe('`gz` writes train.jsonl.gz and so on'),
      several_turns: z
        .enum(['transcript', 'drop'])
        .default('transcript')
        .describe('for formats with one place for a question: fold earlier turns into it, or drop such examples'),
      system_messages: z
        .enum(['fold', 'drop'])
        .default('fold')
        .describe('for formats without a system message: put it before the first question, or drop such examples'),
      tool_messages: z
        .enum(['fold', 'drop'])
        .default('drop')
        .describe(
          'for formats without tools: add what the tools answered to the question and leave the calls out, or drop such examples',
        ),
      chat_template: z
        .string()
        .min(1)
        .nullable()
        .default(null)
        .describe(
          "for the format `text`: the .jinja file of your model's chat template, or its tokenizer_config.json; relative to the folder of this file",
        ),
      leaks: z
        .enum(['fail', 'report'])
        .default('fail')
        .describe(
          'what becomes of an export in which the same text, or nearly, stands in two splits: `fail`, or only a number in its report',
        ),
      escape_formulas: z
        .boolean()
        .default(false)
        .describe('for CSV that people open in a spreadsheet: disarm cells that begin with = + - @ (changes the text)'),
    })
    .describe('what the rows look like');
};
