import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inputsSchema } from '../../src/config/inputsSchema.ts';
import { feedbackOf } from '../../src/inputs/feedbackLine.ts';
import { FEEDBACK_FIELDS, feedbackFields } from '../../src/inputs/fields.ts';
import { parseRecord } from '../../src/inputs/parseRecord.ts';

/** A new spelling is a case in `feedbackLine.yaml`. */
const caseSchema = z.strictObject({
  note: z.string(),
  line: z.record(z.string(), z.unknown()),
  fields: inputsSchema.shape.feedback_fields,
  is: z.record(z.string(), z.unknown()).optional(),
  problem: z.string().optional(),
});
const cases = z.array(caseSchema).parse(load(readFileSync(new URL('feedbackLine.yaml', import.meta.url), 'utf8')));

function read(json: string, fields = feedbackFields({})) {
  const record = parseRecord(Buffer.from(json));
  return typeof record === 'string' ? record : feedbackOf(record, fields);
}

describe('a feedback line', () => {
  test.each(cases.map((entry) => [entry.note, entry] as const))('%s', (_note, entry) => {
    const ids: readonly string[] = [...FEEDBACK_FIELDS.id, 'ref'];
    const named = Object.keys(entry.line).some((name) => ids.includes(name));
    const found = read(JSON.stringify(named ? entry.line : { id: 'x', ...entry.line }), feedbackFields(entry.fields));
    if (entry.problem !== undefined || typeof found === 'string') {
      expect(found).toBe(entry.problem);
      return;
    }
    const values = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, value ?? null]));
    expect(values).toMatchObject(entry.is ?? {});
  });

  const up =
    'up, thumbs_up, thumbs up, Thumbs-Up, thumbsup, thumb_up, positive, true, 1, 1.0, yes, like, liked, good, helpful, 👍, +1';
  const down =
    'down, thumbs_down, THUMBS DOWN, thumbs-down, thumbsdown, thumb_down, negative, false, -1, -1.0, 0, no, dislike, disliked, bad, unhelpful, not_helpful, not helpful, 👎';
  test.each([
    [5, up],
    [1, down],
  ])('thumbs worth %i', (rating, words) => {
    for (const word of words.split(', '))
      expect(read(JSON.stringify({ id: 'x', vote: ` ${word} ` })), word).toMatchObject({ rating, stars: false });
  });

  test.each([
    [5, [true, 1]],
    [1, [false, 0, -1]],
  ])('thumbs worth %i that are no text', (rating, values) => {
    for (const value of values) expect(read(JSON.stringify({ id: 'x', helpful: value }))).toMatchObject({ rating });
  });

  test('every usual name is shown by a case', () => {
    const shown = JSON.stringify(cases.map(({ line }) => line));
    const own = [...FEEDBACK_FIELDS.stars, ...FEEDBACK_FIELDS.thumb, 'comment', 'correction', 'message_index'];
    for (const name of own) expect(shown).toContain(`"${name}":`);
  });

  test('what users wrote is made well-formed', () => {
    const found = read(String.raw`{"id":"x\ud800","comment":"a\ud800","correction":"\udc00b","user":"\ud800"}`);
    const broken = '\ufffd';
    expect(found).toMatchObject({ id: `x${broken}`, comment: `a${broken}`, correction: `${broken}b`, user: broken });
  });

  test('keys named like properties of every object do no harm', () => {
    expect(read('{"__proto__":{"id":"x","vote":"up"}}')).toBe('no_id');
    expect(read('{"id":"x","vote":"constructor","rating":"__proto__"}')).toBe('no_feedback');
  });
});
