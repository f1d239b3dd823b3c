import type { JsonObject } from '../measures/jsonObject.ts';
import type { Layout } from './layout.ts';
import type { Tell } from './problemLog.ts';
import type { Rules } from './rules.ts';
import { shownKey } from './shownKey.ts';
import { pathOf, type RowView } from './view.ts';

/** Keys beyond those of the format, for trainers that refuse a row because of them. */
export function checkExtraKeys(
  row: JsonObject,
  view: RowView,
  known: ReadonlySet<string>,
  rules: Rules,
  tell: Tell,
): void {
  if (rules.extra_keys === 'refused') {
    for (const key in row) if (!known.has(key)) tell('unknown_key', shownKey(key));
  }
  if (rules.two_keys_a_turn === undefined) return;
  for (const turn of view.prompt) {
    if (turn.entry?.from === undefined) continue;
    for (const key in turn.entry) {
      if (key !== 'from' && key !== 'value') tell('unknown_key', `${pathOf(turn)}.${shownKey(key)}`);
    }
  }
}

/** The keys on top of a row of this layout. */
export function keysOf({ parts, others }: Layout): ReadonlySet<string> {
  return new Set([...parts.map(({ key }) => key.split('.')[0] ?? ''), ...others.map((key) => key.split('.')[0] ?? '')]);
}
