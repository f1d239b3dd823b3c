import { describe, expect, test } from 'vitest';
import { DETECTORS } from '../../src/pipeline/scrub/detectors.ts';
import { scrubOptions } from '../../src/pipeline/scrub/scrub.ts';

test('every entity is tagged unless told otherwise, but for URLs, which are content', () => {
  const { entities, regions } = scrubOptions.parse({});
  expect(entities).toEqual(Object.fromEntries(DETECTORS.map(({ entity, action = 'tag' }) => [entity, action])));
  expect(regions).toContain('US');
  expect(scrubOptions.parse({ entities: { EMAIL: 'keep' } }).entities).toMatchObject({ EMAIL: 'keep', PHONE: 'tag' });
});

test('every option is described', () => {
  const described = [scrubOptions.shape.regions, scrubOptions.shape.entities, ...Object.values(entitiesShape())];
  for (const option of described) expect(option.description).toMatch(/\w{3}/);
});

function entitiesShape() {
  return scrubOptions.shape.entities.unwrap().shape;
}

describe('what is wrong is refused', () => {
  test.each([
    ['a country that is none', { regions: ['UK'] }],
    ['small letters', { regions: ['gb'] }],
    ['an action that is none', { entities: { EMAIL: 'hide' } }],
    ['an entity that is none', { entities: { MAIL: 'tag' } }],
    ['an option that is none', { region: ['GB'] }],
  ])('%s', (_name, options) => {
    expect(scrubOptions.safeParse(options).success).toBe(false);
  });

  test('with a sentence that says how to mend it', () => {
    expect(scrubOptions.safeParse({ regions: ['UK'] }).error?.issues[0]?.message).toContain('GB');
  });
});
