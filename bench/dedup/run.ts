import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CorpusScore } from '../pii/result.ts';
import { askedTable, drawTable, isMet } from '../pii/tables.ts';
import { agreementOn, agreementScore } from './agreement.ts';
import { conversationsOf } from './conversations.ts';
import { scorePlants } from './plantScore.ts';
import { scoreToolformer } from './toolformer.ts';

/**
 * Scores the removal of duplicates: against the exact similarity of all pairs of real conversations, on duplicates and
 * look-alikes planted among them, and beside what the authors of a corpus removed from it themselves.
 */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    out: { type: 'string', default: 'build/dedup' },
    // Only scores in whose name this stands: agreement, plants, toolformer.
    only: { type: 'string', default: '' },
    // Conversations into which is planted.
    plants: { type: 'string', default: '20000' },
    // Exits with 1 when a figure that is asked is not reached.
    check: { type: 'boolean', default: false },
  },
});

const COMPARED = ['prompt_edits', 'hh_rlhf', 'taskmaster4', 'gpteacher_toolformer'];
const THRESHOLDS = [0.8, 0.7];

const conversations = conversationsOf(values.corpora);
const scores: CorpusScore[] = [];
const wants = (name: string): boolean => name.includes(values.only);

function show(score: CorpusScore): void {
  scores.push(score);
  process.stdout.write(`\n${score.corpus}\n\n${score.tables.map(drawTable).join('\n\n')}\n`);
}

if (wants('agreement')) {
  for (const name of COMPARED) {
    const said = conversations.get(name);
    if (said === undefined) process.stderr.write(`passed over: there is no ${name} in ${values.corpora}\n`);
    else
      for (const threshold of THRESHOLDS)
        show(agreementScore(name, threshold, await agreementOn(join(values.out, name), said, threshold)));
  }
}
if (wants('plants') && conversations.size > 0) {
  show(await scorePlants(join(values.out, 'plants'), [...conversations.values()].flat(), Number(values.plants)));
}
if (wants('toolformer')) {
  const score = await scoreToolformer(values.corpora, join(values.out, 'toolformer'));
  if (score === undefined) process.stderr.write(`passed over: there is no gpteacher in ${values.corpora}\n`);
  else show(score);
}
if (scores.length > 0) process.stdout.write(`\n${drawTable(askedTable(scores))}\n`);
if (values.check && scores.some(({ asked }) => !asked.every(isMet))) process.exitCode = 1;
