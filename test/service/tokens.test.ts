import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { accessNotes } from '../../src/service/accessNotes.ts';
import { checkHost, isLoopback } from '../../src/service/hosts.ts';
import { readTokens } from '../../src/service/readTokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'curate-tokens-'));
afterAll(() => rmSync(folder, { recursive: true }));

const FIRST = 'abcdefghij012345';
const SECOND = 'ABCDEFGHIJ-._~+/==';

const fromEnvironment = (environment: string) => readTokens({ environment, file: null, configFile: undefined }).tokens;

function fromFile(text: string, mode = 0o600) {
  mkdirSync(join(folder, 'config'), { recursive: true });
  const file = join(folder, 'config', 'tokens');
  writeFileSync(file, text);
  chmodSync(file, mode);
  return readTokens({ environment: undefined, file: 'tokens', configFile: join(folder, 'config', 'curate.yaml') });
}

describe('tokens are read', () => {
  test('and a source without any is refused, rather than all let in', () => {
    expect(() => fromEnvironment(' , ')).toThrow(/^CURATE_TOKENS has no token in it/);
    expect(() => fromFile('# none yet\n')).toThrow(/^`serve.tokens_file` has no token in it/);
    expect(fromEnvironment('').size).toBe(0);
  });

  test('and one that stands there twice is refused: which roles it has nobody could tell', () => {
    expect(() => fromEnvironment(`write:${FIRST},read:${FIRST}`)).toThrow(/^CURATE_TOKENS, entry 2: .*two places/);
  });

  test('from the environment', () => {
    const tokens = fromEnvironment(`write:${FIRST}, read+export:${SECOND},`);
    expect(tokens.size).toBe(2);
    expect([...(tokens.callerOf(FIRST)?.roles ?? [])]).toEqual(['write']);
    expect([...(tokens.callerOf(SECOND)?.roles ?? [])]).toEqual(['read', 'export']);
    expect(tokens.callerOf(`${FIRST}x`)).toBeUndefined();
    expect(tokens.callerOf('')).toBeUndefined();
    expect(JSON.stringify(tokens.callerOf(FIRST))).not.toContain(FIRST);
  });

  test('from a file beside the config', () => {
    const { tokens, warnings } = fromFile(`# for the shop\n\nfeedback ${FIRST}\nread,export\t${SECOND}\n`);
    expect(tokens.callerOf(FIRST)?.roles).toEqual(new Set(['feedback']));
    expect(tokens.callerOf(SECOND)?.roles).toEqual(new Set(['read', 'export']));
    expect(warnings).toEqual([]);
  });

  test('with a warning where everybody may read the file', () => {
    expect(fromFile(`read ${FIRST}`, 0o644).warnings).toEqual([expect.stringMatching(/every user.*chmod 600/)]);
  });

  test.each([
    ['write', 'CURATE_TOKENS, entry 1: expected roles'],
    [FIRST, 'CURATE_TOKENS, entry 1: expected roles'],
    [`:${FIRST}`, 'CURATE_TOKENS, entry 1: expected roles'],
    [`write:${FIRST},wizard:${SECOND}`, 'CURATE_TOKENS, entry 2: expected roles'],
    ['write:short', 'CURATE_TOKENS, entry 1: the token has fewer than 16 characters'],
    ['write:a token with spaces', 'CURATE_TOKENS, entry 1: a token is made of'],
    ['write:ÄÖÜäöüßÄÖÜäöüßÄÖÜ', 'CURATE_TOKENS, entry 1: a token is made of'],
  ])('%s', (environment, message) => {
    expect(() => fromEnvironment(environment)).toThrow(message);
    try {
      fromEnvironment(environment);
    } catch (error) {
      expect(String(error)).not.toMatch(/abcdef|short|spaces|wizard/i);
    }
  });

  test('and a line of a file that is none is named by its number', () => {
    expect(() => fromFile(`read ${FIRST}\nread\n`)).toThrow(/tokens, line 2: expected roles/);
    expect(() => readTokens({ environment: undefined, file: 'none', configFile: undefined })).toThrow(
      /none: the file of `serve.tokens_file` cannot be read \(ENOENT\)/,
    );
  });
});

describe('who may ask', () => {
  const serve = defaultConfig().serve;
  const none = fromEnvironment('');

  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1', '[::1]', 'LOCALHOST'])('at %s everybody', (host) => {
    expect(accessNotes({ ...serve, host }, none).sentence).toContain('no tokens');
  });

  test.each(['0.0.0.0', '::', '192.0.2.1', 'curate.example.com', '127.example.com'])('at %s nobody', (host) => {
    expect(isLoopback(host)).toBe(false);
    expect(() => accessNotes({ ...serve, host }, none)).toThrow(/CURATE_TOKENS/);
    expect(accessNotes({ ...serve, host }, fromEnvironment(`read:${FIRST}`)).sentence).toBe('One token is known.');
  });

  test('behind a proxy there should be tokens', () => {
    expect(accessNotes({ ...serve, hosts: ['curate.example.com'] }, none).warnings).toEqual([
      expect.stringContaining('whoever reaches the proxy'),
    ]);
    expect(accessNotes(serve, none).warnings).toEqual([]);
  });
});

test('a request that names no host is refused', () => {
  for (const host of [undefined, '', ':80', '[', 'a/b', 'user@host'])
    expect(() => checkHost(host, new Set())).toThrow();
});
