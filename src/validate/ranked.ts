import { isObject } from '../measures/jsonObject.ts';
import type { Part } from './layout.ts';
import type { Tell } from './problemLog.ts';
import { readTurn, readTurns } from './readRow.ts';
import type { RowView } from './view.ts';

/**
 * Two answers with what they are worth: `score` 1 and 0 around one message (Vertex AI, preference tuning), or `rank` 0 and
 * 1 around a list of them (NeMo RL, PreferenceDataset).
 */
export function readRanked(value: unknown, { key, turn }: Part, view: RowView, tell: Tell): void {
  if (!Array.isArray(value)) {
    tell('wrong_type', key);
    return;
  }
  const worth = value.map((entry) => (isObject(entry) ? (entry.score ?? entry.rank) : undefined));
  const valid = value.length === 2 && worth.includes(0) && worth.includes(1);
  if (!valid) tell('ranks_not_valid', key);
  for (let place = 0; place < value.length; place++) {
    const entry: unknown = value[place];
    const path = `${key}[${place}]`;
    if (!isObject(entry)) {
      tell('wrong_type', path);
      continue;
    }
    const better = 'score' in entry ? entry.score === 1 : entry.rank === 0;
    const turns = better ? view.chosen : view.rejected;
    const { completion } = entry;
    if (completion === undefined || completion === null) tell('missing_key', `${path}.completion`);
    else if (Array.isArray(completion)) readTurns(completion, `${path}.completion`, turn, turns, tell);
    else readTurn(completion, `${path}.completion`, -1, turn, turns, tell);
  }
}
