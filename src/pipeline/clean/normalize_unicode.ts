import { z } from 'zod';
import { hasTrait, Trait } from '../../measures/traits.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'normalize_unicode',
  kind: 'clean',
  summary: 'brings text to Unicode normalization form C, so that equal texts are equal strings',
  options: z.strictObject({}),
  reasons: {},
  create: (_options, { keep }) => ({
    apply: (conversation) => keep(rewriteMessages(conversation, normalize)),
  }),
});

function normalize(text: string): string {
  return hasTrait(text, Trait.unsettled) ? text.normalize('NFC') : text;
}
