import { orderBy } from '../../measures/order.ts';
import { forEachRepeat, placesWhere } from '../../measures/repeats.ts';
import type { Digest } from '../digest.ts';
import type { DecidePlan } from '../setStage.ts';

/** The rows that the record stages keep, the earliest first. */
export function keptInTimeOrder({ count, rows }: Digest): Uint32Array {
  const kept = placesWhere(count, (row) => rows.verdict[row] === 0);
  const times = new Float64Array(kept.length);
  for (let place = 0; place < kept.length; place++) times[place] = rows.timestamp[kept[place] ?? 0] ?? Number.NaN;
  const order = orderBy(times);
  for (let place = 0; place < order.length; place++) order[place] = kept[order[place] ?? 0] ?? 0;
  return order;
}

/** By row: the first of those in `order` with equal content (`compared`); itself for rows that are not in it. */
export function firstOfContent({ count, rows }: Digest, order: Uint32Array): Uint32Array {
  const content = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) content[place] = rows.compared[order[place] ?? 0] ?? 0;
  const first = new Uint32Array(count);
  for (let row = 0; row < count; row++) first[row] = row;
  forEachRepeat(content, (places, start, end) => {
    const earliest = order[places[start] ?? 0] ?? 0;
    for (let i = start + 1; i < end; i++) first[order[places[i] ?? 0] ?? 0] = earliest;
  });
  return first;
}

/** Ours: a signature keeps 8 bits of a minimum, so unlike texts of a single n-gram agree once in 256, of four hardly ever. */
const FEWEST_NGRAMS = 4;

/** Fewest words of a text whose signature says something. */
export function fewestWords({ near: { min_words, ngram } }: DecidePlan['dedup']): number {
  return Math.max(min_words, ngram + FEWEST_NGRAMS - 1);
}
