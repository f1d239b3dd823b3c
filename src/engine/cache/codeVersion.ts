import { readFileSync } from 'node:fs';
import { version } from '../../version.ts';

/**
 * Names the code that makes digests: the stamp of the build (`scripts/stamp_build.mjs`), and the Unicode tables of the
 * Node that runs it, by which letters are told from signs. Code that was never built has the version of the package.
 */
export function codeVersion(): string {
  return `${stamp()} unicode ${process.versions.unicode ?? ''}`;
}

function stamp(): string {
  try {
    const build: unknown = JSON.parse(readFileSync(new URL('../../build.json', import.meta.url), 'utf8'));
    if (typeof build === 'object' && build !== null && 'code' in build) return String(build.code);
  } catch {
    // not built
  }
  return version();
}
