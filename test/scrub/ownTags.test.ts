import { expect, test } from 'vitest';
import { tagFilter } from '../../src/pipeline/scrub/ownTags.ts';

const filter = tagFilter(['EMAIL', 'PERSON']);

/** What is left of the findings that stand between « and ». */
function left(marked: string): string[] {
  const text = marked.replaceAll(/[«»]/g, '');
  const findings: { start: number; end: number; entity: string; score: number }[] = [];
  let shift = 0;
  for (const { index, 0: whole } of marked.matchAll(/«[^»]*»/g)) {
    findings.push({ start: index - shift, end: index - shift + whole.length - 2, entity: 'PERSON', score: 1 });
    shift += 2;
  }
  return filter(text, findings).map(({ start, end }) => text.slice(start, end));
}

test.each([
  'Dear «[PERSON]», write to «[EMAIL]»',
  'password: "«[EMAIL_12]»", «[EMAIL:9f86d081884c7d65]» and «[URL]»',
  'a tag is found in part: [«PERSON»], or with its signs: «([EMAIL])»',
  'two at once: «[EMAIL], [PERSON_3]»',
])('%s: nothing is left', (marked) => {
  expect(left(marked)).toEqual([]);
});

test('a word beside a tag, and brackets that are no tag of ours, stay', () => {
  expect(left('«[PERSON] Miller», «[ANN]», «[EMAIL_x]», «Bob»')).toEqual([
    '[PERSON] Miller',
    '[ANN]',
    '[EMAIL_x]',
    'Bob',
  ]);
});
