import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from './pictures/ansi.ts';
import { terminalSvg } from './pictures/svg.ts';

/** Columns of a report that goes to a pipe. */
const COLUMNS = 80;

/** One conversation of the sample with feedback, a repaired entity and a card number. */
const EXPLAINED = 'ex-001371';

const PICTURES: Readonly<Record<string, readonly string[]>> = {
  export: ['export', '--format', 'chatml'],
  stats: ['stats'],
  progress: ['progress'],
  explain: ['explain', EXPLAINED],
  scan: ['scan', 'data/training_logs'],
};

/**
 * Makes the pictures of the documentation anew, from what the built program prints of the bundled sample:
 * `npm run pictures`, in the folder of the project.
 */
for (const [name, args] of Object.entries(PICTURES)) {
  const output = printed(args);
  mkdirSync(join('docs', 'images'), { recursive: true });
  writeFileSync(
    join('docs', 'images', `${name}.svg`),
    terminalSvg(`npx curate ${args.join(' ')}`, linesOf(output.trimEnd()), COLUMNS),
  );
}

/** What the program prints in colour, without the folder it stands in and the time it took: those differ each time. */
function printed(args: readonly string[]): string {
  const output = execFileSync(process.execPath, ['dist/cli.js', ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return output.replaceAll(`${process.cwd()}/`, '').replace(/\n[^\n]*\d m?s[^\n]*\n$/, '');
}
