import { readFileSync } from 'node:fs';

/** The version in package.json, which lies one folder above both `src/` and `dist/`. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const found: unknown = JSON.parse(text);
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : 'unknown';
}
