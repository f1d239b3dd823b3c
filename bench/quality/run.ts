import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scoreLanguages } from '../languages/score.ts';
import { askedTable, drawTable, isMet } from '../pii/tables.ts';
import { DefaultPipeline } from './fate.ts';
import { readMaterial } from './junk/material.ts';
import { PREFERRED } from './preferred.ts';
import { type QualityScore, writeListed } from './result.ts';
import { scoreJunk } from './scoreJunk.ts';
import { scorePreferred } from './scorePreferred.ts';
import { bringTables } from './tables.ts';

/**
 * Scores the filters of the default pipeline: how many answers that people preferred they drop, and how much planted junk.
 * Prints tables, writes what fell (of the junk: what did not) by its place to `build/quality/`, and exits with 1 when a
 * figure that is asked is not reached. `min_answer_length` is left out, as how short an answer may be is everybody's own choice; with
 * `--lengths` it takes part.
 */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    out: { type: 'string', default: 'build/quality' },
    seed: { type: 'string', default: '6' },
    // Only corpora in whose name this stands; `junk` and `lingua` are some.
    only: { type: 'string', default: '' },
    lengths: { type: 'boolean', default: false },
  },
});

bringTables();
const pipeline = new DefaultPipeline({ lengths: values.lengths });
const chat = join(values.corpora, 'chat');
if (!existsSync(chat)) {
  process.stderr.write(`Nothing to score by: there is no ${chat}; name the folder of the corpora with --corpora.\n`);
  process.exit(2);
}
const scores: QualityScore[] = PREFERRED.filter(({ name }) => name.includes(values.only)).map((corpus) =>
  scorePreferred(corpus, chat, pipeline),
);
if ('junk'.includes(values.only)) scores.push(scoreJunk(readMaterial(values.corpora), Number(values.seed), pipeline));
for (const score of scores) {
  const list = writeListed(score, values.out);
  process.stdout.write(`\n${score.tables.map(drawTable).join('\n\n')}\nlisted: ${list}\n`);
}
// Filters go by languages, so these figures are asked here, too; their tables are those of `npm run score:languages`.
const lingua = join(values.corpora, 'langid/lingua');
const languages = 'lingua'.includes(values.only) && existsSync(lingua) ? [scoreLanguages(lingua)] : [];
process.stdout.write(`\n${drawTable(askedTable([...scores, ...languages]))}\n`);
if (![...scores, ...languages].every(({ asked }) => asked.every(isMet))) process.exitCode = 1;
