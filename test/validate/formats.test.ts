import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { FORMATS } from '../../src/formats/index.ts';
import { layoutNamed } from '../../src/validate/layouts.ts';
import { sameRows } from '../../src/validate/sameRows.ts';
import { placesOf, validated } from './validated.ts';

const caseSchema = z.looseObject({ note: z.string(), file: z.string().optional() });

/** The files of the cases of a format. */
function filesOf(name: string): readonly (readonly [note: string, file: string])[] {
  const cases = z
    .array(caseSchema)
    .parse(load(readFileSync(new URL(`../formats/${name}.yaml`, import.meta.url), 'utf8')));
  return cases.flatMap(({ note, file }) => (file === undefined || file === '' ? [] : [[note, file] as const]));
}

test('every format has a layout', () => {
  for (const { name } of FORMATS) expect(layoutNamed(name), name).toBeDefined();
});

test.each(FORMATS)('what $name writes has no errors, and is known by its rows', async ({ name, extension }) => {
  for (const [note, file] of filesOf(name)) {
    const report = await validated({ [`train.${extension}`]: file }, { format: name });
    // A case of one row, whose answer is a date, is such a column.
    const told = placesOf(report).filter((line) => line.startsWith('error') && !line.startsWith('error date_column'));
    expect(told, `${name}: ${note}`).toEqual([]);
    const guessed = (await validated({ [`train.${extension}`]: file })).format ?? '';
    expect(sameRows(guessed, [name]), `${name}: ${note}: ${guessed}`).toBe(name);
  }
});
