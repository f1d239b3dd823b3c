import { z } from 'zod';
import { repairMojibake } from '../../measures/mojibake.ts';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';

/** A line read in the wrong encoding is wrong in its code as well, so code is repaired too. */
export default defineStage({
  name: 'fix_mojibake',
  kind: 'clean',
  summary: 'repairs UTF-8 that was read as Windows-1252 or Latin-1 ("Ã©" for "é")',
  options: z.strictObject({}),
  reasons: {},
  create: (_options, { keep }) => ({
    apply: (conversation) => keep(rewriteMessages(conversation, repairMojibake)),
  }),
});
