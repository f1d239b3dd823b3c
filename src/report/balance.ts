import type { PairBalance, RatedBalance } from '../pipeline/signals/balance.ts';
import { facts, paragraph, section } from './layout.ts';
import type { Look } from './look.ts';
import { count, decimal, integer } from './numbers.ts';
import type { Balance } from './types.ts';

/**
 * What the rows of a format of ratings are made of, and what a trainer should be told of it.
 * @param format its name, where there are several
 */
export function balanceSection(balance: Balance | undefined, look: Look, format = ''): string[] {
  if (balance === undefined) return [];
  const title = balance.kind === 'rated' ? 'Labels' : 'Pairs';
  const lines = balance.kind === 'rated' ? labelLines(balance, look) : pairLines(balance, look);
  return section(format === '' ? title : `${title} of ${format}`, lines, look);
}

function labelLines({ desirable, undesirable, weights }: RatedBalance, look: Look): string[] {
  if (desirable + undesirable === 0) return [];
  const advice =
    weights === null
      ? 'all have the same label; a trainer of labels needs both'
      : `weights for a KTO trainer: desirable_weight ${weights.desirable}, undesirable_weight ${weights.undesirable}`;
  return [
    ...facts([`${integer(desirable)} desirable`, `${integer(undesirable)} undesirable`], look),
    ...paragraph(advice, look),
  ];
}

function pairLines({ origins, margin }: PairBalance, look: Look): string[] {
  if (margin === null) return [];
  const { correction, regenerated, same_prompt } = origins;
  const parts = [
    correction > 0 ? count(correction, 'correction') : '',
    regenerated > 0 ? `${integer(regenerated)} regenerated` : '',
    same_prompt > 0 ? `${integer(same_prompt)} of the same prompt` : '',
  ];
  const apart = `${decimal(margin.min, 1)} to ${decimal(margin.max, 1)} stars apart, ${decimal(margin.mean, 1)} in the mean`;
  return [...facts(parts, look), ...paragraph(apart, look)];
}
