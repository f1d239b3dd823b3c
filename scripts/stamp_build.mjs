import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Digests are kept from run to run, so a run must know which code made them: a hash over everything that was compiled
// or packed and the versions of what it uses. Any change of either makes old digests unfit, without a number to remember
// to raise.
const hash = createHash('sha256');
// The scripts of pages run in browsers: they make no digest.
const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(js|bin)$|^words.+\.json$/.test(file) && !/^(page|widget|dashboard)\b/.test(file),
);
for (const file of files.sort()) hash.update(file).update(readFileSync(join('dist', file)));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
for (const name of Object.keys(dependencies).sort()) {
  const { version } = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
  hash.update(`${name}@${version}`);
}
writeFileSync('dist/build.json', `${JSON.stringify({ code: hash.digest('hex').slice(0, 32) })}\n`);
chmodSync('dist/cli.js', 0o755);
