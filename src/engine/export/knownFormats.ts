import { FORMATS, formatNamed } from '../../formats/index.ts';

/** The names that `--format` takes, `all` among them. */
export const FORMAT_NAMES: readonly string[] = [...FORMATS.map(({ name }) => name), 'all'];

/** The usual name of a format, or `all`; nothing for what is neither that nor another name of one. */
export function knownFormat(name: string): string | undefined {
  if (FORMAT_NAMES.includes(name)) return name;
  try {
    return formatNamed(name).name;
  } catch {
    return undefined;
  }
}
