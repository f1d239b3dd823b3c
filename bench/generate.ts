import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../scripts/random.ts';
import { ExchangeSource } from './exchanges.ts';
import { LineWriter } from './line_writer.ts';
import { Traffic, type Visit } from './traffic.ts';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

export interface GenerateOptions {
  readonly exchanges: number;
  /** The data folder; the files go to `training_logs` in it. */
  readonly out: string;
  readonly days: number;
  readonly seed: number;
}

/**
 * Writes a log of any size in daily files, with feedback, and returns its bytes. Exchanges are made one at a time,
 * so memory stays flat; the same options give the same bytes.
 */
export function generate({ exchanges, out, days, seed }: GenerateOptions): number {
  const folder = join(out, 'training_logs');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (/^(?:conversations|feedback)_.*\.jsonl$/.test(name)) rmSync(join(folder, name));
  const source = new ExchangeSource(seed);
  const random = new Random(seed, 2);
  const traffic = new Traffic(random, Math.max(50, Math.round(exchanges / 40)));
  let bytes = 0;
  for (let day = 0; day < days; day += 1) {
    const before = Math.floor((exchanges * day) / days);
    const count = Math.floor((exchanges * (day + 1)) / days) - before;
    bytes += writeDay(folder, { at: FIRST_DAY + day * DAY, before, count }, source, traffic, random);
  }
  return bytes;
}

interface Day {
  readonly at: number;
  readonly before: number;
  readonly count: number;
}

function writeDay(folder: string, day: Day, source: ExchangeSource, traffic: Traffic, random: Random): number {
  const date = new Date(day.at).toISOString().slice(0, 10);
  const conversations = new LineWriter(join(folder, `conversations_${date}.jsonl`));
  const feedback = new LineWriter(join(folder, `feedback_${date}.jsonl`));
  for (let number = 0; number < day.count; number += 1) {
    const at = day.at + Math.floor((number * DAY) / day.count);
    const id = `ex-${String(day.before + number + 1).padStart(9, '0')}`;
    const visit = traffic.next();
    const { language, question, answer } = source.next();
    conversations.write(
      JSON.stringify({
        example_id: id,
        timestamp: new Date(at).toISOString(),
        user_id: visit.user,
        session_id: visit.session,
        user_message: question,
        assistant_message: answer,
        language: random.chance(0.7) ? language : undefined,
        intent: random.pick(INTENTS),
        framework: random.chance(0.8) ? random.pick(FRAMEWORKS) : undefined,
        complexity: random.pick(COMPLEXITY),
        model: 'helper-2.1',
        source: 'real',
      }),
    );
    if (random.chance(0.12)) feedback.write(feedbackLine(id, visit, at, random));
  }
  conversations.close();
  feedback.close();
  return conversations.bytes + feedback.bytes;
}

const INTENTS = ['troubleshooting', 'how_to', 'support', 'advice', 'writing'];
const FRAMEWORKS = ['react', 'vue', 'django', 'spring', 'express'];
const COMPLEXITY = ['simple', 'medium', 'complex'];

function feedbackLine(id: string, { user }: Visit, at: number, random: Random): string {
  const good = random.chance(0.76);
  const timestamp = new Date(at + 60_000).toISOString();
  if (random.chance(0.5))
    return JSON.stringify({ example_id: id, user_id: user, feedback_type: good ? 'positive' : 'negative', timestamp });
  return JSON.stringify({
    example_id: id,
    user_id: user,
    score: good ? random.whole(4, 5) : random.whole(1, 3),
    timestamp,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      exchanges: { type: 'string', default: '100000' },
      out: { type: 'string', default: 'build/bench-data' },
      days: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
    },
  });
  const started = performance.now();
  const bytes = generate({
    exchanges: Number(values.exchanges),
    out: values.out,
    days: Number(values.days),
    seed: Number(values.seed),
  });
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${JSON.stringify({ out: values.out, exchanges: Number(values.exchanges), bytes, seconds })}\n`);
}
