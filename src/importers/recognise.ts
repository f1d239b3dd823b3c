import { CurateError } from '../errors.ts';
import type { JsonObject } from '../measures/jsonObject.ts';
import type { Importer } from './importer.ts';
import { IMPORTERS } from './index.ts';

/**
 * The importer whose tool wrote these entries.
 * @param entries the first of each file
 * @param from what the files are called
 * @throws CurateError when it is none, or more than one
 */
export function recognise(entries: readonly JsonObject[], from: string): Importer {
  const found = IMPORTERS.filter((importer) => entries.some((entry) => importer.recognises(entry)));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const names = IMPORTERS.map(({ name }) => name).join(', ');
  if (only === undefined)
    throw new CurateError(
      `${from}: no importer recognises what is in it. If it is an export of one of these, name it with --as: ${names}. A .zip has to be unpacked first.`,
    );
  const several = found.map(({ name }) => name).join(' and ');
  throw new CurateError(
    `${from}: it has entries of ${several}. Import files of one tool at a time, or name the tool with --as.`,
  );
}

/** @throws CurateError when there is no importer of that name */
export function importerNamed(name: string): Importer {
  const found = IMPORTERS.find((importer) => importer.name === name);
  if (found !== undefined) return found;
  throw new CurateError(
    `--as ${JSON.stringify(name.slice(0, 40))}: there is no such importer. There are: ${IMPORTERS.map((one) => one.name).join(', ')}.`,
  );
}
