import { decodeHTMLStrict } from 'entities';
import { z } from 'zod';
import { rewriteProse } from '../../measures/code.ts';
import { settle } from '../../measures/settle.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'decode_entities',
  kind: 'clean',
  summary: 'decodes HTML entities outside code, also those encoded twice',
  options: z.strictObject({}),
  reasons: {},
  create: (_options, { keep }) => ({
    apply: (conversation) => keep(rewriteMessages(conversation, decodeEntities)),
  }),
});

/** The longest name in HTML has 31 letters (`CounterClockwiseContourIntegral`), the longest number 7 digits. */
const ENTITY = /&(?:[a-z][a-z\d]{1,30}|#\d{1,8}|#x[\da-f]{1,8});/gi;

/** Controls but tab and LF, the replacement character for what cannot be decoded, and halves of surrogate pairs. */
const UNWANTED = /(?![\t\n])\p{Cc}|\ufffd|\p{Cs}/u;

function decodeEntities(text: string): string {
  return text.includes('&') ? settle(text, decodeOnce) : text;
}

function decodeOnce(text: string): string {
  return rewriteProse(text, (prose) => prose.replace(ENTITY, decodeEntity));
}

/** The character, or the entity as it stands when there is none or it would do harm. */
function decodeEntity(entity: string): string {
  const decoded = decodeHTMLStrict(entity);
  return UNWANTED.test(decoded) ? entity : decoded;
}
