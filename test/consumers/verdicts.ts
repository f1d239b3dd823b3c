import { CONSUMERS, type ConsumerName } from './claims.ts';
import type { Consumed, Outcome } from './consume.ts';
import type { Export } from './exports.ts';
import { LIMITS, type Limit, limitFor } from './limits.ts';

/** What became of all exports of one format in one consumer. */
export interface Verdict {
  readonly consumer: ConsumerName;
  readonly format: string;
  /** Rows that arrived, over all worlds and containers. */
  readonly rows: number;
  /** What failed and is no known limit. */
  readonly failed: readonly Outcome[];
  /** Known limits that showed. */
  readonly limits: readonly Limit[];
}

/** Everything that the run found. */
export interface Findings {
  readonly verdicts: readonly Verdict[];
  readonly versions: Readonly<Record<string, string>>;
  /** Consumers that could not be run, with the reason. */
  readonly notRun: ReadonlyMap<ConsumerName, string>;
  /** Exports that were read although a limit says that they cannot be. */
  readonly unlimited: readonly string[];
}

/** Sums up what each consumer made of its exports. */
export function findingsOf(consumed: ReadonlyMap<ConsumerName, Consumed | string>): Findings {
  const verdicts: Verdict[] = [];
  const versions: Record<string, string> = {};
  const notRun = new Map<ConsumerName, string>();
  const unlimited: string[] = [];
  for (const [consumer, result] of consumed) {
    if (typeof result === 'string') {
      notRun.set(consumer, result);
      continue;
    }
    for (const [name, version] of Object.entries(result.versions)) versions[labelOf(consumer, name)] = version;
    for (const [format, outcomes] of byFormat(result.outcomes)) verdicts.push(verdictOf(consumer, format, outcomes));
    for (const { export: one, problem } of result.outcomes)
      if (problem === '' && limitFor(consumer, one))
        unlimited.push(`${CONSUMERS[consumer].name} reads ${one.format} of the world ${one.world} after all`);
  }
  return { verdicts, versions, notRun, unlimited };
}

/** LLaMA-Factory and together run with packages of their own age. */
function labelOf(consumer: ConsumerName, name: string): string {
  return consumer === 'llamafactory' && name !== 'llamafactory' ? `${name} under LLaMA-Factory` : name;
}

function byFormat(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const formats = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const { format } = outcome.export;
    formats.set(format, [...(formats.get(format) ?? []), outcome]);
  }
  return formats;
}

function verdictOf(consumer: ConsumerName, format: string, outcomes: readonly Outcome[]): Verdict {
  const problems = outcomes.filter(({ problem }) => problem !== '');
  const shown = problems.map((outcome) => limitFor(consumer, outcome.export));
  return {
    consumer,
    format,
    rows: outcomes.reduce((sum, { rows }) => sum + rows, 0),
    failed: problems.filter((_, at) => shown[at] === undefined),
    limits: LIMITS.filter((limit) => shown.includes(limit)),
  };
}

/** What was found, a line each, for people. */
export function wordsOf({ verdicts, notRun, unlimited }: Findings): string[] {
  return [
    ...verdicts.flatMap((verdict) => [
      `${verdict.failed.length === 0 ? '✓' : '✗'} ${CONSUMERS[verdict.consumer].name}, ${verdict.format}: ${verdict.rows} rows${verdict.limits.length > 0 ? ', with known limits' : ''}`,
      ...verdict.failed.map(({ export: one, problem }) => `    ${placeOf(one)}: ${problem}`),
    ]),
    ...[...notRun].map(([name, reason]) => `not run: ${CONSUMERS[name].name}: ${reason}`),
    ...unlimited.map((sentence) => `✗ ${sentence}: take it out of test/consumers/limits.ts`),
  ];
}

function placeOf({ world, container, target }: Export): string {
  return `${world}, ${container}${target === '' ? '' : ` for ${target}`}`;
}
