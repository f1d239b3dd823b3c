import { z } from 'zod';
import { SHARES } from '../../measures/byteScale.ts';
import { compressionOf, mayBeNoise, mayLoop } from '../../measures/compression.ts';
import { defineStage } from '../stage.ts';

export default defineStage({
  name: 'compression',
  kind: 'filter',
  summary: 'drops answers that pack too well, as loops do, or hardly at all, as noise does',
  options: z.strictObject({
    // Ours: of 10,000 real answers those that are no loop pack to 0.29 and more, loops that change a word each time to 0.15.
    min_ratio: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(0.2)
      .describe('smallest share of its bytes that an answer, without its code, packs to; null: no limit'),
    // Ours: real answers in ASCII stay under 0.72, Base64 begins at 0.75.
    max_ratio: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(0.75)
      .describe('largest share, of answers that are nearly all ASCII; null: no limit'),
    // Ours: below, what packing itself takes weighs as much as what is packed.
    min_bytes: z.number().int().min(1).default(400).describe('shorter answers, without code, are not judged'),
  }),
  reasons: {
    repetitive: 'an answer packs to less than `min_ratio`: it says the same over and over with small changes',
    noise: 'an answer packs to more than `max_ratio`: it has no words that come again',
  },
  measures: {
    min_ratio: { reason: 'repetitive', keeps: 'at_least', loosest: null, held: SHARES },
    max_ratio: { reason: 'noise', keeps: 'at_most', loosest: null, held: SHARES },
  },
  create: ({ min_ratio, max_ratio, min_bytes }, { keep, drop, measured }) => ({
    apply(conversation) {
      for (const [position, { role, content }] of conversation.messages.entries()) {
        if (role !== 'assistant' || hasFewerBytes(content, min_bytes)) continue;
        const judgesLoop = mayLoop(content);
        const judgesNoise = mayBeNoise(content);
        if (!judgesLoop && !judgesNoise) continue;
        const { bytes, ratio, ascii } = compressionOf(content);
        if (bytes < min_bytes) continue;
        if (judgesLoop) measured('min_ratio', ratio);
        if (judgesNoise && ascii) measured('max_ratio', ratio);
        if (judgesLoop && min_ratio !== null && ratio < min_ratio) {
          return drop('repetitive', { measured: ratio, limit: min_ratio, message: position });
        }
        if (judgesNoise && ascii && max_ratio !== null && ratio > max_ratio) {
          return drop('noise', { measured: ratio, limit: max_ratio, message: position });
        }
      }
      return keep(conversation);
    },
  }),
});

/** A unit has a byte and more, so of long texts none have to be counted. */
function hasFewerBytes(text: string, bytes: number): boolean {
  return text.length < bytes && Buffer.byteLength(text) < bytes;
}
