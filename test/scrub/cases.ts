import { readdirSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { z } from 'zod';

const schema = z.strictObject({
  texts: z.array(z.string()).min(2),
  shortest: z.array(z.string()).min(1),
  worst: z.array(z.string()).min(1),
});

export type Cases = z.output<typeof schema>;

const folder = new URL('./detectors/', import.meta.url);

/** The cases of every detector by its entity: `detectors/iban.yaml` has those of IBAN. */
export const CASES: Readonly<Record<string, Cases>> = Object.fromEntries(
  readdirSync(folder).map((file) => [file.replace('.yaml', '').toUpperCase(), casesIn(file)]),
);

/** ¦ breaks up what a scanner would take for somebody's key. */
function casesIn(file: string): Cases {
  return schema.parse(load(readFileSync(new URL(file, folder), 'utf8').replaceAll('¦', '')));
}
