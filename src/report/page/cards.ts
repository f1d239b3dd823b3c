import { ranked, sumOf } from '../funnel.ts';
import { count, decimal, integer, percent, shareOf } from '../numbers.ts';
import type { Counts, PageData, StatsReport } from '../types.ts';
import type { Card } from './card.ts';
import type { ChartSeries } from './chartSpec.ts';
import { daysCard, progressCard } from './timeCards.ts';

/** Ours: what fits a phone's screen below its heading. */
const MOST_ROWS = 12;

/** The charts of the page; those without anything to show are left out. */
export function cardsOf(data: PageData): Card[] {
  const { stats } = data;
  const cards = [
    lossesCard(stats),
    splitsCard(data.splits),
    ratingsCard(stats),
    clustersCard(data.clusters),
    tokensCard(stats),
    daysCard(stats),
    progressCard(data.progress),
    lengthsCard(data),
    labelsCard('languages', 'Languages', 'language', stats.languages, stats.records),
    labelsCard('intents', 'Intents', 'intent', stats.intents, stats.records),
    labelsCard('frameworks', 'Frameworks', 'framework', stats.frameworks, stats.records),
    labelsCard('complexity', 'Complexity', 'complexity', stats.complexity, stats.records),
  ];
  return cards.filter((card) => card !== undefined);
}

function lossesCard({ records, kept, dropped }: StatsReport): Card | undefined {
  const rows = largest(dropped.by_reason);
  const [first] = rows;
  if (first === undefined) return undefined;
  const share = percent(shareOf(dropped.total, records));
  return {
    title: 'Where conversations are lost',
    sentence: `${integer(dropped.total)} of ${count(records, 'conversation')} (${share}) are not kept, ${integer(kept)} are. Most go by ${first[0]}.`,
    of: 'stage.reason',
    chart: rowsChart('losses', rows, 'conversations'),
  };
}

function splitsCard(splits: Counts): Card | undefined {
  const total = sumOf(splits);
  if (total === 0) return undefined;
  const shares = Object.entries(splits).map(([split, number]) => `${percent(shareOf(number, total))} ${split}`);
  return {
    title: 'Splits',
    sentence: `${count(total, 'example')}: ${shares.join(', ')}.`,
    of: 'split',
    chart: rowsChart('splits', Object.entries(splits), 'examples'),
  };
}

function ratingsCard({ feedback }: StatsReport): Card | undefined {
  const { rated, rate, positive_rate, mean_stars, stars } = feedback;
  if (rated === 0) return undefined;
  return {
    title: 'Ratings',
    sentence: `${integer(rated)} conversations are rated (${percent(rate)}), ${percent(positive_rate)} of them well; ${decimal(mean_stars, 2)} stars in the mean.`,
    of: 'stars',
    chart: columnsChart(
      'ratings',
      ['conversations', 'stars'],
      ['1', '2', '3', '4', '5'],
      [{ name: 'conversations', tone: 'strong', values: [1, 2, 3, 4, 5].map((star) => stars[star] ?? 0) }],
    ),
  };
}

function clustersCard({ clusters, members, sizes }: PageData['clusters']): Card | undefined {
  if (clusters === 0) return undefined;
  const label = (from: number, to: number): string =>
    from === to
      ? integer(from)
      : to === Number.MAX_SAFE_INTEGER
        ? `over ${integer(from - 1)}`
        : `${integer(from)}–${integer(to)}`;
  return {
    title: 'Duplicates',
    sentence: `${integer(members)} examples are in ${count(clusters, 'cluster')} of duplicates; of each the best is kept.`,
    of: 'examples in a cluster',
    chart: columnsChart(
      'clusters',
      ['clusters', 'examples in a cluster'],
      sizes.map(({ from, to }) => label(from, to)),
      [{ name: 'clusters', tone: 'strong', values: sizes.map((size) => size.clusters) }],
    ),
  };
}

function lengthsCard({ lengths, stats }: PageData): Card | undefined {
  if (lengths.length === 0) return undefined;
  const { user, assistant } = stats.lengths;
  return {
    title: 'Lengths',
    sentence: `Half of the questions have at most ${count(user.p50, 'character')}, half of the answers at most ${integer(assistant.p50)}; the longest answer has ${integer(assistant.max)}.`,
    of: 'characters, up to',
    wide: true,
    chart: {
      ...columnsChart(
        'lengths',
        ['conversations', 'characters, up to'],
        lengths.map(({ up_to }) => integer(up_to)),
        [
          { name: 'user', tone: 'other', values: lengths.map((bin) => bin.user) },
          { name: 'assistant', tone: 'strong', values: lengths.map((bin) => bin.assistant) },
        ],
      ),
      values_shown: false,
    },
  };
}

function tokensCard({ tokens }: StatsReport): Card | undefined {
  if (tokens === undefined || tokens.examples === 0) return undefined;
  return {
    title: 'Tokens',
    sentence: `${count(tokens.total, 'token')} in ${count(tokens.examples, 'example')}; half have at most ${integer(tokens.p50)}, 95 % at most ${integer(tokens.p95)}.`,
    of: 'tokens, up to',
    chart: columnsChart(
      'tokens',
      ['examples', 'tokens, up to'],
      tokens.histogram.map(({ up_to }) => integer(up_to)),
      [{ name: 'examples', tone: 'strong', values: tokens.histogram.map(({ examples }) => examples) }],
    ),
  };
}

function labelsCard(id: string, title: string, of: string, counts: Counts, records: number): Card | undefined {
  const rows = largest(counts);
  const [first] = rows;
  if (first === undefined) return undefined;
  const known = sumOf(counts);
  const share = percent(shareOf(first[1], known));
  const without = records - known;
  const rest = without > 0 ? ` ${count(without, 'conversation')} ${without === 1 ? 'has' : 'have'} none.` : '';
  return {
    title,
    sentence: `${first[0]} comes most often: ${share} of ${integer(known)}.${rest}`,
    of,
    chart: rowsChart(id, rows, 'conversations'),
  };
}

function rowsChart(id: string, rows: readonly (readonly [string, number])[], unit: string): Card['chart'] {
  const series = [{ name: unit, tone: 'strong' as const, values: rows.map(([, number]) => number) }];
  return {
    id,
    kind: 'rows',
    labels: rows.map(([label]) => label),
    series,
    stacked: false,
    values_shown: true,
    unit,
    axis: '',
    dates: false,
  };
}

function columnsChart(
  id: string,
  [unit, axis]: readonly [unit: string, axis: string],
  labels: readonly string[],
  series: readonly ChartSeries[],
): Card['chart'] {
  return { id, kind: 'columns', labels, series, stacked: false, values_shown: true, unit, axis, dates: false };
}

/** The largest counts; what does not fit is added up at the end. */
function largest(counts: Counts): [string, number][] {
  const sorted = ranked(counts);
  if (sorted.length <= MOST_ROWS) return sorted;
  const rest = sorted.slice(MOST_ROWS - 1);
  return [
    ...sorted.slice(0, MOST_ROWS - 1),
    [`other (${integer(rest.length)})`, rest.reduce((sum, [, number]) => sum + number, 0)],
  ];
}
