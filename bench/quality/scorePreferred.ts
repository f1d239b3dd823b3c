import { TURNS } from '../../src/pipeline/turns.ts';
import type { ScoreTable, Value } from '../pii/result.ts';
import { conversationFrom } from './conversation.ts';
import type { DefaultPipeline, Loss } from './fate.ts';
import type { PreferredCorpus } from './preferred.ts';
import type { Listed, QualityScore } from './result.ts';
import { REVIEWED } from './reviewed.ts';

/** Issue 6: at most two in a hundred answers that people preferred may fall. */
const MOST_DROPPED = 0.02;

/** Runs the preferred answers of a corpus through the pipeline; which fell, and by what. */
export function scorePreferred(corpus: PreferredCorpus, folder: string, pipeline: DefaultPipeline): QualityScore {
  const conversations = corpus.read(folder);
  const losses = conversations.flatMap((one) => {
    const loss = pipeline.lossOf(conversationFrom(one));
    return loss === undefined ? [] : [{ place: one.place, loss }];
  });
  // What has no answer at all (`turns`) was dropped by no filter.
  const filtered = losses.filter(({ loss }) => loss.stage !== TURNS.name);
  const share = filtered.length / conversations.length;
  return {
    corpus: corpus.name,
    tables: [lossTable(corpus.name, conversations.length, losses)],
    asked: corpus.asked ? [{ what: 'preferred answers dropped', most: MOST_DROPPED, measured: share }] : [],
    listed: losses.map(({ place, loss }) => listed(corpus.name, place, loss)),
  };
}

function listed(corpus: string, place: string, { stage, reason, measured }: Loss): Listed {
  return {
    place,
    stage,
    reason,
    measured: measured ?? null,
    review: REVIEWED.get(`${corpus}, ${place}, ${stage}`) ?? null,
  };
}

function lossTable(
  corpus: string,
  count: number,
  losses: readonly { readonly place: string; readonly loss: Loss }[],
): ScoreTable {
  const counts = new Map<string, { own: number; earlier: number; reviewed: number }>();
  for (const { place, loss } of losses) {
    const name = `${loss.stage}.${loss.reason}`;
    const count = counts.get(name) ?? { own: 0, earlier: 0, reviewed: 0 };
    counts.set(name, count);
    if (loss.own) count.own++;
    else count.earlier++;
    if (REVIEWED.has(`${corpus}, ${place}, ${loss.stage}`)) count.reviewed++;
  }
  const rows = [...counts].map(([name, { own, earlier, reviewed }]): Value[] => [
    name,
    own,
    earlier,
    (own + earlier) / count,
    reviewed,
  ]);
  return {
    title: `${corpus}: ${count} preferred answers, ${losses.length} dropped`,
    columns: ['stage and reason', 'the answer', 'one before it', 'share', 'reviewed'],
    rows,
  };
}
