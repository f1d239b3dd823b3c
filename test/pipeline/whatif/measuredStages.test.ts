import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { PlannedStage } from '../../../src/pipeline/recordPlan.ts';
import { Drop, type RecordStage } from '../../../src/pipeline/stage.ts';
import { RECORD_STAGES } from '../../../src/pipeline/stages.ts';
import { otherFilter } from '../../../src/pipeline/whatif/otherFilter.ts';
import { otherVerdicts } from '../../../src/pipeline/whatif/otherVerdicts.ts';
import { conversation, messages, survey } from '../world.ts';

/** Every answer in the cases of every stage: whatever a stage was made to tell apart is among them. */
const folder = new URL('../../stages/', import.meta.url);
const cases = z.array(z.looseObject({ in: z.unknown() }));
const texts = readdirSync(folder).flatMap((file) =>
  cases
    .parse(load(readFileSync(new URL(file, folder), 'utf8')))
    .flatMap((entry) => (typeof entry.in === 'string' && entry.in.trim() !== '' ? [entry.in] : [])),
);
const log = texts.map((text, n) =>
  conversation({ id: `t${n}`, messages: messages('u:A question, or two?', `a:${text}`) }),
);

const LIMITS = { shares: [0, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.75, 0.9, 1], whole: [0, 1, 5, 20, 50, 200, 1000] };
const measured = RECORD_STAGES.filter(({ measures }) => Object.keys(measures).length > 0);

/** Limits of an option that the stage allows. */
function limitsOf(stage: RecordStage, option: string): (number | null)[] {
  return [...LIMITS.shares, ...LIMITS.whole, stage.measures[option]?.loosest ?? null].filter(
    (limit) => stage.options.safeParse({ [option]: limit }).success,
  );
}

const planned = (stage: RecordStage, options: object): PlannedStage => ({
  use: stage.name,
  options: stage.options.parse(options),
});

test.each(
  measured.flatMap((stage) => Object.keys(stage.measures).map((option) => [stage.name, option, stage] as const)),
)('%s.%s: what the digest says of another limit is what the stage says with it', (_name, option, stage) => {
  let known = 0;
  let asked = 0;
  for (const now of [planned(stage, {}), planned(stage, { [option]: stage.measures[option]?.loosest })]) {
    const plan = { stages: [now], bad_turn: 'cut', ngram: 3 } as const;
    const digest = survey(log, plan);
    for (const limit of limitsOf(stage, option)) {
      const other = planned(stage, { ...now.options, [option]: limit });
      const { verdict, unsure } = otherVerdicts(
        digest,
        plan,
        new Map([[stage.name, otherFilter(digest, plan.stages, now, other)]]),
      );
      const worker = stage.create(other.options);
      const wrong = log.filter(
        (one, row) => !unsure.includes(row) && (verdict[row] !== 0) !== worker.apply(one) instanceof Drop,
      );
      expect(
        wrong.map(({ id }) => id),
        `${option} ${limit}`,
      ).toEqual([]);
      known += log.length - unsure.length;
      asked += log.length;
    }
  }
  // Of words alone the digest knows nothing but that there are no more than characters.
  expect(known / asked).toBeGreaterThan(option === 'words' ? 0.2 : 0.95);
});
