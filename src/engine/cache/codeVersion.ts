import { buildStamp, version } from '../../version.ts';

/**
 * Names the code that makes digests: the stamp of the build, and the Unicode tables of the Node that runs it, by which
 * letters are told from signs. Code that was never built has the version of the package.
 */
export function codeVersion(): string {
  return `${buildStamp() ?? version()} unicode ${process.versions.unicode ?? ''}`;
}
