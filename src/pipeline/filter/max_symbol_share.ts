import { z } from 'zod';
import { type SymbolCount, surelyFewSymbols, symbolsOf, withoutRulers } from '../../measures/symbols.ts';
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
  create: ({ share, min_chars }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || content.length < min_chars || surelyFewSymbols(content, share)) continue;
        const measured = judgedShare(content, share, min_chars);
        if (measured > share) return drop('mostly_symbols', { measured, limit: share, message: position });
      }
      return keep(conversation);
    },
  }),
});

/** The share of symbols; where it is too large, the rulers of tables are taken out before the last word. */
function judgedShare(text: string, limit: number, minChars: number): number {
  const all = symbolsOf(text);
  if (all.characters < minChars || shareOf(all) <= limit || all.symbols === all.characters) {
    return all.characters < minChars ? 0 : shareOf(all);
  }
  const said = symbolsOf(withoutRulers(text));
  return said.characters < minChars ? 0 : shareOf(said);
}

function shareOf({ characters, symbols }: SymbolCount): number {
  return symbols / characters;
}
