import type { Tell } from './problemLog.ts';
import type { Rules } from './rules.ts';
import { pathOf, type RowView } from './view.ts';

/** Keys by which trainers are told not to learn a message, and the values that say so. */
const MASKS: readonly (readonly [key: string, off: unknown])[] = [
  ['weight', 0],
  ['train', false],
  ['training', false],
  ['loss', false],
];

/** Whether marks on messages mean to the trainer what they were meant to. */
export function checkMasks({ prompt, answer }: RowView, rules: Rules, tell: Tell): void {
  for (const turn of answer.length === 0 ? prompt : [...prompt, ...answer]) {
    const { entry, role } = turn;
    if (entry === undefined) continue;
    for (const [key, off] of MASKS) {
      const value = entry[key];
      if (value === undefined || value === null) continue;
      const known = rules.masks.includes(key);
      if (!known && value === off && role === 'assistant') tell('mask_ignored', `${pathOf(turn)}.${key}`);
      if (known && key === 'weight' && value !== 0 && value !== 1) tell('mask_not_valid', `${pathOf(turn)}.weight`);
    }
  }
}
