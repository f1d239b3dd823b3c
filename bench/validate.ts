import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { measure } from './measure.ts';
import { drawTable } from './pii/tables.ts';

/**
 * Measures `curate validate` on an export of a made-up log, which it makes first where it is not there: a gigabyte takes 600,000
 * exchanges. Prints a table and writes `build/validate.json`.
 */
const { values } = parseArgs({
  options: {
    exchanges: { type: 'string', default: '600000' },
    out: { type: 'string', default: 'build/bench-validate' },
    workers: { type: 'string', default: '2' },
    // Leave the log and the export, for the next time.
    keep: { type: 'boolean', default: false },
  },
});

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const exported = join(values.out, 'curated', 'chatml');

const CASES: readonly (readonly [string, ...string[]])[] = [
  ['all'],
  ['without personal data', '--no-personal-data'],
  ['one file', '--no-personal-data', '--format', 'chatml'],
];

if (!existsSync(exported)) await makeExport();
const rows = [];
for (const [name, ...flags] of CASES) rows.push(await timed(name, flags));
const table = {
  title: `curate validate, ${values.workers} workers`,
  columns: ['case', 'MB', 'seconds', 'MB/s', 'processor seconds', 'a GB', 'peak MB'],
  rows,
};
mkdirSync('build', { recursive: true });
writeFileSync('build/validate.json', `${JSON.stringify(table, null, 2)}\n`);
process.stdout.write(`${drawTable(table)}\n`);
if (!values.keep) rmSync(values.out, { recursive: true });

async function makeExport(): Promise<void> {
  generate({ exchanges: Number(values.exchanges), out: values.out, days: 60, seed: 1 });
  await measure([cli, 'export', '--format', 'chatml', '--data', values.out, '--quiet', '--no-cache']);
}

async function timed(name: string, flags: readonly string[]): Promise<(string | number)[]> {
  const path = name === 'one file' ? join(exported, 'train.jsonl') : exported;
  const bytes = bytesOf(path);
  const args = [cli, 'validate', path, '--json', '--quiet', '--workers', values.workers, ...flags];
  const { seconds, cpu_seconds, peak_mb, output } = await measure(args);
  const { ok, files }: { ok: boolean; files: readonly { readonly rows: number }[] } = JSON.parse(output);
  if (!ok || files.some(({ rows }) => rows === 0)) throw new Error(`${path}: an export has no errors.`);
  const megabytes = bytes / 1e6;
  return [name, megabytes, seconds, megabytes / seconds, cpu_seconds, (cpu_seconds / megabytes) * 1000, peak_mb];
}

function bytesOf(path: string): number {
  if (statSync(path).isFile()) return statSync(path).size;
  const names = readdirSync(path).filter((name) => name.endsWith('.jsonl') && name !== 'quarantine.jsonl');
  return names.reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
