import type { Decisions } from '../decisions.ts';
import { DEFINITIONS, SYSTEM } from '../digest.ts';
import { defineSetStage } from '../setStage.ts';
import { TOKENS_AROUND_EXAMPLE } from '../tokens/messageTokens.ts';
import { MAX_TOKENS } from '../tokens/tokenLimit.ts';

/**
 * Holds joined sessions to the limit that `max_tokens` sets for conversations. It looks at what goes out, after all
 * feedback: a session stays the same item, with the same duplicates and split, however much of it is cut.
 */
export default defineSetStage({
  name: 'session_tokens',
  summary: 'cuts joined sessions from the front until they have no more tokens than `max_tokens` allows',
  section: 'tokens',
  follows: MAX_TOKENS,
  reasons: {
    cut: 'it stands at the front of a session that has more tokens than `max_tokens` allows',
    too_long:
      'its session has more tokens than `max_tokens` allows, and is not to be cut, or not without its system message or tools',
  },
  apply(decisions, { conversation: { unit }, tokens: limit }, { dropRow, dropItem }) {
    if (limit === null || unit === 'exchange') return;
    const { max, cut } = limit;
    for (let item = 0; item < decisions.itemCount; item++) {
      // A row by itself was held to the limit in the survey.
      if (decisions.sizeOf(item) === 1) continue;
      const rows = decisions.keptRowsOf(item);
      const measured = decisions.tokensOfRows(rows);
      if (measured <= max) continue;
      const first = cut === 'front' ? firstThatFits(decisions, rows, max) : -1;
      if (first === -1) dropItem(item, 'too_long', { measured, limit: max });
      for (let place = 0; place < first; place++) dropRow(rows[place] ?? 0, 'cut', { measured, limit: max });
    }
  },
});

/**
 * The first place from which on the rows have no more than `max` tokens; -1 where there is none. Where the session has a
 * system message or definitions of tools the new first row has to have them, too: only the first one's go out.
 */
function firstThatFits(decisions: Decisions, rows: Uint32Array, max: number): number {
  const { flags, system_tokens } = decisions.digest.rows;
  const needed = (flags[rows[0] ?? 0] ?? 0) & (SYSTEM | DEFINITIONS);
  let turns = 0;
  let first = -1;
  for (let place = rows.length - 1; place >= 0; place--) {
    const row = rows[place] ?? 0;
    const system = system_tokens[row] ?? 0;
    turns += decisions.tokensOfRow(row) - TOKENS_AROUND_EXAMPLE - system;
    if (turns > max) break;
    if (TOKENS_AROUND_EXAMPLE + system + turns <= max && ((flags[row] ?? 0) & needed) === needed) first = place;
  }
  return first;
}
