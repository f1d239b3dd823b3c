import { z } from 'zod';
import { type Boilerplate, boilerplateIn } from '../../measures/boilerplate.ts';
import type { Message } from '../conversation.ts';
import { defineStage } from '../stage.ts';

/** Somewhere before, somebody spoke of such things, so the answer may well be one. */
const ASKED_FOR: Readonly<Record<Boilerplate, RegExp>> = {
  filler:
    /lorem|ipsum|placeholder|dummy|filler|sample text|template|mock|latin|cicero|platzhalter|blindtext|mustertext|faux texte|texto (?:de relleno|simulado|fictício)|testo segnaposto|yer tutucu|dolgu metni|заполнител/iu,
  notes:
    /java ?script|cookie|browser|privacy|gdpr|dsgvo|rgpd|kvkk|banner|footer|terms|copyright|rights|noscript|web ?site|web ?page|html|legal|policy|çerez|gizlilik|datenschutz|confidentialité|privacidad|privacidade|конфиденциальн/iu,
};

export default defineStage({
  name: 'drop_boilerplate',
  kind: 'filter',
  summary: 'drops answers that are boilerplate of a web page: filler text, notes on scripts, cookies and rights',
  options: z.strictObject({
    // C4 (Raffel et al. 2020, section 2.2) looks for it in every line; ours has no number but this one, as an answer that is asked for it is fine.
    when_asked: z
      .enum(['keep', 'drop'])
      .default('keep')
      .describe('what becomes of it where something before speaks of such things'),
  }),
  reasons: {
    filler: 'an answer is filler text (`lorem ipsum`), and nobody asked for any',
    notes: 'an answer is a note on scripts, cookies or rights, and nobody spoke of them',
  },
  create: ({ when_asked }, { keep, drop }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant') continue;
        const found = boilerplateIn(content);
        if (found === undefined) continue;
        if (when_asked === 'keep' && isAskedFor(found, conversation.messages, position)) continue;
        return drop(found, { measured: content.length, message: position });
      }
      return keep(conversation);
    },
  }),
});

function isAskedFor(found: Boilerplate, messages: readonly Message[], before: number): boolean {
  return messages.slice(0, before).some(({ role, content }) => role !== 'assistant' && ASKED_FOR[found].test(content));
}
