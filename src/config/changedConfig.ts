import { load, YAMLException } from 'js-yaml';
import { CurateError } from '../errors.ts';
import { SET_STAGES } from '../pipeline/setStages.ts';
import { RECORD_STAGES } from '../pipeline/stages.ts';
import { type Config, parseConfig } from './config.ts';
import { isMapping } from './mapping.ts';
import { didYouMean } from './nearest.ts';
import { shown } from './problems.ts';

/** One setting that is to be other than the config has it. */
export interface Setting {
  /** As the config has it: `feedback.min_stars`, and for the option of a stage `min_answer_length.chars`. */
  readonly key: string;
  /** The stage of the pipeline whose option it is. */
  readonly stage: string | undefined;
  /** Its path below the stage, or in the config; empty for a stage that is taken out. */
  readonly path: readonly string[];
  /** The value that it has, and the one that it is to have; `off` for a stage that is taken out. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Words that may stand before the name of a stage, as people sort them. */
const KINDS = ['pipeline', ...new Set(RECORD_STAGES.map(({ kind }) => kind).filter((kind) => kind !== 'scrub'))];

/**
 * Finds a setting by its key: a path into the config, or a stage and its option, with or without the kind of stage before it.
 * @param flag who asks, for messages
 * @throws CurateError when the config has no such key
 */
export function settingNamed(config: Config, key: string, flag: string): Omit<Setting, 'after'> {
  const words = key.split('.');
  const [first = '', ...rest] = words.length > 1 && KINDS.includes(words[0] ?? '') ? words.slice(1) : words;
  const planned = config.pipeline.find(({ use }) => use === first);
  const stage = RECORD_STAGES.find(({ name }) => name === first);
  if (planned === undefined && stage !== undefined)
    throw new CurateError(`${flag}: \`${first}\` does not run: it is not in the \`pipeline\` of the config.`);
  if (planned !== undefined && stage?.section === undefined)
    return { key: [first, ...rest].join('.'), stage: first, path: rest, before: valueAt(planned.options, rest) };
  const section = stage?.section ?? SET_STAGES.find(({ name }) => name === first)?.section ?? first;
  if (!Object.hasOwn(config, section)) {
    const known = [...Object.keys(config), ...config.pipeline.map(({ use }) => use)];
    throw new CurateError(`${flag}: the config has no \`${shown(first)}\`${didYouMean(first, known)}`);
  }
  const path = [section, ...rest];
  return { key: path.join('.'), stage: undefined, path, before: valueAt(config, path) };
}

/**
 * Reads `KEY=VALUE`; the value is YAML, so numbers, words, lists and `null` are what they are in the config.
 * @throws CurateError when it is not of that form, or the config has no such key
 */
export function readSetting(config: Config, text: string): Setting {
  const equals = text.indexOf('=');
  if (equals <= 0)
    throw new CurateError(
      `--what-if needs KEY=VALUE, such as min_answer_length.chars=20, not ${JSON.stringify(shown(text))}.`,
    );
  const setting = settingNamed(config, text.slice(0, equals).trim(), '--what-if');
  const written = text.slice(equals + 1);
  if (setting.stage === undefined || setting.path.length > 0)
    return { ...setting, after: yamlValue(written, setting.key) };
  if (written.trim() === 'off') return { ...setting, before: 'on', after: 'off' };
  throw new CurateError(
    `--what-if: \`${setting.stage}\` is a stage; name its option as well, or take it out with ${setting.stage}=off.`,
  );
}

function yamlValue(written: string, key: string): unknown {
  try {
    return load(written) ?? null;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new CurateError(`--what-if: the value of \`${key}\` is not valid YAML: ${error.reason}.`);
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) here = isMapping(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  return here;
}

/**
 * The config with other settings, checked as if it had been written so.
 * @throws CurateError that lists every mistake
 */
export function changedConfig(config: Config, settings: readonly Setting[], flag = '--what-if'): Config {
  const value: Record<string, unknown> = { ...config };
  value.pipeline = config.pipeline.flatMap(({ use, options }): unknown[] => {
    const own = settings.filter(({ stage }) => stage === use);
    if (own.some(({ path }) => path.length === 0)) return [];
    if (RECORD_STAGES.find(({ name }) => name === use)?.section !== undefined) return [use];
    return [
      own.reduce<Record<string, unknown>>((entry, { path, after }) => withValue(entry, path, after), {
        use,
        ...options,
      }),
    ];
  });
  const changed = settings
    .filter(({ stage }) => stage === undefined)
    .reduce((whole, { path, after }) => withValue(whole, path, after), value);
  return parseConfig(changed, flag);
}

function withValue(mapping: Record<string, unknown>, path: readonly string[], after: unknown): Record<string, unknown> {
  const [key = '', ...rest] = path;
  const inner = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
  return { ...mapping, [key]: rest.length === 0 ? after : withValue(isMapping(inner) ? inner : {}, rest, after) };
}
