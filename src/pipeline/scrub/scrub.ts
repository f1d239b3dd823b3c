import { z } from 'zod';
import { pseudonymizer } from '../../measures/pseudonym.ts';
import { rewriteTexts } from '../rewriteTexts.ts';
import { defineStage, type ExampleMemory } from '../stage.ts';
import { DETECTORS } from './detectors.ts';
import { createFinder, type FindEntities } from './finder.ts';
import { Numbers } from './numbers.ts';
import { detectorOfPattern, patternSchema } from './patterns.ts';
import { isPhoneRegion } from './phone/judge.ts';
import { withRecognizer } from './recognizer.ts';
import { recognizerSchema } from './recognizerSchema.ts';
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

/** What the `scrub` stage reads of the section `privacy`: one key an entity, so a new detector brings its own. */
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
      'what becomes of each kind of personal data: `tag` writes its name in brackets, `numbered` its name and a number that is the same within one conversation, `hash` its name and a pseudonym that is the same everywhere, `mask` leaves the last four characters (of SECRET none), `drop` drops the conversation, `keep` leaves it',
    ),
  patterns: z
    .array(patternSchema)
    .default([])
    .superRefine((patterns, context) => {
      for (const [place, { entity }] of patterns.entries()) {
        const first = patterns.findIndex((pattern) => pattern.entity === entity);
        if (!(entity in actions) && first === place) continue;
        const whose = first === place ? 'a kind that is found already' : 'the name of another pattern';
        context.addIssue({
          code: 'custom',
          path: [place, 'entity'],
          message: `is ${whose}; give it a name of its own`,
        });
      }
    })
    .describe('kinds of personal data that only you know, each by a pattern'),
  recognizer: recognizerSchema,
});

type ScrubOptions = z.output<typeof scrubOptions>;

/** All detectors there are under these options: the built-in ones, then the patterns of the config. */
export function detectorsOf({ patterns }: Pick<ScrubOptions, 'patterns'>) {
  return [...DETECTORS, ...patterns.map(detectorOfPattern)];
}

/** What becomes of each entity under these options. */
export function actionsOf({ entities, patterns }: Pick<ScrubOptions, 'entities' | 'patterns'>) {
  return new Map([...Object.entries(entities), ...patterns.map((own) => [own.entity, own.action] as const)]);
}

const NAME = 'scrub';

export default defineStage({
  name: NAME,
  kind: 'scrub',
  section: 'privacy',
  summary: 'replaces personal data and secrets (keys, tokens, passwords) by tags, in code too',
  options: scrubOptions,
  reasons: { personal_data: 'a message holds personal data of a kind whose action is `drop`' },
  create: (options, { keep, drop }, { id_key, recognize }) => {
    const actions = actionsOf(options);
    const stays = (entity: string): boolean => actions.get(entity) === 'keep';
    const detectors = detectorsOf(options);
    const own: FindEntities = createFinder({ regions: options.regions }, detectors, stays);
    if (options.recognizer !== null && recognize === undefined) throw new RangeError('a recogniser is handed in');
    const first = recognize === undefined ? own : withRecognizer(own, recognize);
    const rules = { actions, pseudonym: pseudonymizer(id_key) };
    const scrub = createScrubber({ first, again: own }, rules, detectors);
    return {
      apply(conversation, memory) {
        const numbers = numbersOf(memory);
        let forbidden: number | undefined;
        const scrubbed = rewriteTexts(conversation, (original, position) => {
          if (forbidden !== undefined) return original;
          const text = scrub(original, numbers);
          if (text === undefined) forbidden = position;
          return text ?? original;
        });
        return forbidden === undefined ? keep(scrubbed) : drop('personal_data', { message: forbidden });
      },
    };
  },
});

/** The numbers of a conversation; the records of one example share them. */
function numbersOf(memory: ExampleMemory | undefined): Numbers {
  const known = memory?.get(NAME);
  if (known instanceof Numbers) return known;
  const numbers = new Numbers();
  memory?.set(NAME, numbers);
  return numbers;
}
