import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Random } from './random.ts';
import { withBadAnswers } from './sample/bad_answers.ts';
import { withBrokenLines } from './sample/broken.ts';
import { dateOf } from './sample/calendar.ts';
import { withDirt } from './sample/dirt.ts';
import type { Exchange } from './sample/exchange.ts';
import { feedbackFiles, feedbackOn } from './sample/feedback.ts';
import { dayFile, jsonLines } from './sample/files.ts';
import { type LoggedExchange, logged } from './sample/lines.ts';
import { withPersonalData } from './sample/personal.ts';
import { withRepetitions } from './sample/repetitions.ts';
import { plainExchanges } from './sample/sessions.ts';

/** The seed of the sample that comes with the project. */
export const SAMPLE_SEED = 1;

/**
 * Writes the made-up log of two months into `folder`: every oddity that logs have, no real person and no real text.
 * The same seed gives the same bytes. Files of an earlier sample in the folder are removed first.
 */
export function makeSample(folder: string, seed: number): void {
  const exchanges = sampleExchanges(seed);
  const lines = exchanges.map((exchange) => logged(exchange, new Random(seed, exchange.number)));
  const random = new Random(seed, -1);
  mkdirSync(folder, { recursive: true });
  removeSample(folder);
  for (const [date, day] of withBrokenLines(byDay(lines), random)) {
    const { name, bytes } = dayFile(date, day);
    writeFileSync(join(folder, name), bytes);
  }
  for (const [name, entries] of feedbackFiles(feedbackOn(lines, random), random)) {
    writeFileSync(join(folder, name), jsonLines(entries));
  }
}

/** The exchanges in order of time, before they are written in the way of a chatbot version. */
export function sampleExchanges(seed: number): Exchange[] {
  const random = new Random(seed, 0);
  const plain = plainExchanges(random);
  return withRepetitions(withDirt(withPersonalData(withBadAnswers(plain, random), random), random), random);
}

function byDay(lines: readonly LoggedExchange[]): Map<string, Buffer[]> {
  const days = new Map<string, Buffer[]>();
  for (const line of lines) {
    const date = dateOf(line.at);
    days.set(date, [...(days.get(date) ?? []), Buffer.from(line.json, 'utf8')]);
  }
  return days;
}

function removeSample(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^(?:conversations|feedback|comments)_\d{4}-\d{2}(?:-\d{2})?\.jsonl(?:\.gz)?$/.test(name))
      rmSync(join(folder, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'data/training_logs';
  makeSample(folder, SAMPLE_SEED);
  process.stdout.write(`The sample log is in ${folder}.\n`);
}
