import { z } from 'zod';
import { languageCode } from '../../measures/languageCode.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'languages',
  kind: 'filter',
  summary: 'keeps conversations in the languages you name',
  options: z.strictObject({
    allow: z
      .array(z.string().refine((label) => languageCode(label) !== undefined, 'must be a language code such as `en`'))
      .default([])
      .describe('languages to keep, as ISO 639-1 codes; empty: all of them'),
    // Ours: short texts have no sure language, and are no worse for it.
    unknown: z
      .enum(['keep', 'drop'])
      .default('keep')
      .describe('what becomes of conversations whose language is not known'),
  }),
  reasons: {
    not_allowed: 'the language of the conversation is not in `allow`',
    unknown: 'the language of the conversation is not known, and `unknown` is `drop`',
  },
  by_facets: true,
  create: ({ allow, unknown }, { keep, drop }) => {
    const codes = new Set(allow.map(languageCode));
    return {
      apply(conversation) {
        if (codes.size === 0) return keep(conversation);
        const { language } = conversation.facets;
        const code = languageCode(language ?? '');
        if (code === undefined) return unknown === 'keep' ? keep(conversation) : drop('unknown');
        return codes.has(code) ? keep(conversation) : drop('not_allowed');
      },
    };
  },
});
