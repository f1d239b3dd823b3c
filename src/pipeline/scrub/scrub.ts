import { z } from 'zod';
import { rewriteMessages } from '../conversation.ts';
import { defineStage } from '../stage.ts';
import { DETECTORS } from './detectors.ts';
import { isPhoneRegion } from './phone/judge.ts';
import { ACTIONS } from './replace.ts';
import { createScrubber } from './scrubber.ts';

const region = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be an ISO 3166 country code of two capital letters, such as GB')
  .refine(isPhoneRegion, 'is no country whose phone numbers are known: use an ISO 3166 code such as GB (not UK)');

const action = z.enum(ACTIONS);
const actions = Object.fromEntries(
  DETECTORS.map(({ entity, summary, action: usual = 'tag' }) => [
    entity,
    action.default(usual).describe(`${summary}; tagged as [${entity}]`),
  ]),
);

/** The section `privacy`: one key an entity, so a new detector brings its own. */
export const scrubOptions = z.strictObject({
  regions: z
    .array(region)
    .default(['US', 'GB', 'DE', 'FR', 'TR'])
    .describe(
      'countries whose phone numbers count when written without country code (ISO 3166); those with + always do',
    ),
  entities: z
    .strictObject(actions)
    .prefault({})
    .describe(
      'what becomes of each kind of personal data: `tag` writes its name in brackets, `mask` leaves the last four characters (of SECRET none), `drop` drops the conversation, `keep` leaves it',
    ),
});

export default defineStage({
  name: 'scrub',
  kind: 'scrub',
  section: 'privacy',
  summary: 'replaces personal data and secrets (keys, tokens, passwords in URLs) by tags, in code too',
  options: scrubOptions,
  reasons: { personal_data: 'a message holds personal data of a kind whose action is `drop`' },
  create: ({ regions, entities }, { keep, drop }) => {
    const scrub = createScrubber({ regions }, new Map(Object.entries(entities)));
    return {
      apply(conversation) {
        let position = -1;
        let forbidden: number | undefined;
        const scrubbed = rewriteMessages(conversation, (content) => {
          position++;
          if (forbidden !== undefined) return content;
          const text = scrub(content);
          if (text === undefined) forbidden = position;
          return text ?? content;
        });
        return forbidden === undefined ? keep(scrubbed) : drop('personal_data', { message: forbidden });
      },
    };
  },
});
