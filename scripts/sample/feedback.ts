import type { Random } from '../random.ts';
import { DAY, DAYS, dayOf, FIRST_DAY } from './calendar.ts';
import { COMMENTS, CORRECTIONS } from './comments.ts';
import { type Entry, feedbackLine, type Stars } from './feedback_lines.ts';
import type { LoggedExchange } from './lines.ts';

/** With the rated repetitions about 14 % of the answers are rated, about 76 % of these well. Ours: what a busy in-app thumb gives. */
const RATED = 0.12;
const WELL_RATED = 0.87;

/** All feedback on the exchanges in the order in which it arrived, as entries without a shape yet. */
export function feedbackOn(exchanges: readonly LoggedExchange[], random: Random): Entry[] {
  const byNumber = new Map(exchanges.map((exchange) => [exchange.number, exchange]));
  const entries: Entry[] = [];
  for (const exchange of exchanges) {
    const original = exchange.repeats === undefined ? undefined : byNumber.get(exchange.repeats);
    if (original !== undefined && random.chance(0.15)) {
      entries.push(...rated(original, 2, random), ...rated(exchange, 5, random));
    } else if (random.chance(RATED)) {
      entries.push(...ratedBySome(exchange, random));
    }
  }
  entries.push(...orphans(random));
  const last = FIRST_DAY + DAYS * DAY;
  return entries.filter((entry) => entry.at < last).sort((one, other) => one.at - other.at);
}

function starsFor(exchange: LoggedExchange, random: Random): Stars {
  if (exchange.bad || !random.chance(WELL_RATED))
    return random.weighted<Stars>([
      [1, 5],
      [2, 4],
      [3, exchange.bad ? 0 : 3],
    ]);
  return random.weighted<Stars>([
    [5, 6],
    [4, 4],
  ]);
}

function ratedBySome(exchange: LoggedExchange, random: Random): Entry[] {
  const stars = starsFor(exchange, random);
  const first = rated(exchange, stars, random);
  const changedMind = random.chance(0.08) ? rated(exchange, stars >= 4 ? 5 : 2, random, DAY) : [];
  const pressedTwice = random.chance(0.05) ? first.map((entry) => ({ ...entry, at: entry.at + 900 })) : [];
  const colleagues = random.chance(0.07)
    ? Array.from({ length: random.whole(1, 3) }, () =>
        rated(
          { ...exchange, user: `u-${random.whole(1, 250).toString().padStart(4, '0')}` },
          starsFor(exchange, random),
          random,
        ),
      ).flat()
    : [];
  return [...first, ...changedMind, ...pressedTwice, ...colleagues];
}

/** One rating; now and then it comes a day or a week late, with a comment or a corrected answer. */
function rated(exchange: LoggedExchange, stars: Stars, random: Random, later = 0): Entry[] {
  if (exchange.id === undefined) return [];
  const comments = COMMENTS[exchange.language] ?? COMMENTS.en;
  const delay = random.weighted([
    [random.whole(5_000, 600_000), 75],
    [DAY, 15],
    [random.whole(3, 9) * DAY, 10],
  ]);
  const answer = exchange.turns.at(-1)?.answer ?? '';
  return [
    {
      id: exchange.id,
      user: exchange.user,
      at: exchange.at + delay + later,
      stars,
      messageIndex: exchange.messageIndex !== undefined && random.chance(0.5) ? exchange.messageIndex : undefined,
      comment: random.chance(0.2) ? random.pick((stars >= 4 ? comments?.good : comments?.bad) ?? []) : undefined,
      correction:
        stars <= 3 && !exchange.bad && random.chance(0.35) ? corrected(answer, exchange.language, random) : undefined,
    },
  ];
}

function corrected(answer: string, language: string, random: Random): string {
  return `${answer.trim()}\n\n${random.pick(CORRECTIONS[language] ?? CORRECTIONS.en ?? [])}`;
}

/** Ratings of conversations that are in no file. */
function orphans(random: Random): Entry[] {
  return Array.from({ length: 18 }, (_, at) => ({
    id: `${random.pick(['ex-', 'conv_', 'int-'])}9${String(90_000 + at)}`,
    user: `u-0${random.whole(100, 250)}`,
    at: FIRST_DAY + random.whole(0, DAYS * DAY - 1),
    stars: random.weighted<Stars>([
      [5, 3],
      [1, 1],
    ]),
    messageIndex: undefined,
    comment: undefined,
    correction: undefined,
  }));
}

/** The files of feedback: ratings by month, comments that came through another door by month. */
export function feedbackFiles(entries: readonly Entry[], random: Random): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const entry of entries) {
    const alone = entry.comment !== undefined && entry.correction === undefined && random.chance(0.4);
    const month = new Date(entry.at).toISOString().slice(0, 7);
    put(
      files,
      `feedback_${month}.jsonl`,
      feedbackLine(alone ? { ...entry, comment: undefined } : entry, dayOf(entry.at)),
    );
    if (alone)
      put(
        files,
        `comments_${month}.jsonl`,
        feedbackLine({ ...entry, stars: undefined, at: entry.at + 20_000 }, dayOf(entry.at)),
      );
  }
  put(
    files,
    'feedback_2026-09.jsonl',
    '{"example_id":"ex-000002","user_id":"u-0002","score":"many","timestamp":"2026-09-29T08:00:00.000Z"}',
  );
  put(
    files,
    'feedback_2026-09.jsonl',
    '{"example_id":"ex-000003","user_id":"u-0002","score":11,"timestamp":"2026-09-29T08:00:05.000Z"}',
  );
  put(files, 'feedback_2026-10.jsonl', '{"conversation_id":"conv_000900","vote":');
  put(
    files,
    'feedback_2026-10.jsonl',
    '{"score":5,"comment":"Which answer did I mean?","timestamp":"2026-10-30T08:00:05.000Z"}',
  );
  return files;
}

function put(files: Map<string, string[]>, name: string, line: string): void {
  const lines = files.get(name);
  if (lines === undefined) files.set(name, [line]);
  else lines.push(line);
}
