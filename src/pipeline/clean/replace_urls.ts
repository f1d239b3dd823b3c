import { z } from 'zod';
import { rewriteProse } from '../../measures/code.ts';
import { settle } from '../../measures/settle.ts';
import { replaceUrls } from '../../measures/urls.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'replace_urls',
  kind: 'clean',
  summary: 'puts a placeholder for web addresses outside code',
  options: z.strictObject({
    replacement: z
      .string()
      .regex(/^[\p{L}\p{N}\p{P}\p{S}]+$/u, 'must be signs without white space')
      .regex(/^(?:(?!:\/\/|www\.|[`~]).)+$/i, 'must hold no address, back tick or tilde')
      .default('[URL]')
      .describe('what stands in the place of an address'),
  }),
  reasons: {},
  create: ({ replacement }, { keep }) => {
    const inProse = (prose: string) => replaceUrls(prose, replacement);
    const replace = (text: string) => (mayHoldUrl(text) ? settle(text, (step) => rewriteProse(step, inProse)) : text);
    return { apply: (conversation) => keep(rewriteMessages(conversation, replace)) };
  },
});

function mayHoldUrl(text: string): boolean {
  return text.includes('://') || /www\./i.test(text);
}
