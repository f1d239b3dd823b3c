import { type Container, type ContainerChoice, containerFor } from '../../formats/container.ts';
import type { ExportShape, Format, FormatOptions } from '../../formats/format.ts';
import { identity } from '../../measures/order.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import { selectPairs } from '../../pipeline/signals/pairs.ts';
import { selectRated } from '../../pipeline/signals/rated.ts';
import { SPLITS } from '../../pipeline/split/assign.ts';
import type { Balance, Counts, Leaks, TargetProblem } from '../../report/types.ts';
import type { Target } from '../../targets/target.ts';
import { type Account, accountOf, withRefused } from '../account.ts';
import { refuseNested } from '../containers/refuseNested.ts';
import type { Decided } from '../decideProject.ts';
import type { Project } from '../project.ts';
import { shapeNumbered, shapeOfItem } from '../shape.ts';
import { shapeJudgeOf } from '../write/shapeJudge.ts';
import { type SignalPart, signalPlan } from './signalPlan.ts';
import { keptItems } from './writeTasks.ts';

/** What is known of a format's export before its first row is written. */
export interface FormatPlan {
  readonly format: Format;
  readonly container: Container;
  readonly shape: ExportShape;
  readonly account: Account;
  /** Examples by split. */
  readonly splits: Counts;
  /** Examples by language. */
  readonly languages: Counts;
  readonly examples: number;
  /** What the target says of the files, once they are written. */
  readonly problems?: readonly TargetProblem[];
  /** What the splits were found to have in common, once they were written. */
  readonly leaks?: Leaks | undefined;
  /** Of formats of ratings. */
  readonly balance?: Balance;
  /** Tokens by split; 0 where none are counted. */
  readonly tokens: Counts;
}

/** The formats of one kind, and what their rows are made of. */
export type PreparedPart =
  | {
      readonly kind: 'conversations';
      /** Kept items in the order of the logs. */
      readonly items: Uint32Array;
      readonly formats: readonly FormatPlan[];
    }
  | (SignalPart & {
      /** The places in the selection of the signals to be written. */
      readonly items: Uint32Array;
      readonly formats: readonly FormatPlan[];
    });

export interface PreparedExport {
  /** One for each kind of format that was asked for. */
  readonly parts: readonly PreparedPart[];
  /** In the order in which they were asked for. */
  readonly formats: readonly FormatPlan[];
}

/**
 * Settles, over all items, what each format takes and what its rows look like.
 * @throws CurateError when rows do not fit into the container
 */
export function prepareExport(
  { decisions }: Decided,
  project: Project,
  formats: readonly Format[],
  looks: Looks,
): PreparedExport {
  const parts = (['conversations', 'rated', 'pairs'] as const).flatMap((kind): PreparedPart[] => {
    const some = formats.filter((format) => format.kind === kind);
    if (some.length === 0) return [];
    if (kind === 'conversations') return [conversationPart(decisions, project, some, looks)];
    const plan = project.plans.decide;
    const part: SignalPart =
      kind === 'rated'
        ? { kind, selection: selectRated(decisions, plan) }
        : { kind, selection: selectPairs(decisions, plan) };
    const plans = some.map((format) => {
      const container = containerFor(format, looks.container);
      return signalPlan(decisions, project, part, { format, container, options: looks.options, refused: new Map() });
    });
    return [{ ...part, items: identity(part.selection.signals.length), formats: plans }];
  });
  const plans = inOrderOf(formats, parts);
  for (const plan of plans) refuseNested(plan, looks.options);
  return { parts, formats: plans };
}

/** How rows are written, and into what. */
interface Looks {
  readonly options: FormatOptions;
  readonly container: ContainerChoice;
  readonly target: Target | undefined;
}

/** The plans of all parts, in the order of their formats. */
export function inOrderOf(formats: readonly Format[], parts: readonly Pick<PreparedPart, 'formats'>[]): FormatPlan[] {
  const plans = new Map(parts.flatMap(({ formats }) => formats.map((plan) => [plan.format, plan] as const)));
  return formats.flatMap((format) => plans.get(format) ?? []);
}

