import { existsSync, readFileSync, statSync } from 'node:fs';
import { CurateError } from '../errors.ts';

/** Read from the working directory when no `--config` is given. */
export const USUAL_CONFIG_FILE = 'config/fine_tuning_config.yaml';

// Ours: the file with every option and comment has 10 KB; what is a hundred times as long is a log given by mistake.
const MOST_BYTES = 1024 * 1024;

/** A config as someone wrote it. */
export interface ConfigSource {
  /** The file as it was named, for messages. */
  readonly file: string;
  readonly text: string;
}

/**
 * The config file that a run goes by, unread: `--config FILE`, else `config/fine_tuning_config.yaml` in the working
 * directory, else none.
 *
 * @param path what `--config` says; that file must exist
 * @throws CurateError when the file cannot be read
 */
export function configSource(path?: string): ConfigSource | undefined {
  const file = path ?? (existsSync(USUAL_CONFIG_FILE) ? USUAL_CONFIG_FILE : undefined);
  return file === undefined ? undefined : { file, text: readText(file) };
}

function readText(file: string): string {
  const bytes = readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CurateError(`${file} is not UTF-8 text; save it as UTF-8.`);
  }
}

function readBytes(file: string): Buffer {
  try {
    const facts = statSync(file);
    if (facts.isDirectory()) throw new CurateError(`${file} is a folder; name the config file inside it.`);
    if (facts.size > MOST_BYTES) throw new CurateError(`${file} is over 1 MiB, which no config is; check the name.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CurateError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'ENOENT') throw new CurateError(`${file} cannot be read (${code}).`);
    throw new CurateError(`There is no file ${file}; check the name, or let \`curate init\` write a config.`);
  }
}
