import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultConfig } from '../src/config/config.ts';
import { ledgerPath, readLedger } from '../src/engine/ledger/ledgerFile.ts';
import { openLedger } from '../src/engine/ledger/openLedger.ts';
import { writeLedger } from '../src/engine/ledger/writeLedger.ts';
import { plansOf } from '../src/engine/plans.ts';
import { hash53 } from '../src/measures/hash.ts';
import { identity } from '../src/measures/order.ts';
import { decide } from '../src/pipeline/decide.ts';
import { NearPairs } from '../src/pipeline/dedup/nearPairs.ts';
import { allocateExchanges, allocateRows, type Digest, emptyLabels } from '../src/pipeline/digest.ts';
import { FeedbackSurveyor } from '../src/pipeline/feedback/feedbackSurvey.ts';
import type { Ledger } from '../src/pipeline/split/ledger.ts';
import { Publication } from '../src/pipeline/split/publish.ts';

/**
 * What the ledger costs: `npm run bench:ledger -- [CONVERSATIONS]`. Decides on made-up conversations, three a session, none
 * of which resembles another; exports them; and decides again with the ledger, as they are and with one in a hundred gone.
 * Times are those of the processor, which other programs disturb less.
 */
const count = Number(process.argv[2] ?? 1_000_000);

function digestOf(rows: number): Digest {
  const columns = allocateRows(rows);
  const bytes = new Uint32Array(columns.signatures.buffer);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.imul(at + 1, 0x9e3779b1) ^ (at >>> 7);
  for (let row = 0; row < rows; row++) {
    columns.id[row] = hash53(`id ${row}`);
    columns.session[row] = hash53(`session ${Math.floor(row / 3)}`);
    columns.content[row] = hash53(`text ${row}`);
    columns.compared[row] = columns.content[row] ?? 0;
    columns.timestamp[row] = 1_700_000_000_000 + row * 1000;
    columns.words[row] = 200;
    columns.exchanges[row] = 1;
  }
  const labels = emptyLabels();
  const nothing = {
    exchangeCount: 0,
    exchanges: allocateExchanges(0),
    changed: new Uint32Array(0),
    cut: new Uint32Array(0),
  };
  return { count: rows, rows: columns, labels, ...nothing };
}

function timed<Result>(what: string, work: () => Result): Result {
  const began = process.cpuUsage();
  const result = work();
  process.stdout.write(`${what.padEnd(52)} ${Math.round(process.cpuUsage(began).user / 1000)} ms\n`);
  return result;
}

const { decide: plan } = plansOf(defaultConfig(), { since: undefined, until: undefined });
const feedback = new FeedbackSurveyor().finish();
const digest = digestOf(count);
const near = new NearPairs(
  identity(count),
  { one: new Uint32Array(0), other: new Uint32Array(0), similarity: new Float64Array(0) },
  0.8,
  () => 0,
);
const run = (ledger?: Ledger, of = digest) => decide(of, feedback, [], plan, near, ledger);

const folder = mkdtempSync(join(tmpdir(), 'curate-bench-'));
try {
  run();
  const decisions = timed('decide without a ledger', () => run());
  const ledger = timed('what is published', () => {
    const publication = new Publication(decisions, plan);
    for (let item = 0; item < decisions.itemCount; item++) publication.addItem(item);
    return publication.ledger(undefined);
  });
  timed('write', () => writeLedger(folder, ledger, openLedger(folder).mark));
  process.stdout.write(`${'bytes'.padEnd(52)} ${statSync(ledgerPath(folder)).size}\n`);
  const read = timed('read', () => readLedger(ledgerPath(folder)));
  run(read);
  timed('decide with it', () => run(read));
  const left = { ...digest, count: count - Math.floor(count / 100) };
  timed('decide with it, one in a hundred gone', () => run(read, left));
} finally {
  rmSync(folder, { recursive: true });
}
