import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { CurateError } from '../errors.ts';
import { Tokens } from './tokens.ts';

export interface TokenSources {
  /** `CURATE_TOKENS`: `write:abc…,read+export:def…`. */
  readonly environment: string | undefined;
  /** `serve.tokens_file`: a line each, `read,export def…`; empty lines and those with `#` in front say nothing. */
  readonly file: string | null;
  /** The config file, from whose folder `file` is meant. */
  readonly configFile: string | undefined;
}

export interface ReadTokens {
  readonly tokens: Tokens;
  /** What should not go unseen: one sentence each. */
  readonly warnings: readonly string[];
}

/** @throws CurateError where a token cannot be used, the file not be read, or neither has any where one is named; never with a token in it */
export function readTokens({ environment, file, configFile }: TokenSources): ReadTokens {
  const tokens = new Tokens();
  const warnings: string[] = [];
  for (const [at, entry] of entriesOf(environment)) {
    const colon = entry.indexOf(':');
    const roles = colon === -1 ? [] : entry.slice(0, colon).split('+');
    tokens.add(roles, entry.slice(colon + 1), `CURATE_TOKENS, entry ${at}`);
  }
  if (file !== null) {
    const path = resolve(configFile === undefined ? '.' : dirname(configFile), file);
    for (const [at, line] of linesOf(path)) {
      const [, roles = '', token = ''] = /^(\S+)\s+(\S+)$/.exec(line) ?? [];
      tokens.add(roles.split(','), token, `${path}, line ${at}`);
    }
    if (isOpenToAll(path))
      warnings.push(`${path} can be read by every user of this machine; call \`chmod 600\` on it.`);
  }
  if (tokens.size === 0 && (file !== null || (environment ?? '') !== '')) {
    const source = file === null ? 'CURATE_TOKENS' : '`serve.tokens_file`';
    throw new CurateError(
      `${source} has no token in it, so everybody could do everything. Put one there, or take the setting away where that is meant.`,
    );
  }
  return { tokens, warnings };
}

function entriesOf(text: string | undefined): [at: number, entry: string][] {
  return (text ?? '').split(',').flatMap((entry, at) => (entry.trim() === '' ? [] : [[at + 1, entry.trim()]]));
}

function linesOf(path: string): [at: number, line: string][] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new CurateError(`${path}: the file of \`serve.tokens_file\` cannot be read (${code}).`);
  }
  return text.split('\n').flatMap((line, at) => {
    const said = line.trim();
    return said === '' || said.startsWith('#') ? [] : [[at + 1, said]];
  });
}

/** Whether others than its owner and group may read it; systems without such rights say that all may, and are not believed. */
function isOpenToAll(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o004) !== 0;
}
