import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scoreAdversarial, scoreMultidogo } from './asTheyAre.ts';
import { scoreCode, scoreMathematics } from './negatives.ts';
import { scorePhones } from './phones.ts';
import { scoreRecognizers } from './recognizers.ts';
import { type CorpusScore, scoresAsJson, writeListed } from './result.ts';
import { scoreSynth } from './synth.ts';
import { askedTable, drawTable, isMet, markdown } from './tables.ts';

/**
 * Scores the detectors of personal data against labelled corpora. Prints a table for each, and writes every miss and false
 * alarm, by its place, to `build/pii/<corpus>.jsonl`.
 */
const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    out: { type: 'string', default: 'build/pii' },
    // Only corpora in whose name this stands.
    only: { type: 'string', default: '' },
    // Writes all figures to build/pii/score.json.
    json: { type: 'boolean', default: false },
    // Exits with 1 when a figure that is asked is not reached.
    check: { type: 'boolean', default: false },
    // Prints the table of the README instead.
    markdown: { type: 'boolean', default: false },
  },
});

const SCORES: readonly (readonly [string, (path: string) => CorpusScore])[] = [
  ['pii/presidio_synth_v2.json', scoreSynth],
  ['pii/presidio_recognizer_cases.jsonl', scoreRecognizers],
  ['pii/phone_examples.jsonl', scorePhones],
  ['pii/negative_gsm8k_test.jsonl', scoreMathematics],
  ['chat', scoreCode],
  ['pii/pii_anon_adversarial.jsonl.gz', scoreAdversarial],
  ['pii/multidogo_test_turns.jsonl', scoreMultidogo],
];

const scores: CorpusScore[] = [];
for (const [name, score] of SCORES.filter(([name]) => name.includes(values.only))) {
  const path = join(values.corpora, name);
  if (!existsSync(path)) {
    process.stderr.write(`passed over: there is no ${path}\n`);
    continue;
  }
  const one = score(path);
  const list = writeListed(one, values.out);
  scores.push(one);
  if (values.markdown) continue;
  process.stdout.write(`\n${one.corpus}\n\n${one.tables.map(drawTable).join('\n\n')}\n`);
  process.stdout.write(`${one.listed.length} misses and false alarms: ${list}\n`);
}
if (values.json && scores.length > 0) writeFileSync(join(values.out, 'score.json'), scoresAsJson(scores));
if (values.markdown) process.stdout.write(`${markdown(scores)}\n`);
else if (scores.length > 0) process.stdout.write(`\n${drawTable(askedTable(scores))}\n`);
if (values.check && scores.some(({ asked }) => !asked.every(isMet))) process.exitCode = 1;
