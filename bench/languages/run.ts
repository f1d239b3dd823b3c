import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askedTable, drawTable, isMet } from '../pii/tables.ts';
import { scoreLanguages } from './score.ts';

/** Scores the detector of languages against lingua's texts, and prints a table by language for each kind. */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    // Exits with 1 when a figure that is asked is not reached.
    check: { type: 'boolean', default: false },
  },
});

const folder = join(values.corpora, 'langid/lingua');
if (existsSync(folder)) {
  const score = scoreLanguages(folder);
  process.stdout.write(`${score.tables.map(drawTable).join('\n\n')}\n\n${drawTable(askedTable([score]))}\n`);
  if (values.check && !score.asked.every(isMet)) process.exitCode = 1;
} else {
  process.stderr.write(`passed over: there is no ${folder}\n`);
}
