import type { Asked, ScoreTable, Value } from '../pii/result.ts';
import { conversationFrom } from './conversation.ts';
import type { DefaultPipeline } from './fate.ts';
import { plantJunk } from './junk/junk.ts';
import type { Material } from './junk/material.ts';
import type { Listed, QualityScore } from './result.ts';

/** Issue 6: at least 95 of 100 pieces of junk must fall. */
const LEAST_DROPPED = 0.95;

/** Shown, and not asked: refusals of kinds that nobody had thought of. Lists are at their end there, and the figure says so. */
const LATER = 'refusal, unseen, later';

class Count {
  planted = 0;
  dropped = 0;
  readonly #stages = new Map<string, number>();

  add(stage: string | undefined): void {
    this.planted++;
    if (stage === undefined) return;
    this.dropped++;
    this.#stages.set(stage, (this.#stages.get(stage) ?? 0) + 1);
  }

  get share(): number {
    return this.dropped / this.planted;
  }

  get stages(): string {
    const most = [...this.#stages].sort(([, one], [, other]) => other - one).slice(0, 2);
    return most.map(([stage, count]) => `${stage} ${count}`).join(', ');
  }
}

/** Plants junk and says what falls, by kind and language. */
export function scoreJunk(material: Material, seed: number, pipeline: DefaultPipeline): QualityScore {
  const kinds = new Map<string, Count>();
  const parts = new Map<string, Count>();
  const families = new Map<string, Count>();
  const missed: Listed[] = [];
  for (const [at, one] of plantJunk(seed, material).entries()) {
    const place = `${one.kind}, ${one.language}, ${at}`;
    const loss = pipeline.lossOf(conversationFrom({ place, turns: one.turns }));
    countOf(kinds, one.kind).add(loss?.stage);
    if (one.kind !== LATER) countOf(families, familyOf(one.kind)).add(loss?.stage);
    countOf(parts, `${one.kind}|${one.language}`).add(loss?.stage);
    if (loss === undefined) missed.push({ place, stage: null, reason: null, measured: null });
  }
  const asked = [...families].map(
    ([family, { share }]): Asked => ({ what: family, least: LEAST_DROPPED, measured: share }),
  );
  return { corpus: 'junk', tables: [kindTable(kinds), partTable(parts)], asked, listed: missed };
}

/** What issue 6 sets a limit for: `cut in a list` and `cut in a word` are one family. */
function familyOf(kind: string): string {
  return kind.split(/[ ,]/, 1)[0] ?? kind;
}

function countOf(counts: Map<string, Count>, name: string): Count {
  const known = counts.get(name) ?? new Count();
  counts.set(name, known);
  return known;
}

function kindTable(kinds: ReadonlyMap<string, Count>): ScoreTable {
  const rows = [...kinds].map(([kind, { planted, dropped, share, stages }]): Value[] => [
    kind,
    planted,
    dropped,
    share,
    stages,
  ]);
  return { title: 'planted junk by kind', columns: ['kind', 'planted', 'dropped', 'share', 'by'], rows };
}

function partTable(parts: ReadonlyMap<string, Count>): ScoreTable {
  const rows = [...parts].flatMap(([name, { planted, dropped, share }]): Value[][] => {
    const [kind = '', language = ''] = name.split('|');
    return share >= LEAST_DROPPED ? [] : [[kind, language, planted, dropped, share]];
  });
  return {
    title: 'kinds and languages below what is asked',
    columns: ['kind', 'language', 'planted', 'dropped', 'share'],
    rows,
  };
}