function conversationPart(
  decisions: Decisions,
  project: Project,
  formats: readonly Format[],
  { options, container, target }: Looks,
): PreparedPart {
  const items = keptItems(decisions);
  const account = accountOf(decisions, project.plans.survey);
  const known = { account, tallies: tallyShapes(decisions, items), languages: decisions.digest.labels.language };
  const plans = formats.map((format) => planOf(format, containerFor(format, container), { options, target }, known));
  return { kind: 'conversations', items, formats: plans };
}

/** What is counted of the items of one shape: whether a format takes an item hangs on its shape alone. */
interface Tally {
  records: number;
  /** Items by the place of their split in `SPLITS`, and by the code of their language. */
  readonly splits: Uint32Array;
  readonly languages: Uint32Array;
  /** More than a Uint32 holds. */
  readonly tokens: Float64Array;
}

/** By the number of the shape, in the order in which shapes are met. One pass, however many formats there are. */
function tallyShapes(decisions: Decisions, items: Uint32Array): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  const { labels, rows } = decisions.digest;
  for (const item of items) {
    const shape = shapeOfItem(decisions, item);
    const tally = tallies.get(shape) ?? emptyTally(labels.language.length);
    tallies.set(shape, tally);
    tally.records += decisions.sizeOf(item) === 1 ? 1 : decisions.keptRowsOf(item).length;
    increase(tally.splits, decisions.split[item] ?? 0, 1);
    increase(tally.tokens, decisions.split[item] ?? 0, decisions.tokensOf(item));
    increase(tally.languages, rows.facets.language[decisions.firstKeptRow(item)] ?? 0, 1);
  }
  return tallies;
}

function planOf(
  format: Format,
  container: Container,
  { options, target }: Pick<Looks, 'options' | 'target'>,
  { account, tallies, languages }: { account: Account; tallies: Map<number, Tally>; languages: readonly string[] },
): FormatPlan {
  const refused = { format: new Map<string, number>(), target: new Map<string, number>() };
  const judge = shapeJudgeOf(target?.name, format, options);
  const taken = emptyTally(languages.length);
  let joined = 0;
  for (const [shape, tally] of tallies) {
    const unfit = format.refuses(shapeNumbered(shape), options);
    const unwanted = unfit === undefined ? judge(shapeNumbered(shape)) : undefined;
    if (unfit !== undefined) addTo(refused.format, unfit, tally.records);
    else if (unwanted !== undefined) addTo(refused.target, unwanted, tally.records);
    else {
      joined |= shape;
      for (const [split, count] of tally.splits.entries()) increase(taken.splits, split, count);
      for (const [split, count] of tally.tokens.entries()) increase(taken.tokens, split, count);
      for (const [code, count] of tally.languages.entries()) increase(taken.languages, code, count);
    }
  }
  return {
    format,
    container,
    shape: shapeNumbered(joined),
    account: withRefused(
      withRefused(account, Object.fromEntries(refused.format)),
      Object.fromEntries(refused.target),
      'target',
    ),
    splits: bySplit(taken.splits),
    tokens: bySplit(taken.tokens),
    languages: Object.fromEntries(
      languages
        .map((language, code) => [language, taken.languages[code] ?? 0] as const)
        .filter(([, count]) => count > 0),
    ),
    examples: taken.splits.reduce((sum, count) => sum + count, 0),
  };
}

function addTo(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

function emptyTally(languages: number): Tally {
  return {
    records: 0,
    splits: new Uint32Array(SPLITS.length),
    languages: new Uint32Array(languages),
    tokens: new Float64Array(SPLITS.length),
  };
}

function bySplit(counts: Uint32Array | Float64Array): Counts {
  return Object.fromEntries(SPLITS.map((split, place) => [split, counts[place] ?? 0]));
}

function increase(counts: Uint32Array | Float64Array, place: number, by: number): void {
  counts[place] = (counts[place] ?? 0) + by;
}
