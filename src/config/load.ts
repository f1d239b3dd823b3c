import { existsSync, readFileSync, statSync } from 'node:fs';
import { loadAll, YAMLException } from 'js-yaml';
import { CurateError } from '../errors.ts';
import { type Config, type ConfigContext, defaultConfig, parseConfig } from './config.ts';

/** Read from the working directory when no `--config` is given. */
export const USUAL_CONFIG_FILE = 'config/fine_tuning_config.yaml';

// Ours: the file with every option and comment has 10 KB; what is a hundred times as long is a log given by mistake.
const MOST_BYTES = 1024 * 1024;

export interface LoadedConfig {
  readonly config: Config;
  /** The file it came from as it was named, or `undefined` for the built-in defaults. */
  readonly file: string | undefined;
}

/**
 * The config that a run goes by: `--config FILE`, else `config/fine_tuning_config.yaml` in the working directory, else
 * the defaults. An empty file means the defaults too.
 *
 * @param path what `--config` says; that file must exist
 * @param formats the names that `export.format` may take besides `all`
 * @throws CurateError when the file cannot be read, is not YAML, or has mistakes in it
 */
export function loadConfig(path?: string, formats?: readonly string[]): LoadedConfig {
  const file = path ?? (existsSync(USUAL_CONFIG_FILE) ? USUAL_CONFIG_FILE : undefined);
  if (file === undefined) return { config: defaultConfig(), file };
  return { config: readConfig(readText(file), file, { formats }), file };
}

/** Parses the text of a config file. @throws CurateError as `loadConfig` does */
export function readConfig(source: string, file: string, context: Pick<ConfigContext, 'formats'> = {}): Config {
  return parseConfig(readYaml(source, file) ?? {}, file, { ...context, source });
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

function readYaml(source: string, file: string): unknown {
  try {
    const documents = loadAll(source);
    if (documents.length < 2) return documents[0];
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const place = error.mark === undefined ? file : `${file}:${error.mark.line + 1}:${error.mark.column + 1}`;
    throw new CurateError(`${place}: this is not valid YAML: ${error.reason}.`);
  }
  throw new CurateError(`${file} holds several YAML documents; leave one, and take out the \`---\` lines.`);
}
