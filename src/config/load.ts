import { loadAll, YAMLException } from 'js-yaml';
import { CurateError } from '../errors.ts';
import { type Config, type ConfigContext, defaultConfig, parseConfig } from './config.ts';
import { type ConfigSource, configSource } from './source.ts';

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
  const source = configSource(path);
  return { config: configOf(source, { formats }), file: source?.file };
}

/** The config that a file says, or the defaults where there is no file. @throws CurateError as `loadConfig` does */
export function configOf(
  source: ConfigSource | undefined,
  names: Pick<ConfigContext, 'formats' | 'targets'> = {},
): Config {
  return source === undefined ? defaultConfig() : readConfig(source.text, source.file, names);
}

/** Parses the text of a config file. @throws CurateError as `loadConfig` does */
export function readConfig(
  source: string,
  file: string,
  context: Pick<ConfigContext, 'formats' | 'targets'> = {},
): Config {
  return parseConfig(readYaml(source, file) ?? {}, file, { ...context, source });
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
