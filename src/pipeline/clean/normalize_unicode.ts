import { z } from 'zod';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

/** Below U+0300 every string is in form C already (UAX #15, quick check), so Western European text costs one look. */
const MAY_NOT_BE_NFC = /[\u0300-\uffff]/;

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
  return MAY_NOT_BE_NFC.test(text) ? text.normalize('NFC') : text;
}
