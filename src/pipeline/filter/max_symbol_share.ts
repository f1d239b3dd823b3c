import { z } from 'zod';
import { SHARES } from '../../measures/byteScale.ts';
import { symbolsOf, withoutRulers } from '../../measures/symbols.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'max_symbol_share',
  kind: 'filter',
  summary: 'drops answers that are mostly symbols',
  options: z.strictObject({
    // Ours, and wider than the 0.25 that NeMo Curator and data-juicer set for web pages: formulas in LaTeX and tables
    // of short cells reach 0.4, mash is above 0.6.
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('largest share of characters outside code that are neither letters, marks, digits nor white space'),
    // Ours: below, a formula, a face or a price is all there is to say.
    min_chars: z
      .number()
      .int()
      .min(1)
      .default(50)
      .describe('shorter answers, without code and white space, are not judged'),
  }),
  reasons: { mostly_symbols: 'more than `share` of an answer is neither letters nor digits' },
  measures: { share: { reason: 'mostly_symbols', keeps: 'at_most', loosest: 1, held: SHARES } },
  create: ({ share, min_chars }, { keep, drop, measured }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length < min_chars) continue;
        const found = judgedShare(content, min_chars);
        if (found === undefined) continue;
        measured('share', found);
        if (found > share) return drop('mostly_symbols', { measured: found, limit: share, message: position });
      }
      return keep(conversation);
    },
  }),
});

/** The share of symbols, rulers of tables left out where there is more than rulers; `undefined` for texts too short to judge. */
function judgedShare(text: string, minChars: number): number | undefined {
  const all = symbolsOf(text);
  if (all.characters < minChars) return undefined;
  if (all.symbols === all.characters) return 1;
  const rest = withoutRulers(text);
  const { characters, symbols } = rest === text ? all : symbolsOf(rest);
  return characters < minChars ? undefined : symbols / characters;
}
