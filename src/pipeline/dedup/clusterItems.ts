import { combine53 } from '../../measures/hash.ts';
import { orderBy } from '../../measures/order.ts';
import type { Decisions } from '../decisions.ts';
import type { DecidePlan } from '../setStage.ts';
import { type ClusterOptions, type Clusters, clusterEntries } from './cluster.ts';

/** The items, the earliest first. */
export function itemsInTimeOrder(decisions: Decisions): Uint32Array {
  const times = new Float64Array(decisions.itemCount);
  for (let item = 0; item < times.length; item++)
    times[item] = decisions.digest.rows.timestamp[decisions.firstRow(item)] ?? 0;
  return orderBy(times);
}

/** Duplicates among the items in `order`. Joined sessions are duplicates when their exchanges are, one by one. */
export function clusterItems(
  decisions: Decisions,
  order: Uint32Array,
  plan: DecidePlan,
  options: ClusterOptions,
): Clusters {
  if (plan.conversation.unit === 'exchange') {
    return clusterRows(decisions, firstRows(decisions, order), plan, options);
  }
  const rows = Uint32Array.from(Array.from(order, (item) => [...decisions.rowsOf(item)]).flat());
  const { leader } = clusterRows(decisions, rows, plan, options);
  const content = new Float64Array(order.length);
  let place = 0;
  for (const [position, item] of order.entries()) {
    let sequence = 1;
    for (let i = 0; i < decisions.rowsOf(item).length; i++) sequence = combine53(sequence, leader[place++] ?? 0);
    content[position] = sequence;
  }
  const none = {
    content,
    signature: new Int32Array(order.length).fill(-1),
    signatures: decisions.digest.rows.signatures,
  };
  return clusterEntries(none, { ...options, near: false, exact: options.exact || options.near });
}

/** Ours: a signature keeps 8 bits of a minimum, so unlike texts of a single n-gram agree once in 256, of four hardly ever. */
const FEWEST_NGRAMS = 4;

/** Duplicates among rows, in the order given. */
export function clusterRows(
  decisions: Decisions,
  rows: Uint32Array,
  plan: DecidePlan,
  options: ClusterOptions,
  concerned?: Uint8Array,
): Clusters {
  const { digest } = decisions;
  const { min_words, ngram } = plan.dedup.near;
  const fewestWords = Math.max(min_words, ngram + FEWEST_NGRAMS - 1);
  const content = new Float64Array(rows.length);
  const signature = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    // Whole conversations are compared, also where feedback cuts one: late feedback must not move it to another cluster.
    content[place] = digest.rows.content[row] ?? 0;
    signature[place] = (digest.rows.words[row] ?? 0) >= fewestWords ? row : -1;
  }
  return clusterEntries({ content, signature, signatures: digest.rows.signatures }, options, concerned);
}

/** The first row of each item. */
export function firstRows(decisions: Decisions, items: Uint32Array): Uint32Array {
  return items.map((item) => decisions.firstRow(item));
}
