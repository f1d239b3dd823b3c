import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Random } from '../scripts/random.ts';
import { Census, type Contents } from './census.ts';
import { ExchangeSource, type MadeExchange } from './exchanges.ts';
import { LineWriter } from './line_writer.ts';
import { Traffic, type Visit } from './traffic.ts';

/** To be raised whenever the same options give other bytes: a log of before is made anew then. A test knows the bytes. */
export const GENERATOR_VERSION = 1;

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** Shares. Ours: feedback as the sample of the project has it; two thirds of logs name the language, or a little more. */
const RATED = 0.12;
const RATED_WELL = 0.76;
const LANGUAGE_LOGGED = 0.7;

export interface GenerateOptions {
  readonly exchanges: number;
  /** The data folder; the files go to `training_logs` in it. */
  readonly out: string;
  readonly days: number;
  readonly seed: number;
}

/** A made-up log. */
export interface Made extends GenerateOptions, Contents {
  /** Of the conversation files alone. */
  readonly bytes: number;
  readonly sessions: number;
  /** People that there may be; some never ask. */
  readonly users: number;
}

/**
 * Writes a log of any size in daily files, with feedback, and says what it holds. Exchanges are made one at a time,
 * so memory stays flat; the same options give the same bytes.
 */
export function generate(options: GenerateOptions): Made {
  const { exchanges, out, days, seed } = options;
  const folder = join(out, 'training_logs');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (/^(?:conversations|feedback)_.*\.jsonl$/.test(name)) rmSync(join(folder, name));
  const random = new Random(seed, 2);
  const users = Math.max(50, Math.round(exchanges / 40));
  const traffic = new Traffic(random, users, exchanges / days);
  const maker = { source: new ExchangeSource(seed), random, traffic, census: new Census() };
  let bytes = 0;
  for (let day = 0; day < days; day += 1) {
    const before = Math.floor((exchanges * day) / days);
    const count = Math.floor((exchanges * (day + 1)) / days) - before;
    bytes += writeDay(folder, { at: FIRST_DAY + day * DAY, before, count }, maker);
  }
  return { ...options, ...maker.census.contents(), bytes, sessions: traffic.begun, users };
}

interface Day {
  readonly at: number;
  readonly before: number;
  readonly count: number;
}

interface Maker {
  readonly source: ExchangeSource;
  readonly random: Random;
  readonly traffic: Traffic;
  readonly census: Census;
}

/** @returns the bytes of its conversations */
function writeDay(folder: string, day: Day, { source, random, traffic, census }: Maker): number {
  const date = new Date(day.at).toISOString().slice(0, 10);
  const conversations = new LineWriter(join(folder, `conversations_${date}.jsonl`));
  const feedback = new LineWriter(join(folder, `feedback_${date}.jsonl`));
  for (let number = 0; number < day.count; number += 1) {
    const at = day.at + Math.floor((number * DAY) / day.count);
    const id = `ex-${String(day.before + number + 1).padStart(9, '0')}`;
    const visit = traffic.next();
    const exchange = source.next();
    census.add(exchange);
    conversations.write(conversationLine(id, at, visit, exchange, random));
    if (!random.chance(RATED)) continue;
    const good = random.chance(RATED_WELL);
    census.addRating(good);
    feedback.write(feedbackLine(id, visit, at, good, random));
  }
  conversations.close();
  feedback.close();
  return conversations.bytes;
}

function conversationLine(id: string, at: number, visit: Visit, exchange: MadeExchange, random: Random): string {
  return JSON.stringify({
    example_id: id,
    timestamp: new Date(at).toISOString(),
    user_id: visit.user,
    session_id: visit.session,
    user_message: exchange.question,
    assistant_message: exchange.answer,
    // Not every chatbot logs it; then it has to be found out.
    language: random.chance(LANGUAGE_LOGGED) ? exchange.language : undefined,
    intent: random.pick(INTENTS),
    framework: random.chance(0.8) ? random.pick(FRAMEWORKS) : undefined,
    complexity: random.pick(COMPLEXITY),
    model: 'helper-2.1',
    source: 'real',
  });
}

const INTENTS = ['troubleshooting', 'how_to', 'support', 'advice', 'writing'];
const FRAMEWORKS = ['react', 'vue', 'django', 'spring', 'express'];
const COMPLEXITY = ['simple', 'medium', 'complex'];

function feedbackLine(id: string, { user }: Visit, at: number, good: boolean, random: Random): string {
  const timestamp = new Date(at + 60_000).toISOString();
  if (random.chance(0.5))
    return JSON.stringify({ example_id: id, user_id: user, feedback_type: good ? 'positive' : 'negative', timestamp });
  const score = good ? random.whole(4, 5) : random.whole(1, 3);
  return JSON.stringify({ example_id: id, user_id: user, score, timestamp });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      exchanges: { type: 'string', default: '100000' },
      out: { type: 'string', default: 'build/bench-data' },
      days: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [exchanges, days, seed] = [Number(values.exchanges), Number(values.days), Number(values.seed)];
  process.stdout.write(`${JSON.stringify(generate({ exchanges, out: values.out, days, seed }), null, 2)}\n`);
}
