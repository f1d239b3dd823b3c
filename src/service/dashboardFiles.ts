import { readFileSync } from 'node:fs';
import type { Config } from '../config/config.ts';
import { PACKAGE_FOLDER } from '../packageFolder.ts';
import { version } from '../version.ts';
import { type StaticFile, staticFile } from './staticFile.ts';

export interface DashboardFiles {
  readonly page: StaticFile;
  readonly script: StaticFile;
  readonly style: StaticFile;
}

/** Nothing from elsewhere, nothing inline, no text that becomes a script (CSP 3, Trusted Types), and no page around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const loaded = new Map<number, DashboardFiles>();

/**
 * The files of the dashboard, read once: a package that is replaced under a running service does not mix with it.
 * @throws the error of the file system where the program was not built
 */
export function dashboardFiles({ refresh_seconds }: Pick<Config['serve'], 'refresh_seconds'>): DashboardFiles {
  const known = loaded.get(refresh_seconds);
  if (known !== undefined) return known;
  const page = textOf('index.html')
    .replaceAll('{{refresh_seconds}}', String(refresh_seconds))
    .replaceAll('{{version}}', version());
  const files = {
    page: staticFile('text/html; charset=utf-8', page, {
      'content-security-policy': POLICY,
      'cross-origin-opener-policy': 'same-origin',
    }),
    script: staticFile('text/javascript; charset=utf-8', textOf('dashboard.js')),
    style: staticFile('text/css; charset=utf-8', textOf('dashboard.css')),
  };
  loaded.set(refresh_seconds, files);
  return files;
}

function textOf(name: string): string {
  return readFileSync(new URL(`dist/dashboard/${name}`, PACKAGE_FOLDER), 'utf8');
}
