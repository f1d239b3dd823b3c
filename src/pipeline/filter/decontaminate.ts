import { decontaminateOptions } from '../decontaminate/options.ts';
import { SharedTextFinder } from '../decontaminate/sharedText.ts';
import { defineStage } from '../stage.ts';

/**
 * After GPT-3 (Brown et al. 2020, appendix C), with these departures: what shares text goes as a whole, where that cuts out
 * the passage and 200 characters on each side, as half an answer teaches nothing; and the wording of templates is told by
 * the texts of the benchmark that have it (`max_rows`), where that counts training documents, as a record stage sees one.
 */
export default defineStage({
  name: 'decontaminate',
  kind: 'filter',
  summary: 'drops conversations that share text with the benchmarks or hold-outs in `decontaminate.against`',
  section: 'decontaminate',
  options: decontaminateOptions,
  reasons: {
    shared_ngram: 'a message shares `ngram` words in a row with a file of `against`',
    same_text: 'it has a whole text of a file of `against` that is shorter than `ngram` words, or is one of its rows',
  },
  create: ({ ngram, min_words }, { keep, drop }, { benchmark }) => {
    const finder = benchmark === undefined ? undefined : new SharedTextFinder(benchmark);
    return {
      apply(conversation) {
        const shared = finder?.find(conversation.messages);
        if (shared === undefined) return keep(conversation);
        const { words, whole, message } = shared;
        const place = message === undefined ? {} : { message };
        return whole
          ? drop('same_text', { measured: words, limit: min_words, ...place })
          : drop('shared_ngram', { measured: words, limit: ngram, ...place });
      },
    };
  },
});
