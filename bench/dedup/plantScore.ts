import { Random } from '../../scripts/random.ts';
import type { Decisions } from '../../src/pipeline/decisions.ts';
import type { CorpusScore, Value } from '../pii/result.ts';
import type { Said } from './conversations.ts';
import { originOf, type Plant, plantsFrom, shuffledBy } from './plants.ts';
import { decideOn, type World } from './world.ts';

const SEED = 6;

/** All stages that rewrite, none that drops: what is planted must not go for another reason. */
const CONFIG = `pipeline: [fix_mojibake, decode_entities, normalize_unicode, remove_invisible, replace_urls, normalize_whitespace, control_tokens, scrub]
`;

/** Plants duplicates and look-alikes among so many real conversations, and counts which are found. */
export async function scorePlants(folder: string, real: readonly Said[], count: number): Promise<CorpusScore> {
  const among = shuffledBy(new Random(SEED), real).slice(0, count);
  const plants = plantsFrom(among, SEED);
  const planted = plants.flatMap(({ said }) => said);
  const replaced = new Set(planted.map(originOf));
  const world = await decideOn(folder, [...among.filter(({ id }) => !replaced.has(id)), ...planted], CONFIG);
  const kinds = [...new Set(plants.map(({ kind }) => kind))].map((kind) =>
    countKind(
      world,
      kind,
      plants.filter((plant) => plant.kind === kind),
    ),
  );
  const { decisions, seconds } = world;
  const kept = Array.from({ length: decisions.itemCount }, (_, item) => item).filter((item) => decisions.isKept(item));
  return {
    corpus: `${among.length} real conversations and ${planted.length} planted`,
    tables: [
      {
        title: `of ${decisions.itemCount} conversations ${kept.length} are kept; ${seconds.toFixed(1)} s`,
        columns: ['planted', 'should be', 'pairs', 'are', 'share'],
        rows: kinds.map(({ kind, merges, pairs, right }): Value[] => [
          kind,
          merges ? 'one' : 'apart',
          pairs,
          right,
          right / pairs,
        ]),
      },
    ],
    listed: [],
    asked: kinds.map(({ kind, merges, pairs, right }) => ({
      what: merges ? `${kind}: merged` : `${kind}: kept apart`,
      least: merges ? 0.98 : 1,
      measured: right / pairs,
    })),
  };
}

interface Kind {
  readonly kind: string;
  readonly merges: boolean;
  /** Pairs that should be one: each with the last of its plant. Pairs that should stay apart: each with any other. */
  readonly pairs: number;
  readonly right: number;
}

function countKind(world: World, kind: string, plants: readonly Plant[]): Kind {
  const items = itemsOf(world);
  const merges = plants.every((plant) => plant.merges);
  let [pairs, right] = [0, 0];
  for (const { said } of plants) {
    const found = said.flatMap(({ id }) => items.get(world.rowOf.get(id) ?? -1) ?? []);
    if (merges) {
      const last = found.at(-1) ?? 0;
      pairs += said.length - 1;
      right += found.slice(0, -1).filter((item) => areOne(world.decisions, item, last)).length;
    } else {
      const leaders = new Map<number, number>();
      for (const item of found) {
        const leader = world.decisions.leader[item] ?? item;
        leaders.set(leader, (leaders.get(leader) ?? 0) + 1);
      }
      pairs += found.length;
      right += [...leaders.values()].filter((size) => size === 1).length;
    }
  }
  return { kind, merges, pairs, right };
}

/** In one cluster, of which not both are kept. */
function areOne(decisions: Decisions, one: number, other: number): boolean {
  const { leader } = decisions;
  return leader[one] === leader[other] && !(decisions.isKept(one) && decisions.isKept(other));
}

function itemsOf({ decisions }: World): Map<number, number> {
  return new Map(Array.from({ length: decisions.itemCount }, (_, item) => [decisions.firstRow(item), item]));
}
