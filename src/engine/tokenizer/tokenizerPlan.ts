import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CurateError } from '../../errors.ts';
import type { TokenizerPlan } from '../../pipeline/recordPlan.ts';
import { ENCODINGS, isEncodingName } from './namedTokenizer.ts';

/** A tokenizer's settings, as Hugging Face's libraries keep them beside tokenizer.json. */
const SETTINGS_FILE = 'tokenizer_config.json';

/**
 * What the config says of a tokenizer, with the hashes of its files: digests made by another one are not used.
 * @param name `tokenizer` of the config: an encoding, or a path to a tokenizer.json
 * @param configFile the file it stands in; a path is relative to its folder
 * @throws CurateError when there is no such file
 */
export function tokenizerPlan(name: string | null, configFile: string | undefined): TokenizerPlan | undefined {
  if (name === null) return undefined;
  if (isEncodingName(name)) return { name };
  const path = resolve(configFile === undefined ? '.' : dirname(configFile), name);
  const settings = settingsOf(path);
  const sha256 = sha256Of(readTokenizer(path, configFile));
  return { name, file: { path, sha256, config_sha256: settings === undefined ? null : sha256Of(settings) } };
}

/** The tokenizer_config.json beside a tokenizer; nothing where there is none. */
export function settingsOf(path: string): Buffer | undefined {
  try {
    return readFileSync(join(dirname(path), SETTINGS_FILE));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new CurateError(`${join(dirname(path), SETTINGS_FILE)}: it cannot be read (${codeOf(error)}).`);
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @throws CurateError when it cannot be read */
function readTokenizer(path: string, configFile: string | undefined): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CurateError(
      `${configFile ?? 'the config'}: tokenizer: ${path}: ${whyNot(error, path)}. It is the path, from the folder of the config file, to the tokenizer.json of your model, or one of ${ENCODINGS.join(', ')}, or null.`,
    );
  }
}

function whyNot(error: unknown, path: string): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return `it is a folder; name the file inside it, ${join(basename(path), 'tokenizer.json')}`;
  return `it cannot be read (${code})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
